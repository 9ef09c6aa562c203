"""Where grouping finds reports again: by their most telling words, near a day.

In its shape this is what ``stemma.group`` asks of an index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, literal_column, select, update

from stemma.stores.codec import pack, unpack
from stemma.stores.index_rows import count_words, enter_terms, find_near
from stemma.stores.tables import (
    COMMON,
    index_reports,
    index_terms,
    index_words,
    members,
    reports,
    stories,
)

_AT_ONCE = 400
_EVERY_REPORT = ""
"""The word that every report is counted under."""


@dataclass(frozen=True, slots=True)
class Index:
    """Reports by their most telling words, with their features and the stories they belong to."""

    connection: Connection

    def size(self) -> int:
        """Count the reports."""
        query = select(index_words.c.reports).where(index_words.c.word == _EVERY_REPORT)
        return self.connection.scalar(query) or 0

    def common_words(self, *, least: int) -> Mapping[str, int]:
        """Give the words that at least so many reports have, with the number of reports.

        Words of fewer than 40 are not given, whatever is asked.
        """
        query = select(index_words.c.word, index_words.c.reports).where(
            index_words.c.reports >= literal_column(str(COMMON)),
            index_words.c.reports >= least,
            index_words.c.word != _EVERY_REPORT,
        )
        return {row.word: row.reports for row in self.connection.execute(query)}

    def find(self, terms: Mapping[str, int], *, day: int, under: int, most: int) -> Sequence[bytes]:
        """Give the packed features of ``most`` reports that are found by terms that weigh most.

        Of each term, ``under`` reports count, those nearest to a day: half of them of that day or
        earlier, latest first, the others later. Of two that weigh the same, the one that arrived
        first comes first.
        """
        if not terms:
            return []
        return find_near(self.connection, terms, day=day, under=under, most=most)

    def read(self, reports: Sequence[str]) -> Mapping[str, bytes]:
        """Give the packed features of those reports that are known."""
        table = index_reports
        return {
            row.report: unpack(bytes, row.body)
            for some in _cut(reports)
            for row in self.connection.execute(
                select(table.c.report, table.c.body)
                .where(table.c.report.in_(some))
                .order_by(table.c.place)
            )
        }

    def stories_of(self, reports: Sequence[str]) -> Mapping[str, str]:
        """Give the story of each report that belongs to one."""
        return {
            row.report: row.story
            for some in _cut(reports)
            for row in self.connection.execute(select(members).where(members.c.report.in_(some)))
        }

    def members(self, stories: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """Give the reports of each story in order of arrival, with their place in that order."""
        query = (
            select(members.c.story, members.c.report, reports.c.seq)
            .join(reports, reports.c.id == members.c.report)
            .where(members.c.story.in_(stories))
            .order_by(reports.c.seq)
        )
        found: dict[str, dict[str, int]] = {}
        for story, report, place in self.connection.execute(query):
            found.setdefault(story, {})[report] = place
        return found

    def is_taken(self, story: str) -> bool:
        """Tell whether a story has, or ever had, this id."""
        return self.connection.scalar(select(stories.c.id).where(stories.c.id == story)) is not None

    def add(
        self, report: str, *, day: int, terms: Sequence[str], words: Sequence[str], features: bytes
    ) -> None:
        """Take in a report that is kept: to be found under ``terms``, counted under ``words``."""
        seq = select(reports.c.seq).where(reports.c.id == report)
        place = self.connection.execute(seq).scalar_one()
        row = {"place": place, "report": report, "day": day, "body": pack(features)}
        self.connection.execute(index_reports.insert(), row)
        count_words(self.connection, sorted({_EVERY_REPORT, *words}))
        enter_terms(self.connection, sorted(terms), day=day, place=place)

    def remove(self, report: str, *, terms: Sequence[str], words: Sequence[str]) -> None:
        """Forget a report that was taken in so."""
        one = index_reports.c.report == report
        row = self.connection.execute(
            select(index_reports.c.place, index_reports.c.day).where(one)
        ).first()
        if row is None:
            return
        self.connection.execute(delete(index_reports).where(one))
        for some in _cut(terms):
            self.connection.execute(
                delete(index_terms).where(
                    index_terms.c.term.in_(some),
                    index_terms.c.day == row.day,
                    index_terms.c.place == row.place,
                )
            )
        for some in _cut(sorted({_EVERY_REPORT, *words})):
            self.connection.execute(
                update(index_words)
                .where(index_words.c.word.in_(some))
                .values(reports=index_words.c.reports - 1)
            )


def _cut(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))
