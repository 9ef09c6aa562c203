"""How long a search takes in a store of up to 100,000 reports, and how that grows.

The passages are made up: paragraphs of invented coverage, and paragraphs of everyday words, each as
frequent as it is in English. Beside it, in the same run and over the same passages, two peers:
SQLite's LIKE, and its FTS5 as it comes, with its own cutting, stemming and ranking (BM25).

    python bench/search.py [--most 100000] [--db postgresql://…/an_empty_database]

With ``--db`` the store is there. Its server works in processes of its own, so that its searches are
clocked as they are waited for, and its figures go to ``search_postgresql.json``.
"""

import argparse
import gc
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

import invented

from stemma import search
from stemma.model import Passage, Span
from stemma.model.passage import PassageKind
from stemma.stores import Store, open_store
from stemma.tables import read_table

SIZES = (1_000, 10_000, 100_000)
PER_STORY = 8
OF_EACH: dict[PassageKind, int] = {"text": 12, "claim": 4, "quote": 3, "name": 1}
"""Passages of one report."""

QUERIES = 40
"""Of each sort."""

HEADINGS = ("reports", "passages", "to index", "half", "95 of 100", "slowest", "LIKE", "FTS5 95")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Milliseconds: what half, 95 of 100 and all of the searches kept within.

    They are of processor time, but for a store on a server: there they are on the clock.
    ``indexing`` is for one report, ``like`` and ``fts5`` are what 95 of 100 of the peers' took.
    """

    reports: int
    passages: int
    indexing: float
    half: float
    most: float
    slowest: float
    like: float
    fts5: float

    def row(self) -> str:
        """Write a line of the table."""
        return (
            f"{self.reports:>8}{self.passages:>10}{self.indexing:>10.2f}{self.half:>10.1f}"
            f"{self.most:>11.1f}{self.slowest:>9.1f}{self.like:>9.0f}{self.fts5:>9.1f}"
        )


class Writer:
    """Writes passages, always the same ones."""

    def __init__(self) -> None:
        """Learn everyday words."""
        self.random = Random(20260310)  # noqa: S311 - coverage, not a secret
        rows = [
            (word, int(count)) for word, count in read_table("stemma.language", "background.tsv")
        ]
        self.words = [word for word, _ in rows]
        self.often = list(accumulate(count for _, count in rows))

    def story(self, number: int) -> list[Passage]:
        """Give the passages of a story with ``PER_STORY`` reports."""
        facts = invented.make_facts(self.random)
        return [
            passage
            for report in range(number * PER_STORY, (number + 1) * PER_STORY)
            for passage in self._report(report, f"story:sha256:{number:016x}", facts)
        ]

    def _report(self, number: int, story: str, facts: invented.Facts) -> Iterator[Passage]:
        report = f"report:sha256:{number:016x}"
        outlet = f"{invented.make_town(self.random)} Courier"
        day = f"20{self.random.randint(20, 25)}-{self.random.randint(1, 12):02}"
        day += f"-{self.random.randint(1, 28):02}"
        for kind, count in OF_EACH.items():
            for at in range(count):
                person = self.random.choice(facts.people)
                text = person if kind == "name" else self._paragraph(facts, outlet)
                yield Passage(
                    kind=kind,
                    subject=f"{kind}:sha256:{number * 100 + at:016x}",
                    text=text,
                    spans=(Span(report=report, start=at * 200, end=at * 200 + len(text)),),
                    story=story,
                    report=report,
                    outlets=(outlet,),
                    speakers=(person,) if kind == "quote" else (),
                    names=(person, facts.town),
                    day=day,
                )

    def _paragraph(self, facts: invented.Facts, outlet: str) -> str:
        everyday = self.random.choices(self.words, cum_weights=self.often, k=18)
        if self.random.random() < 0.5:  # noqa: PLR2004 - one in two
            return " ".join(everyday).capitalize() + "."
        return (
            invented.make_sentence(self.random, facts, outlet=outlet) + " " + " ".join(everyday[:8])
        )


def make_queries(passages: Sequence[Passage], random: Random) -> list[str]:
    """Ask for what is there: words, phrases, names, filters."""
    queries: list[str] = []
    for _ in range(QUERIES):
        passage = random.choice([one for one in passages if one.kind == "quote"])
        words = [word.strip(".,“”$") for word in passage.text.split()]
        long = [word for word in words if len(word) > 5] or words  # noqa: PLR2004
        at = random.randrange(len(words) - 2)
        queries += [
            random.choice(long),
            " ".join(random.sample(words, 2)),
            " ".join(random.sample(long, min(3, len(long)))),
            f'"{" ".join(words[at : at + 3])}"',
            f"{random.choice(long)} speaker:{passage.speakers[0].split()[-1]}",
            f'{random.choice(long)} outlet:"{passage.outlets[0]}"',
            f"{random.choice(long)} date:{(passage.day or '2024')[:7]}",
            f"{random.choice(long)} -{random.choice(words)} kind:claim",
            f"{random.choice(long)} OR {random.choice(long)}",
            f"name:{passage.names[1]}",
        ]
    random.shuffle(queries)
    return [query for query in queries if '""' not in query]


def clock(
    ask: Callable[[str], object],
    queries: Sequence[str],
    *,
    now: Callable[[], float] = time.process_time,
) -> list[float]:
    """Give how long each took, in milliseconds, sorted."""
    took: list[float] = []
    for query in queries:
        started = now()
        ask(query)
        took.append((now() - started) * 1000)
    return sorted(took)


def ask_store(store: Store) -> Callable[[str], object]:
    """Search as ``stemma search`` does."""

    def ask(query: str) -> object:
        parsed = search.parse(query)
        with store.read() as ledger:
            return ledger.passages.find(parsed)

    return ask


def plain_words(query: str) -> list[str]:
    """Give the words of a query; the peers know no filters."""
    parts = [part for part in query.replace('"', "").split() if ":" not in part and part != "OR"]
    return ["".join(filter(str.isalnum, part)) for part in parts] or ["fire"]


class Peers:
    """What SQLite has to offer by itself."""

    def __init__(self, file: Path) -> None:
        """Make their tables."""
        self.connection = sqlite3.connect(file)
        self.connection.execute("CREATE TABLE passages (id INTEGER PRIMARY KEY, text TEXT)")
        self.connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5(text, content='passages', content_rowid='id', "
            "tokenize='porter unicode61')"
        )

    def add(self, passages: Sequence[Passage]) -> None:
        """Keep the same texts."""
        rows = [(passage.text,) for passage in passages]
        self.connection.executemany("INSERT INTO passages (text) VALUES (?)", rows)

    def index(self) -> None:
        """Make the index of all that was kept."""
        self.connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
        self.connection.commit()

    def like(self, query: str) -> object:
        """Look at every text."""
        words = plain_words(query)
        where = " AND ".join(["text LIKE ?"] * len(words))
        find = f"SELECT id, text FROM passages WHERE {where} ORDER BY id DESC LIMIT 20"  # noqa: S608 - no word in it
        return self.connection.execute(find, [f"%{word}%" for word in words]).fetchall()

    def fts5(self, query: str) -> object:
        """Let FTS5 rank all that fits."""
        find = (
            "SELECT rowid, snippet(words, 0, '[', ']', '…', 30) FROM words WHERE words MATCH ? "
            "ORDER BY rank LIMIT 20"
        )
        asked = " ".join(f'"{word}"' for word in plain_words(query))
        return self.connection.execute(find, (asked,)).fetchall()


def main() -> None:
    """Measure all sizes and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=max(SIZES), help="reports in the largest store")
    parser.add_argument("--db", help="the address of an empty PostgreSQL database")
    chosen = parser.parse_args()
    now = time.perf_counter if chosen.db else time.process_time
    measures: list[Measure] = []
    writer = Writer()
    print(f"milliseconds {'on the clock' if chosen.db else 'of processor time'}")
    print("{:>8}{:>10}{:>10}{:>10}{:>11}{:>9}{:>9}{:>9}".format(*HEADINGS))
    with tempfile.TemporaryDirectory() as scratch:
        store = open_store(chosen.db or str(Path(scratch) / "stemma.db"))
        peers = Peers(Path(scratch) / "peers.db")
        held, count = 0, 0
        sample: list[Passage] = []
        for size in (size for size in SIZES if size <= chosen.most):
            spent = 0.0
            before = held
            while held < size:
                some = [writer.story(held // PER_STORY + at) for at in range(8)]
                peers.add([passage for story in some for passage in story])
                started = now()
                with store.write() as ledger:
                    for story in some:
                        ledger.passages.put(story[0].story or "", story)
                spent += now() - started
                held += PER_STORY * len(some)
                count += sum(len(story) for story in some)
                sample += some[0]
            peers.index()
            queries = make_queries(sample, Random(size))  # noqa: S311 - queries, not secrets
            clock(ask_store(store), queries[::7])
            gc.collect()
            gc.freeze()  # the sample that is held here is none of a search's garbage
            took = clock(ask_store(store), queries, now=now)
            like = clock(peers.like, queries[::10])
            fts5 = clock(peers.fts5, queries)
            measures.append(
                Measure(
                    reports=held,
                    passages=count,
                    indexing=spent * 1000 / (held - before),
                    half=took[len(took) // 2],
                    most=took[len(took) * 95 // 100],
                    slowest=took[-1],
                    like=like[len(like) * 95 // 100],
                    fts5=fts5[len(fts5) * 95 // 100],
                )
            )
            print(measures[-1].row(), flush=True)
        store.close()
        peers.connection.close()
    name = "search_postgresql.json" if chosen.db else "search.json"
    results = Path(__file__).with_name(name)
    results.write_text(json.dumps([asdict(one) for one in measures], indent=2) + "\n")


if __name__ == "__main__":
    main()
