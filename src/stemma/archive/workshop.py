"""What the work over a store is done with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from stemma.archive.change import Listener
from stemma.model import Run
from stemma.pipeline import PartsLoader
from stemma.ports import Progress

Clock = Callable[[], str]
"""Gives the present time: UTC, ISO 8601 with seconds, ``2024-11-18T09:30:00Z``."""


def present() -> str:
    """Give the present time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Language parts, processes, a clock, and who hears of changes.

    ``parts`` names the language parts: what was made with others is made anew. A method's
    version goes up when its behaviour changes, and what depends on it is then done again.
    """

    load_parts: PartsLoader
    parts: str
    progress: Progress
    workers: int
    clock: Clock = present
    listeners: tuple[Listener, ...] = ()

    @property
    def reading(self) -> Run:
        """The run from bytes to reports."""
        return Run(method="read.v1", settings=self.parts)

    @property
    def understanding(self) -> Run:
        """The run from a report to its statements, figures and moments."""
        return Run(method="extract.v1", settings=self.parts)

    @property
    def telling(self) -> Run:
        """The run from a story's reports to claims, findings, stemma, timeline and brief."""
        return Run(method="tell.v1", settings=self.parts)
