"""Every store finds the same, in the same order; and what it finds is what fits.

The outlets, towns and people are invented.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from stemma import search
from stemma.errors import UsageError
from stemma.model import Hits, Passage, Span
from stemma.stores import Store, open_store, passages, searching

OWNERS = ("story:sha256:ab12cd34", "story:sha256:ab98ef", "story:sha256:00ff")
WORDS = (
    "fire", "fires", "fired", "silo", "silos", "tunnel", "bridge", "the", "a", "of", "near",
    "Kelford", "Oldhaven", "12,000", "3.5", "U.S.", "people", "homes", "evacuated", "collapse",
    "collapsed", "collapsing", "quickly", "café", "naïve", "Łódź", "mayor’s", "don't",
    "anti-aircraft", "“thunder”", "(inquiry)", "2024", "北京", "übergabe", "rescue;", "DROP",
    "TABLE",
)  # fmt: skip
OUTLETS = ("Harbour Post", "Valley News", "Post of Kelford")
PEOPLE = ("Lea Marsh", "Ida Noll", "Marsh Noll", "Zoë Kåre")
DAYS = (None, "2024-11-05", "2024-11-30", "2024-12-01", "2024-11", "2025", "1999-12-31")


def make_passages(count: int) -> Iterator[tuple[str, Passage]]:
    random = Random(20260310)  # noqa: S311 - coverage, not a secret
    for number in range(count):
        owner = random.choice(OWNERS)
        kind = random.choice(["text", "claim", "quote", "name"])
        report = f"report:sha256:{random.randrange(16**6):06x}"
        words = " ".join(random.choices(WORDS, k=random.randint(1, 25)))
        yield (
            owner,
            Passage(
                kind=kind,  # pyright: ignore[reportArgumentType] - one of them
                subject=f"{kind}:sha256:{number:04x}",
                text=words,
                spans=(Span(report=report, start=number, end=number + 9),),
                story=owner,
                report=report,
                outlets=tuple(random.sample(OUTLETS, k=random.randint(0, 2))),
                speakers=tuple(random.sample(PEOPLE, k=random.randint(0, 2))),
                names=tuple(random.sample(PEOPLE, k=random.randint(0, 3))),
                day=random.choice(DAYS),
                weight=random.choice([0.2, 0.5, 1.0]),
            ),
        )


PASSAGES = tuple(make_passages(300))


def fill(store: Store) -> None:
    with store.write() as ledger:
        for owner in OWNERS:
            ledger.passages.put(owner, [one for whose, one in PASSAGES if whose == owner])


@pytest.fixture(scope="module")
def stores(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[dict[str, Store]]:
    """Open and fill a store of each kind that can be had."""
    folder: Path = tmp_path_factory.mktemp("search")
    locations = {"memory": "memory:", "sqlite": str(folder / "stemma.db")}
    with suppress(pytest.skip.Exception):
        locations["postgres"] = request.getfixturevalue("another_database")
    with ExitStack() as stack:
        opened = {name: open_store(location) for name, location in locations.items()}
        for store in opened.values():
            stack.callback(store.close)
            fill(store)
        yield opened


def find(store: Store, query: str, *, most: int = 1000, skip: int = 0) -> Hits:
    with store.read() as ledger:
        return ledger.passages.find(search.parse(query), most=most, skip=skip)


def find_by_looking(query: str) -> set[str]:
    """Give the texts that fit, found without any index."""
    parsed = search.parse(query)
    return {one.text for _, one in PASSAGES if search.fits(parsed, one)}


QUERIES = [
    "fire",
    "FIRED",
    '"fire"',
    '"fires near"',
    "silo tunnel",
    "silo OR tunnel",
    "silo -tunnel",
    "-fire",
    "NOT fire",
    "-fire -kind:name",
    "(silo OR tunnel) (mayor OR bridge)",
    "-(silo OR tunnel)",
    "the fire of Kelford",
    "the",
    "12000",
    "3.5",
    "us",
    "cafe naive lodz",
    "anti-aircraft",
    "don’t",
    "mayor",
    "北京",
    "ubergabe",
    'fire -"silos"',
    '-"fire"',
    '"fire" -"silos tunnel" kind:text',
    'NOT NOT "fired"',
    'silo OR -"fired"',
    '-(silo "fired")',
    "kind:quote",
    "kind:quote collapse",
    'speaker:"Lea Marsh"',
    "speaker:marsh",
    'speaker:"Marsh Noll"',
    "speaker:zoe",
    "outlet:post",
    'outlet:"Harbour Post" fire',
    "name:noll -speaker:noll",
    "date:2024-11",
    "date:2024-11-05",
    "date:2024-11..2024-12",
    "date:2024-11-02..2024-12-01",
    "date:..2024-01",
    "date:2025..",
    "date:1000..",
    "story:ab",
    "story:ab12",
    "story:story:sha256:00ff kind:claim",
    "report:0",
    '(fire outlet:post) OR ("collapsed" -date:2024)',
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_store_finds_what_fits_in_one_order(stores: dict[str, Store], query: str):
    found = {name: find(store, query) for name, store in stores.items()}
    first = found["memory"]
    assert {hit.passage.text for hit in first.hits} == find_by_looking(query)
    assert all(hits == first for hits in found.values())
    assert first.total == len(first.hits)
    assert not first.more


def test_the_queries_of_these_tests_find_something_and_not_everything():
    counts = [len(find_by_looking(query)) for query in QUERIES]
    assert min(counts) > 0
    assert max(counts) < len(PASSAGES)


PIECES = st.sampled_from(
    [*WORDS, "OR", "AND", "NOT", "-", "(", ")", '"', "“", "”", "kind:quote", "kind:", "date:2024..",
     "date:", "outlet:post", 'speaker:"', "story:ab", "'", "*", "^", "NEAR(", ":", "\\", "&", "|",
     "!", "<->", "--", ";", "\x00", "%", "_", "{", "}", "passage_words", "p:", "k:quote"]
)  # fmt: skip


@settings(
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(PIECES, max_size=8).map(" ".join) | st.text(st.characters(), max_size=30))
@example('"')
@example("' OR 1=1 --")
@example('-"" -("fire" OR -"silos")')
@example("kind:quote OR")
@example("fire*")
@example("a" * 1001)
@example("(" * 30 + "a" + ")" * 30)
@example("-" * 40 + "fire")
@example("fire " * 100)
@example("\ud800 fire \x00 silo")
@example("date:2024-13")
@example("date:0000..0001")
@example("date:0001..9999")
@example("NEAR(fire silo, 3)")
@example("words : fire")
def test_whatever_people_type_is_answered_or_refused_and_never_more(
    stores: dict[str, Store], query: str
):
    try:
        parsed = search.parse(query)
    except UsageError as error:
        assert "query" in str(error)  # noqa: PT017 - many queries make sense
        return
    assert find_by_looking(query) == {one.text for one in _hits(stores["memory"], parsed)}
    assert len({tuple(_hits(store, parsed)) for store in stores.values()}) == 1


def _hits(store: Store, query: search.Query) -> list[Passage]:
    with store.read() as ledger:
        return [hit.passage for hit in ledger.passages.find(query, most=1000).hits]


def test_pages_of_hits_are_the_whole(stores: dict[str, Store]):
    for store in stores.values():
        whole = find(store, "fire")
        assert whole.total > 20
        pages = [find(store, "fire", most=7, skip=skip) for skip in range(0, whole.total, 7)]
        assert [hit for page in pages for hit in page.hits] == list(whole.hits)
        assert {page.total for page in pages} == {whole.total}


def test_marks_are_the_words_that_were_looked_for(stores: dict[str, Store]):
    for query, wanted in [("fire", {"fire", "fires", "fired"}), ('"silos"', {"silos"})]:
        for hit in find(stores["sqlite"], query).hits:
            marked = [hit.snippet[start:end] for start, end in hit.marks]
            assert marked
            assert {word for mark in marked for word in mark.split()} <= wanted


def test_a_server_plans_every_search_for_what_it_asks(empty_database: str):
    with closing(open_store(empty_database)) as store:
        fill(store)
        for query in QUERIES:
            find(store, query)
        with store.read() as ledger:
            plans = ledger.connection.execute(
                text(
                    "SELECT custom_plans, generic_plans FROM pg_prepared_statements "
                    "WHERE statement LIKE '%tsquery%'"
                )
            ).all()
    assert plans
    assert all(custom and not generic for custom, generic in plans)


# What comes and goes


def make_passage(text: str, number: int = 0, **changes: object) -> Passage:
    values: dict[str, object] = {
        "kind": "text",
        "subject": f"report:sha256:{number}",
        "text": text,
        "spans": (Span(report="report:sha256:1", start=0, end=len(text)),),
    }
    return Passage(**{**values, **changes})  # pyright: ignore[reportArgumentType] - a test's shorthand


def found(store: Store, query: str) -> list[str]:
    return [hit.passage.text for hit in find(store, query).hits]


def test_an_owner_has_the_passages_that_were_put_last(store: Store):
    first, second, third = (make_passage(f"fire {word}") for word in ("one", "two", "three"))
    with store.write() as ledger:
        assert ledger.passages.put("story:1", [first, second]) == 2
        assert ledger.passages.put("story:1", [first, second]) == 0
        assert ledger.passages.put("story:1", [second, third]) == 2
        assert ledger.passages.count() == 2
    assert sorted(found(store, "fire")) == ["fire three", "fire two"]
    assert found(store, "one") == []
    with store.write() as ledger:
        ledger.passages.put("story:2", [first])
        assert ledger.passages.remove("story:1") == 2
        assert ledger.passages.remove("story:1") == 0
    assert found(store, "fire") == ["fire one"]


def test_the_same_passage_twice_comes_and_goes_twice(store: Store):
    passage = make_passage("fire")
    with store.write() as ledger:
        assert ledger.passages.put("story:1", [passage, passage]) == 2
        assert ledger.passages.put("story:1", [passage]) == 1
        assert ledger.passages.count() == 1
    assert found(store, "fire") == ["fire"]


def test_nothing_is_left_of_what_went(store: Store):
    with store.write() as ledger:
        for owner, passage in PASSAGES[:60]:
            ledger.passages.put(f"{owner}{passage.subject}", [passage])
        for owner, passage in PASSAGES[:60]:
            ledger.passages.remove(f"{owner}{passage.subject}")
        assert ledger.passages.count() == 0
        if store.engine.dialect.name == "sqlite":
            make = "CREATE VIRTUAL TABLE temp.left_over USING fts5vocab(main, passage_words, row)"
            ledger.connection.execute(text(make))
            left = ledger.connection.execute(text("SELECT term FROM temp.left_over")).all()
            ledger.connection.execute(text("DROP TABLE temp.left_over"))
        else:
            left = ledger.connection.execute(text("SELECT id FROM passage_words")).all()
        assert left == []


def test_an_index_that_is_made_anew_finds_the_same(store: Store):
    with store.write() as ledger:
        for owner, passage in PASSAGES[:60]:
            ledger.passages.put(f"{owner}{passage.subject}", [passage])
    before = find(store, "fire OR silo")
    with store.write() as ledger:
        ledger.passages.index_anew()
    assert find(store, "fire OR silo") == before
    assert before.total > 5


def test_a_search_ranks_the_newest_and_says_so(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(passages, "RANKED", 10)
    with store.write() as ledger:
        several = [make_passage(f"fire {number}", number) for number in range(25)]
        ledger.passages.put("story:1", several)
    hits = find(store, "fire")
    assert (hits.total, hits.more) == (10, True)
    assert {hit.passage.text for hit in hits.hits} == {f"fire {n}" for n in range(15, 25)}
    exact = find(store, '"fire 3"')
    assert ([hit.passage.text for hit in exact.hits], exact.more) == (["fire 3"], False)
    assert find(store, '"fire" "24"').total == 1


@pytest.mark.parametrize("stretch", [1, 3, 50])
@pytest.mark.parametrize("ranked", [2, 10])
@pytest.mark.parametrize("walked", [0, 10, 10_000])
def test_what_is_looked_at_in_stretches_is_found_as_a_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch, stretch: int, ranked: int, walked: int
):
    with store.write() as ledger:
        several = [
            make_passage("fire at sea" if n % 7 == 2 else "fire", n) for n in range(40) if n % 5
        ]
        ledger.passages.put("story:1", several)
        ledger.passages.put("story:2", [make_passage("flood", 40 + n) for n in range(30)])
    monkeypatch.setattr(passages, "RANKED", ranked)
    monkeypatch.setattr(searching, "_FIRST_STRETCH", 10_000)
    whole = [find(store, query) for query in ("fire", "sea", "flood", "-flood", "drought")]
    monkeypatch.setattr(searching, "_FIRST_STRETCH", stretch)
    monkeypatch.setattr(searching, "_WALKED", walked)
    assert [find(store, query) for query in ("fire", "sea", "flood", "-flood", "drought")] == whole


def test_exact_words_are_found_below_many_that_only_look_like_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(passages, "RANKED", 10)
    with store.write() as ledger:
        several = [make_passage("the fire" if n < 5 else "the fires", n) for n in range(30)]
        ledger.passages.put("story:1", several)
    assert found(store, '"the fire"') == ["the fire"]


def test_copies_of_one_passage_are_one_hit_that_names_the_others(store: Store):
    with store.write() as ledger:
        for number, day in enumerate(["2024-11-06", "2024-11-05", None]):
            ledger.passages.put(f"story:{number}", [make_passage("fire", number, day=day)])
        ledger.passages.put("story:3", [make_passage("fire", 3, kind="claim")])
    hits = find(store, "fire").hits
    assert [(hit.passage.kind, hit.passage.day) for hit in hits] == [
        ("claim", None),
        ("text", "2024-11-05"),
    ]
    assert set(hits[1].also) == {"report:sha256:0", "report:sha256:2"}


def test_any_text_can_be_put_and_found_by_its_first_words(store: Store):
    texts = ["", "\x00 fire \ud800", "fire " * 5000, "x" * 100_000 + " fire", "\x10fire \u202e"]
    with store.write() as ledger:
        several = [make_passage(text, number) for number, text in enumerate(texts)]
        ledger.passages.put("story:1", several)
    assert sorted(found(store, "fire")) == sorted(texts[1:])
    with store.write() as ledger:
        assert ledger.passages.remove("story:1") == len(texts)
    assert found(store, "fire") == []


def test_what_was_taken_back_is_not_found(store: Store):
    def put_and_fail() -> None:
        with store.write() as ledger:
            ledger.passages.put("story:1", [make_passage("fire")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put_and_fail()
    assert found(store, "fire") == []


def test_a_store_that_was_carried_over_finds_the_same(stores: dict[str, Store], store: Store):
    with stores["sqlite"].read() as ledger:
        lines = list(ledger.dump())
    with store.write() as ledger:
        ledger.load(lines)
    for query in ("fire", 'speaker:"Lea Marsh"', "-fire"):
        assert find(store, query) == find(stores["sqlite"], query)
