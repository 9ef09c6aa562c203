"""The wiring, in one file: settings become parts, parts become the façade that people call."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing import parent_process
from typing import BinaryIO

from stemma import language, pipeline, read
from stemma.errors import NothingReadError, UsageError
from stemma.model import Coverage
from stemma.ports import Progress

MEBIBYTE = 1024 * 1024

_MOST_THREADS = 4
"""More make a batch of sentences no faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What people may choose.

    ``workers`` is how many processes share the work; ``limit`` how many bytes one input may
    have; ``timeout`` how many seconds one address may take, all in all. ``annotator`` and
    ``encoder`` are language parts: ``"built-in"``, or the user's own, such as
    ``"spacy:en_core_web_trf"`` and ``"st:all-mpnet-base-v2"``.
    """

    workers: int = 1
    limit: int = 20 * MEBIBYTE
    timeout: float = 30.0
    annotator: str = language.BUILT_IN
    encoder: str = language.BUILT_IN

    def __post_init__(self) -> None:
        """Refuse settings that make no sense.

        Raises:
            UsageError: A number is not positive, or there is no such kind of language part.
        """
        language.check_choices(annotator=self.annotator, encoder=self.encoder)
        for name in ("workers", "limit", "timeout"):
            if not getattr(self, name) > 0:
                message = f"{name} must be more than 0, not {getattr(self, name)!r}"
                raise UsageError(message)


class Silence:
    """A progress that nobody hears."""

    def start(self, stage: str, total: int | None) -> None:
        """Say nothing."""

    def step(self) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadParts:
    """Loads the language parts that were chosen, here or in another process.

    A process that works alone uses several processors; of many side by side, each uses one.
    The results are the same.
    """

    annotator: str = language.BUILT_IN
    encoder: str = language.BUILT_IN

    def __call__(self) -> pipeline.Parts:
        """Load them.

        Raises:
            UsageError: A part of the user's is not on this machine; the message says how to get it.
        """
        threads = 1 if parent_process() else min(_MOST_THREADS, os.cpu_count() or 1)
        encoder = language.choose_encoder(self.encoder, threads=threads)
        annotator = language.choose_annotator(
            self.annotator,
            encoder=None if self.encoder == language.BUILT_IN else encoder,
            threads=threads,
        )
        return pipeline.Parts(annotator=annotator, encoder=encoder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What the command line and Python programs call."""

    settings: Settings = field(default_factory=Settings)
    progress: Progress = field(default_factory=Silence)

    def report(self, sources: Sequence[str], *, stdin: BinaryIO | None = None) -> Coverage:
        """Read the sources and tell what they say.

        Args:
            sources: Files, directories, globs, http(s) addresses, or ``-`` for ``stdin``.
            stdin: Where ``-`` reads from.

        Raises:
            UsageError: There are no sources, or a language part is not on this machine.
            NothingReadError: Not one of them could be read; the message says why of each.
        """
        load_parts = LoadParts(annotator=self.settings.annotator, encoder=self.settings.encoder)
        if not sources:
            message = "nothing to read: name files, directories, addresses, or - for standard input"
            raise UsageError(message)
        fetcher = read.HttpFetcher(limit=self.settings.limit, seconds=self.settings.timeout)
        found = read.find(sources, stdin=stdin, fetcher=fetcher, limit=self.settings.limit)
        coverage = pipeline.cover(
            found, load_parts=load_parts, progress=self.progress, workers=self.settings.workers
        )
        if not coverage.reports:
            reasons = "\n".join(failure.message for failure in coverage.failures)
            message = f"no report could be read.\n{reasons}".rstrip()
            raise NothingReadError(message)
        return coverage


def report(
    paths: Sequence[str | os.PathLike[str]],
    *,
    workers: int = 1,
    annotator: str = language.BUILT_IN,
    encoder: str = language.BUILT_IN,
) -> Coverage:
    """Read reports and tell what they say: the command ``stemma report`` as a function.

    Args:
        paths: Files, directories, globs, or http(s) addresses.
        workers: How many processes share the work. More than one starts new processes, so the
            calling script needs the usual ``if __name__ == "__main__":``.
        annotator: ``"built-in"``, or a spaCy pipeline: ``"spacy:en_core_web_trf"``.
        encoder: ``"built-in"``, or a sentence-transformers model: ``"st:all-mpnet-base-v2"``.

    Raises:
        UsageError: There are no paths, or a language part is not on this machine.
        NothingReadError: Not one of them could be read.
    """
    settings = Settings(workers=workers, annotator=annotator, encoder=encoder)
    return Archive(settings=settings).report([os.fspath(path) for path in paths])
