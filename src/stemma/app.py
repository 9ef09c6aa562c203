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
    have; ``timeout`` how many seconds one address may take, all in all.
    """

    workers: int = 1
    limit: int = 20 * MEBIBYTE
    timeout: float = 30.0

    def __post_init__(self) -> None:
        """Refuse settings that make no sense.

        Raises:
            UsageError: A number is not positive.
        """
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


def load_parts() -> pipeline.Parts:
    """Load the language parts that come with Stemma.

    A process that works alone uses several processors; of many side by side, each uses one.
    The results are the same.
    """
    threads = 1 if parent_process() else min(_MOST_THREADS, os.cpu_count() or 1)
    return pipeline.Parts(
        annotator=language.load_annotator(threads=threads),
        encoder=language.load_encoder(threads=threads),
    )


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
            UsageError: There are no sources.
            NothingReadError: Not one of them could be read; the message says why of each.
        """
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


def report(paths: Sequence[str | os.PathLike[str]], *, workers: int = 1) -> Coverage:
    """Read reports and tell what they say: the command ``stemma report`` as a function.

    Args:
        paths: Files, directories, globs, or http(s) addresses.
        workers: How many processes share the work. More than one starts new processes, so the
            calling script needs the usual ``if __name__ == "__main__":``.

    Raises:
        UsageError: There are no paths.
        NothingReadError: Not one of them could be read.
    """
    settings = Settings(workers=workers)
    return Archive(settings=settings).report([os.fspath(path) for path in paths])
