"""What holds of every store: in memory, in a SQLite file, on a PostgreSQL server.

The outlets, towns and people are invented.
"""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import invented
from tests.contracts.keeping import LATER, NOON, READING, keep

from stemma.errors import StoreError
from stemma.model import (
    Account,
    Counts,
    Entity,
    Failure,
    Origins,
    Published,
    Report,
    Run,
    Stemma,
    Story,
    Summary,
    Verdict,
)
from stemma.stores import Ledger, Store, open_store
from stemma.stores.raws import Arrival, name_bytes
from stemma.stores.stories import Entry

TEXT = "Bridge shut\nUp to 40 people were hurt, Mayor Ida Noll said."

ODD_STRINGS = {
    "nothing": "",
    "NUL": "a\x00b",
    "NUL alone": "\x00",
    "bytes that are not UTF-8": "r\udce9sum\udce9.txt",
    "half of a pair": "\ud83d",
    "the sign that escapes": "\x10\x100000\x10d83d",
    "right to left": "\u202eمرحبا بالعالم\u202c",
    "emoji": "👩\u200d🚒🇺🇦",
    "composed": "e\u0301 é",
    "quotes": "'; DROP TABLE reports; -- \" % _ \\",
    "blanks": " \t\r\n\u2028\ufeff ",
    "a megabyte": "wörd " * 200_000,
}


_LONGEST_PATH = 2000


def make_report(name: str = "first", text: str = TEXT, **changes: object) -> Report:
    report = invented.make_report(
        text,
        name=name,
        first="headline",
        outlet="Harbour Post",
        published="2026-03-10",
        id=f"report:sha256:{name}",
        article_id=f"article:sha256:{name}",
        url=f"https://harbourpost.example/{name}",
        family="Harbour Post",
        authors=("Tilo Marsh",),
    )
    return replace(report, **changes)


def make_story(*reports: Report, name: str = "story:sha256:b41d6e") -> Story:
    first = reports[0]
    mayor = invented.span_of(first, "Mayor Ida Noll")
    counts = Counts(
        reports=len(reports), outlets=1, families=1, origins=Origins(low=1, high=len(reports))
    )
    return Story(
        id=name,
        title="Bridge shut",
        reports=tuple(report.id for report in reports),
        counts=counts,
        entities=(
            Entity(
                id="entity:sha256:a0",
                name="Ida Noll",
                kind="person",
                aliases=("Ida Noll",),
                misspellings=(),
                description="mayor",
                mentions=(mayor,),
            ),
        ),
        statements=(
            invented.make_statement(
                first,
                "Up to 40 people were hurt",
                by="Ida Noll",
                id=f"statement:sha256:{first.id[-4:]}",
            ),
        ),
        claims=(),
        figures=(),
        findings=(),
        timeline=(),
        stemma=Stemma(nodes=(), edges=(), families=()),
        brief=(),
    )


def summarise(story: Story) -> Summary:
    return Summary(
        id=story.id,
        title=story.title,
        counts=story.counts,
        finding=None,
        kinds=(),
        outlets=("Harbour Post",),
        people=("Ida Noll",),
        places=(),
        organisations=(),
        first=None,
        last=None,
        seen=(NOON,),
    )


# Bytes as they came


def arrival(path: str, content: bytes = b"bytes", **changes: str | None) -> Arrival:
    values = {"url": None, "content_type": None, "seen": NOON, **changes}
    return Arrival(raw=name_bytes(content), path=path, **values)  # pyright: ignore[reportArgumentType] - a test's shorthand


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"<p>" * 400_000])
def test_bytes_come_back_as_they_came(store: Store, content: bytes):
    with store.write() as ledger:
        ledger.raws.keep(arrival("a.html", content), content)
    with store.read() as ledger:
        assert ledger.raws.content(name_bytes(content)) == content
        assert ledger.raws.digests() == [name_bytes(content)]


def test_a_path_may_be_as_long_as_it_likes(store: Store):
    incompressible = (name_bytes(bytes([at])) for at in range(99))
    path = "https://courier.example/" + "".join(incompressible)
    report = replace(make_report("a"), paths=(path,), url=path, outlet=path)
    gone = Failure(path=path, error="FetchError", message="gone")
    with store.write() as ledger:
        keep(ledger, report)
        ledger.raws.fail(gone, raw=None, seen=NOON)
    with store.write() as ledger:
        held = ledger.reports.find(report.id)
        assert held is not None
        assert held.report.paths == (path,)
        assert ledger.reports.add_paths(report.id, [path]) == 0
        assert ledger.reports.at_address(path) == (held,)
        ledger.raws.heal(path)
        assert ledger.raws.failures() == ()


def test_the_same_bytes_are_kept_once_with_every_place(store: Store):
    with store.write() as ledger:
        first = arrival("b.txt", url="https://x.example/b", content_type="text/plain")
        assert ledger.raws.keep(first, b"bytes")
        assert ledger.raws.keep(arrival("a.txt"), b"bytes")
        assert not ledger.raws.keep(arrival("a.txt", seen=LATER), b"bytes")
    with store.read() as ledger:
        assert len(ledger.raws.digests()) == 1
        assert list(ledger.raws.arrivals()) == [first, arrival("a.txt")]
        assert list(ledger.raws.arrivals(first.raw)) == [first, arrival("a.txt")]
        assert list(ledger.raws.arrivals(name_bytes(b"other"))) == []


def test_bytes_that_never_came_are_none(store: Store):
    with store.read() as ledger:
        assert ledger.raws.content(name_bytes(b"never")) is None


def test_a_failure_stays_until_its_place_can_be_read(store: Store):
    empty = Failure(path="b.txt", error="UnreadableError", message="'b.txt' is empty")
    gone = Failure(path="a.txt", error="FetchError", message="'a.txt' is gone")
    with store.write() as ledger:
        for failure in (empty, gone, empty):
            ledger.raws.fail(failure, raw=None, seen=NOON)
        assert ledger.raws.failures() == (gone, empty)
        changed = replace(empty, message="'b.txt' is binary")
        ledger.raws.fail(changed, raw=None, seen=LATER)
        assert ledger.raws.failures() == (gone, changed)
        ledger.raws.heal("b.txt")
        assert ledger.raws.failures() == (gone,)


# Reports


def test_a_report_comes_back_equal(store: Store):
    report = make_report(paths=("a.txt", "b.txt"))
    with store.write() as ledger:
        assert keep(ledger, report)
        assert not keep(ledger, report)
    with store.read() as ledger:
        held = ledger.reports.find(report.id)
        assert held is not None
        assert held.report == report
        assert (held.seq, held.seen, held.superseded_by) == (1, NOON, None)
        assert held.raw == name_bytes(report.text.encode())
        assert ledger.reports.find("report:sha256:other") is None
        assert ledger.reports.count() == 1


def test_reports_stand_in_order_of_arrival(store: Store):
    names = ["z", "m", "a", "k"]
    with store.write() as ledger:
        for name in names:
            keep(ledger, make_report(name))
    ids = [f"report:sha256:{name}" for name in names]
    with store.read() as ledger:
        assert [held.report.id for held in ledger.reports.all()] == ids
        assert [held.seq for held in ledger.reports.all()] == [1, 2, 3, 4]
        assert [held.report.id for held in ledger.reports.all(after=1, most=2)] == ids[1:3]
        assert [held.report.id for held in ledger.reports.several(sorted(ids))] == ids
        assert ledger.reports.several(["report:sha256:other"]) == ()
        assert list(ledger.reports.ids()) == ids
        assert ledger.reports.named("m") == ("report:sha256:m",)
        assert ledger.reports.named("%") == ()


def test_more_reports_than_one_question_may_name_come_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("stemma.stores.reports._AT_ONCE", 3)
    names = [f"{number:02}" for number in range(10)]
    with store.write() as ledger:
        for name in names:
            keep(ledger, make_report(name, text=f"Text {name}"))
    with store.read() as ledger:
        found = ledger.reports.several(f"report:sha256:{name}" for name in reversed(names))
        assert [held.report.id for held in found] == [f"report:sha256:{name}" for name in names]
        assert [held.report.paths for held in found] == [(f"{name}.txt",) for name in names]


def test_a_report_is_found_by_article_address_words_and_bytes(store: Store):
    report = make_report()
    other = make_report("other", text="Other words.")
    with store.write() as ledger:
        keep(ledger, report, words="same")
        keep(ledger, other, words="different")
        for found in (
            ledger.reports.versions(report.article_id),
            ledger.reports.at_address(report.url or ""),
            ledger.reports.with_words("same"),
            ledger.reports.from_raw(name_bytes(report.text.encode())),
        ):
            assert [held.report for held in found] == [report]


def test_paths_of_copies_are_added_once(store: Store):
    report = make_report()
    with store.write() as ledger:
        keep(ledger, report)
        assert ledger.reports.add_paths(report.id, ["z.txt", "b.txt", "z.txt"]) == 2
        assert ledger.reports.add_paths(report.id, ["z.txt"]) == 0
        held = ledger.reports.find(report.id)
        assert held is not None
        assert held.report.paths == ("b.txt", "first.txt", "z.txt")


def test_a_report_that_is_read_anew_keeps_its_place(store: Store):
    report = make_report()
    anew = replace(report, authors=("Tilo Marsh", "Ana Reyl"), language="de")
    newer = Run(method="read.v2")
    with store.write() as ledger:
        keep(ledger, report)
        ledger.work.register(newer)
        ledger.reports.read_anew(anew, run=newer)
        held = ledger.reports.find(report.id)
        assert held is not None
        assert held.report == anew
        assert held.seq == 1


def test_a_version_of_an_article_leads_to_the_next(store: Store):
    earlier, later = make_report("earlier"), make_report("later")
    with store.write() as ledger:
        keep(ledger, earlier)
        keep(ledger, later)
        ledger.reports.supersede(earlier.id, later.id)
        held = ledger.reports.find(earlier.id)
        assert held is not None
        assert held.superseded_by == later.id
        ledger.reports.supersede(earlier.id, None)
        held = ledger.reports.find(earlier.id)
        assert held is not None
        assert held.superseded_by is None


# Finished work


def test_work_is_known_by_kind_run_and_input(store: Store):
    newer = Run(method="read.v2", settings="plain")
    with store.write() as ledger:
        ledger.work.keep("read", READING, {"b": ("one",), "a": ("two",)})
        ledger.work.keep("read", READING, {"a": ("changed",)})
        ledger.work.keep("read", newer, {"a": ("newer",)})
    with store.read() as ledger:
        assert ledger.work.done("read", READING, ["a", "b", "c"]) == {"a", "b"}
        assert ledger.work.done("understood", READING, ["a"]) == frozenset()
        assert ledger.work.find(tuple[str, ...], "read", READING, "a") == ("two",)
        assert ledger.work.find(tuple[str, ...], "read", newer, "a") == ("newer",)
        assert ledger.work.find(tuple[str, ...], "read", newer, "b") is None
        assert list(ledger.work.runs()) == [READING, newer]


def test_work_that_is_forgotten_is_to_be_done_again(store: Store):
    with store.write() as ledger:
        ledger.work.keep("features", READING, {"a": 1, "b": 2})
        ledger.work.forget("features", ["a", "c"])
        assert ledger.work.done("features", READING, ["a", "b"]) == {"b"}
        newer = replace(READING, method="read.v2")
        ledger.work.keep("features", newer, {"b": 3, "c": 4})
        assert ledger.work.inputs("features") == {"b", "c"}
        assert ledger.work.forget_others("features", newer) == 1
        assert ledger.work.done("features", READING, ["b"]) == frozenset()
        assert ledger.work.done("features", newer, ["b", "c"]) == {"b", "c"}


# Stories


def found(ledger: Ledger, *names: str, story: str = "story:sha256:b41d6e") -> str:
    for name in names:
        keep(ledger, make_report(name))
    ledger.stories.found(story, at=NOON)
    ledger.stories.place(story, [f"report:sha256:{name}" for name in names], at=NOON)
    return story


def test_a_story_has_members_in_order_of_arrival_and_is_to_be_told(store: Store):
    with store.write() as ledger:
        story = found(ledger, "z", "a")
        assert ledger.stories.members(story) == ("report:sha256:z", "report:sha256:a")
        assert ledger.stories.of_report("report:sha256:z") == story
        assert ledger.stories.of_report("report:sha256:other") is None
        assert list(ledger.stories.stale()) == [story]
        assert ledger.stories.count() == 1
        assert ledger.stories.find(story) is None
        assert ledger.stories.told_from(story) is None


def test_a_told_story_comes_back_equal_and_its_ids_are_found(store: Store):
    report = make_report("z")
    with store.write() as ledger:
        name = found(ledger, "z")
        story = make_story(report, name=name)
        ledger.stories.keep(story, summarise(story), told_from="digest", run=READING, at=NOON)
    with store.read() as ledger:
        assert ledger.stories.find(name) == story
        assert ledger.stories.told_from(name) == "digest"
        assert ledger.stories.told() == (name,)
        assert ledger.summaries.latest() == (summarise(story),)
        assert ledger.summaries.latest(most=5, skip=1) == ()
        assert list(ledger.stories.stale()) == []
        assert ledger.stories.owners("a0") == (("entity:sha256:a0", name),)
        assert ledger.stories.owners("A") == ()
        assert ledger.stories.owners("%") == ()
        assert ledger.stories.moved("b41") == (name,)


def test_the_dates_that_reports_have_of_each_other_come_and_go_with_what_is_told(store: Store):
    dates = {"report:sha256:z": Published(value="2026-03", precision="month", basis="the others")}
    with store.write() as ledger:
        name = found(ledger, "z")
        story = make_story(make_report("z"), name=name)
        assert ledger.stories.dates(name) == {}
        keep = partial(ledger.stories.keep, told_from="digest", run=READING, at=NOON)
        keep(story, summarise(story), dates=dates)
        assert ledger.stories.dates(name) == dates
        keep(story, summarise(story))
        assert ledger.stories.dates(name) == {}
        keep(story, summarise(story), dates=dates)
        ledger.stories.empty(name, at=NOON)
        assert ledger.stories.dates(name) == {}


def test_a_report_that_moves_leaves_both_stories_to_be_told_anew(store: Store):
    with store.write() as ledger:
        left = found(ledger, "a", "b", story="story:sha256:1")
        right = found(ledger, "c", story="story:sha256:2")
        for name in (left, right):
            story = make_story(make_report("a"), name=name)
            ledger.stories.keep(story, summarise(story), told_from="digest", run=READING, at=NOON)
        ledger.stories.place(right, ["report:sha256:b"], at=LATER)
        assert list(ledger.stories.stale()) == [left, right]
        assert ledger.stories.members(left) == ("report:sha256:a",)
        assert ledger.stories.members(right) == ("report:sha256:b", "report:sha256:c")
        ledger.stories.remove("report:sha256:a", at=LATER)
        ledger.stories.remove("report:sha256:a", at=LATER)
        assert ledger.stories.members(left) == ()
        assert ledger.stories.count() == 1


def test_a_story_that_is_settled_or_emptied_is_no_longer_stale(store: Store):
    with store.write() as ledger:
        settled = found(ledger, "a", story="story:sha256:1")
        emptied = found(ledger, "b", story="story:sha256:2")
        story = make_story(make_report("b"), name=emptied)
        ledger.stories.keep(story, summarise(story), told_from="digest", run=READING, at=NOON)
        ledger.stories.settle(settled)
        ledger.stories.empty(emptied, at=NOON)
        assert list(ledger.stories.stale()) == []
        assert ledger.stories.find(emptied) is None
        assert ledger.stories.owners("a0") == ()


def test_a_merged_story_leads_on_and_so_do_those_that_led_to_it(store: Store):
    with store.write() as ledger:
        names = [
            found(ledger, letter, story=f"story:sha256:{number}")
            for number, letter in enumerate("abc")
        ]
        ledger.stories.redirect(names[0], names[1])
        ledger.stories.redirect(names[1], names[2])
        assert {ledger.stories.follow(name) for name in names} == {names[2]}
        assert list(ledger.stories.stale()) == [names[2]]
        with pytest.raises(StoreError, match="no story 'story:sha256:none'"):
            ledger.stories.follow("story:sha256:none")


def test_the_log_of_a_story_tells_what_happened_in_order(store: Store):
    entries = [
        Entry(at=NOON, story="1", event="founded", other=None, reports=("report:a",), why="new"),
        Entry(at=NOON, story="2", event="founded", other=None, reports=("report:b",), why="new"),
        Entry(at=LATER, story="1", event="merged", other="2", reports=("report:a",), why="alike"),
    ]
    with store.write() as ledger:
        ledger.stories.found("1", at=NOON)
        ledger.stories.found("2", at=NOON)
        for entry in entries:
            ledger.stories.log(entry)
    with store.read() as ledger:
        assert list(ledger.stories.history("1")) == [entries[0], entries[2]]
        assert list(ledger.stories.history("2")) == [entries[1], entries[2]]


# Reading and writing


def test_what_a_block_wrote_is_there_or_not_at_all(store: Store):
    def fail_halfway() -> None:
        with store.write() as ledger:
            keep(ledger, make_report())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with store.read() as ledger:
        assert ledger.reports.count() == 0
        assert ledger.raws.digests() == []
    with store.write() as ledger:
        assert keep(ledger, make_report())


def test_what_points_nowhere_is_refused_whole(store: Store):
    def place_in_no_story() -> None:
        with store.write() as ledger:
            keep(ledger, make_report())
            ledger.stories.place("story:sha256:none", ["report:sha256:first"], at=NOON)

    with pytest.raises(StoreError):
        place_in_no_story()
    with store.read() as ledger:
        assert ledger.reports.count() == 0


def test_a_thread_that_writes_cannot_begin_to_write_again(store: Store):
    with (
        store.write(),
        pytest.raises(StoreError, match="being written by this thread"),
        store.write(),
    ):
        pass
    with store.write() as ledger:
        assert keep(ledger, make_report())


def test_a_store_that_is_opened_again_holds_what_it_held(location: str):
    if location == "memory:":
        pytest.skip("what is in memory goes with the process")
    store = open_store(location)
    with store.write() as ledger:
        keep(ledger, make_report())
    store.close()
    again = open_store(location)
    with again.read() as ledger:
        assert ledger.reports.count() == 1
    again.close()


# Strings that databases refuse


@pytest.mark.parametrize("odd", ODD_STRINGS.values(), ids=ODD_STRINGS)
def test_any_string_comes_back_as_it_was(store: Store, odd: str):
    path = odd[:_LONGEST_PATH]
    report = make_report(text=f"Text {odd}", title=odd, outlet=odd, url=odd, paths=(f"p{path}",))
    failure = Failure(path=path, error="UnreadableError", message=odd)
    run = Run(method="m", settings=odd)
    with store.write() as ledger:
        keep(ledger, report, words=path)
        ledger.work.keep("features", run, {path: {odd: odd}})
        ledger.raws.fail(failure, raw=None, seen=NOON)
    with store.read() as ledger:
        assert [held.report for held in ledger.reports.all()] == [report]
        assert [held.report for held in ledger.reports.with_words(path)] == [report]
        assert [held.report for held in ledger.reports.at_address(odd)] == [report]
        assert ledger.work.find(dict[str, str], "features", run, path) == {odd: odd}
        assert ledger.raws.failures() == (failure,)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.text(st.characters(), max_size=40), max_size=5, unique=True))
def test_paths_stand_in_one_order_everywhere(store: Store, paths: list[str]):
    with store.write() as ledger:
        keep(ledger, make_report())
        ledger.reports.add_paths("report:sha256:first", paths)
        held = ledger.reports.find("report:sha256:first")
        assert held is not None
        assert set(paths) <= set(held.report.paths)
    with store.read() as ledger:
        assert ledger.reports.find("report:sha256:first") == held


def test_the_mark_moves_with_everything_that_pages_show_and_with_nothing_else(store: Store):
    with store.read() as ledger:
        marks = [ledger.mark()]

    def moved() -> bool:
        with store.read() as ledger:
            marks.append(ledger.mark())
        return marks[-1] != marks[-2]

    with store.write() as ledger:
        name = found(ledger, "z")
    assert moved(), "a report came"
    story = make_story(make_report("z"), name=name)
    with store.write() as ledger:
        ledger.stories.keep(story, summarise(story), told_from="digest", run=READING, at=NOON)
    assert moved(), "a story was told"
    with store.write() as ledger:
        entry = Entry(at=NOON, story=name, event="joined", other=None, reports=(), why="named")
        ledger.stories.log(entry)
    assert moved(), "something became of a story"
    with store.write() as ledger:
        ledger.verdicts.keep(Verdict(kind="own_origin", author="Ada", at=NOON, subject=()))
    assert moved(), "somebody decided"
    with store.write() as ledger:
        ledger.stories.empty(name, at=LATER)
    assert moved(), "a story has no reports left"
    with store.write() as ledger:
        ledger.accounts.add(Account(name="Ada", role="reader", created=NOON), password="hash")  # noqa: S106 - of nobody
    assert not moved()


def test_a_list_is_read_line_by_line_as_well(store: Store):
    with store.write() as ledger:
        for number, letter in enumerate("ab"):
            name = found(ledger, letter, story=f"story:sha256:{number}")
            story = make_story(make_report(letter), name=name)
            keep = partial(ledger.stories.keep, told_from=f"digest {letter}", run=READING, at=NOON)
            keep(story, summarise(story))
        found(ledger, "c", story="story:sha256:2")
    with store.read() as ledger:
        first, second = "story:sha256:0", "story:sha256:1"
        assert ledger.summaries.order() == [(first, "digest a"), (second, "digest b")]
        several = ledger.summaries.several([second, first, "story:sha256:2", "story:sha256:9"])
        assert tuple(several[name] for name in (first, second)) == ledger.summaries.latest()
        assert len(several) == 2
