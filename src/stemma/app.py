"""The wiring, in one file: settings become parts, parts become the façades that people call."""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO

from stemma import archive, language, pipeline, read
from stemma.errors import NothingReadError, UsageError
from stemma.model import Coverage, Failure, Summary
from stemma.ports import Progress
from stemma.settings import LoadParts, Settings, Silence
from stemma.stores import Store, open_store


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
            _find(sources, self.settings, stdin),
            load_parts=_load_parts(self.settings),
            progress=self.progress,
            workers=self.settings.workers,
        )
        if not coverage.reports:
            reasons = "\n".join(failure.message for failure in coverage.failures)
            message = f"no report could be read.\n{reasons}".rstrip()
            raise NothingReadError(message)
        return coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """The same with a memory: reports are kept, stories are followed."""

    settings: Settings
    progress: Progress
    store: Store
    clock: archive.Clock

    def add(self, sources: Sequence[str], *, stdin: BinaryIO | None = None) -> archive.Added:
        """Read and keep what is new of the sources; its stories are then to be told anew.

        Raises:
            UsageError: There are no sources, or a language part is not on this machine.
        """
        found = _find(sources, self.settings, stdin)
        return archive.add(self.store, found, workshop=self._workshop())

    def refresh(self) -> tuple[archive.Change, ...]:
        """Tell anew the stories that changed since they were told."""
        return archive.refresh(self.store, workshop=self._workshop())

    def redo(self) -> int:
        """Bring what is kept up to the present methods; give how many reports were redone."""
        return archive.redo(self.store, workshop=self._workshop())

    def stories(self, *, most: int | None = None) -> tuple[Summary, ...]:
        """Give the stories in a line each, those that changed last first."""
        with self.store.read() as ledger:
            return ledger.stories.summaries(most=most)

    def story(self, name: str) -> Coverage:
        """Give one story with its reports, by its id or the beginning of it.

        Raises:
            UsageError: No story, or several, are named so.
        """
        with self.store.read() as ledger:
            return archive.cover_story(ledger, archive.locate(ledger, name))

    def show(self, name: str) -> tuple[archive.Place, Coverage]:
        """Find something by its id, and give the story that it is in.

        Raises:
            UsageError: Nothing is named so, or several things are.
        """
        with self.store.read() as ledger:
            return archive.show(ledger, name)

    def explain(self, name: str) -> archive.Explained:
        """Tell what an id stands for: its words, what made it, where it is found.

        Raises:
            UsageError: Nothing is named so, or several things are.
        """
        with self.store.read() as ledger:
            return archive.explain(ledger, name)

    def verify(self) -> archive.Verified:
        """Check that all bytes and words are still what was read."""
        with self.store.read() as ledger:
            return archive.verify(ledger)

    def export(self) -> Iterator[str]:
        """Give the whole store as lines of JSON."""
        with self.store.read() as ledger:
            yield from ledger.dump()

    def load(self, lines: Iterable[str]) -> int:
        """Fill an empty store from lines that were exported; give how many rows.

        Raises:
            StoreError: The store is not empty, or a line is none of ours.
        """
        with self.store.write() as ledger:
            return ledger.load(lines)

    def _workshop(self) -> archive.Workshop:
        settings = self.settings
        return archive.Workshop(
            load_parts=_load_parts(settings),
            parts=f"{settings.annotator} {settings.encoder}",
            progress=self.progress,
            workers=settings.workers,
            clock=self.clock,
        )


@contextmanager
def open_newsroom(
    settings: Settings, *, progress: Progress | None = None, clock: archive.Clock = archive.present
) -> Generator[Newsroom]:
    """Open the store that the settings name, and close it in the end.

    Raises:
        StoreError: It cannot be opened.
    """
    with closing(open_store(settings.store)) as store:
        yield Newsroom(settings=settings, progress=progress or Silence(), store=store, clock=clock)


def _load_parts(settings: Settings) -> LoadParts:
    return LoadParts(annotator=settings.annotator, encoder=settings.encoder)


def _find(
    sources: Sequence[str], settings: Settings, stdin: BinaryIO | None
) -> Iterator[read.Raw | Failure]:
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
