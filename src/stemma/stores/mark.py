"""How far a store has come, to tell whether what was read of it still holds."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from stemma.stores.tables import changes, reports, story_log, verdicts

_LAST = select(
    *(
        select(func.max(number)).scalar_subquery()
        for number in (changes.c.seq, story_log.c.id, reports.c.seq, verdicts.c.seq)
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The numbers of what came last, 0 where nothing has; none ever goes back.

    At the same mark the same reports, stories and verdicts are there, and the same is told of them.
    """

    change: int
    entry: int
    report: int
    verdict: int

    def __str__(self) -> str:
        """Write it as part of a tag: "57.12.340.3"."""
        return f"{self.change}.{self.entry}.{self.report}.{self.verdict}"


def read_mark(connection: Connection) -> Mark:
    """Give how far the store has come."""
    change, entry, report, verdict = (last or 0 for last in connection.execute(_LAST).one())
    return Mark(change=change, entry=entry, report=report, verdict=verdict)
