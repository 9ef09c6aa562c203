"""Reports, in order of arrival."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Select, func, select, update

from stemma.model import Report, Run
from stemma.stores.codec import pack, unpack
from stemma.stores.dialects import begins, insert_new
from stemma.stores.passages import Passages
from stemma.stores.raws import name_place
from stemma.stores.tables import report_paths, reports

_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A report as the store knows it.

    ``seq`` counts arrivals from 1, ``raw`` is the SHA-256 of the bytes it was read from, ``seen``
    when it came, ``run`` what read it; ``superseded_by`` is the id of the article's next version.
    """

    report: Report
    seq: int
    raw: str
    seen: str
    run: str
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports by id, article, address or words."""

    connection: Connection

    def keep(self, report: Report, *, raw: str, run: Run, words: str, seen: str) -> bool:
        """Keep a report with its paths; tell whether it is new. ``words``: see the schema."""
        held = self.connection.scalar(select(reports.c.id).where(reports.c.id == report.id))
        last = self.connection.scalar(select(func.max(reports.c.seq))) or 0
        row = {
            "id": report.id,
            "seq": last + 1,
            "article": report.article_id,
            "raw": raw,
            "run": run.id,
            "url": report.url,
            "outlet": report.outlet,
            "published": report.published.value if report.published else None,
            "language": report.language,
            "words": words,
            "seen": seen,
            "superseded_by": None,
            "body": pack(replace(report, paths=())),
        }
        if held is None:
            insert_new(self.connection, reports, [row])
        self.add_paths(report.id, report.paths)
        return held is None

    def add_paths(self, report: str, paths: Iterable[str]) -> int:
        """Note further inputs that hold the same report; give how many are new."""
        rows = [
            {"report": report, "path": path, "place": name_place(path)}
            for path in sorted(set(paths))
        ]
        return insert_new(self.connection, report_paths, rows)

    def read_anew(self, report: Report, *, run: Run) -> None:
        """Keep what a changed method found about the same words."""
        self.connection.execute(
            update(reports)
            .where(reports.c.id == report.id)
            .values(
                run=run.id,
                article=report.article_id,
                published=report.published.value if report.published else None,
                language=report.language,
                body=pack(replace(report, paths=())),
            )
        )

    def supersede(self, earlier: str, later: str | None) -> None:
        """Say that a version of an article has a next one; None takes it back.

        A search no longer finds it by itself.
        """
        self.connection.execute(
            update(reports).where(reports.c.id == earlier).values(superseded_by=later)
        )
        Passages(self.connection).remove(earlier)

    def find(self, report: str) -> Held | None:
        """Give the report with this id."""
        return next(iter(self.several([report])), None)

    def several(self, ids: Iterable[str]) -> tuple[Held, ...]:
        """Give those of the reports that are held, in order of arrival."""
        wanted = sorted(set(ids))
        found = [
            held
            for at in range(0, len(wanted), _AT_ONCE)
            for held in self._where(reports.c.id.in_(wanted[at : at + _AT_ONCE]))
        ]
        return tuple(sorted(found, key=lambda held: held.seq))

    def all(self, *, after: int = 0, most: int | None = None) -> tuple[Held, ...]:
        """Give reports that came after number ``after``, in order of arrival."""
        return tuple(self._where(reports.c.seq > after, most=most))

    def versions(self, article: str) -> tuple[Held, ...]:
        """Give the versions of an article, in order of arrival."""
        return tuple(self._where(reports.c.article == article))

    def at_address(self, url: str) -> tuple[Held, ...]:
        """Give what was read from an address, in order of arrival."""
        return tuple(self._where(reports.c.url == url))

    def with_words(self, words: str) -> tuple[Held, ...]:
        """Give reports whose bodies have the same words, in order of arrival."""
        return tuple(self._where(reports.c.words == words))

    def from_raw(self, raw: str) -> tuple[Held, ...]:
        """Give what was read from these bytes, in order of arrival."""
        return tuple(self._where(reports.c.raw == raw))

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all reports, in order of arrival."""
        return tuple(self.connection.scalars(select(reports.c.id).order_by(reports.c.seq)))

    def named(self, prefix: str) -> tuple[str, ...]:
        """Give the ids whose hexadecimal part begins so, sorted."""
        named = begins(reports.c.id, f"report:sha256:{prefix}")
        query = select(reports.c.id).where(named).order_by(reports.c.id)
        return tuple(self.connection.scalars(query))

    def count(self) -> int:
        """Count all reports, versions that were superseded too."""
        return self.connection.scalar(select(func.count()).select_from(reports)) or 0

    def _where(self, *conditions: ColumnElement[bool], most: int | None = None) -> Iterator[Held]:
        query = select(reports).where(*conditions).order_by(reports.c.seq).limit(most)
        return self._read(query)

    def _read(self, query: Select[tuple[object, ...]]) -> Iterator[Held]:
        rows = self.connection.execute(query).all()
        paths = self._paths([row.id for row in rows])
        for row in rows:
            report = replace(unpack(Report, row.body), paths=tuple(paths[row.id]))
            yield Held(
                report=report,
                seq=row.seq,
                raw=row.raw,
                seen=row.seen,
                run=row.run,
                superseded_by=row.superseded_by,
            )

    def _paths(self, ids: Sequence[str]) -> dict[str, list[str]]:
        paths: dict[str, list[str]] = {report: [] for report in ids}
        for at in range(0, len(ids), _AT_ONCE):
            query = (
                select(report_paths)
                .where(report_paths.c.report.in_(ids[at : at + _AT_ONCE]))
                .order_by(report_paths.c.path)
            )
            for row in self.connection.execute(query):
                paths[row.report].append(row.path)
        return paths
