"""The wiring, in one file: settings become parts, parts become the façade that people call."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from stemma import language, pipeline, read
from stemma.errors import NothingReadError, UsageError
from stemma.model import Coverage, Failure
from stemma.ports import Progress
from stemma.settings import LoadParts, Settings, Silence


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
        coverage = pipeline.cover(
            find(sources, self.settings, stdin),
            load_parts=load_parts(self.settings),
            progress=self.progress,
            workers=self.settings.workers,
        )
        if not coverage.reports:
            reasons = "\n".join(failure.message for failure in coverage.failures)
            message = f"no report could be read.\n{reasons}".rstrip()
            raise NothingReadError(message)
        return coverage


def load_parts(settings: Settings) -> LoadParts:
    """Give the loader of the language parts that were chosen."""
    return LoadParts(annotator=settings.annotator, encoder=settings.encoder)


def find(
    sources: Sequence[str], settings: Settings, stdin: BinaryIO | None
) -> Iterator[read.Raw | Failure]:
    """Find what the sources hold, within the settings' limits.

    Raises:
        UsageError: There are no sources.
    """
    if not sources:
        message = "nothing to read: name files, directories, addresses, or - for standard input"
        raise UsageError(message)
    fetcher = read.HttpFetcher(limit=settings.limit, seconds=settings.timeout)
    return read.find(sources, stdin=stdin, fetcher=fetcher, limit=settings.limit)


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
