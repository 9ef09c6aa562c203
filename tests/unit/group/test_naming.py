from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from stemma.group.naming import Named, name_parts
from stemma.model import digest

EMMET, FERRY = "story:emmet", "story:ferry"


def name(
    parts: Sequence[str], before: dict[str, str], *, taken: frozenset[str] = frozenset()
) -> list[Named]:
    """Name parts of one-letter reports that arrived in the order of the alphabet."""
    return name_parts(
        [tuple(part) for part in parts],
        before={story: tuple(members) for story, members in before.items()},
        order=lambda report: (ord(report), report),
        is_taken=taken.__contains__,
    )


def test_a_story_that_grows_keeps_its_id():
    assert [one.story for one in name(["abc"], {EMMET: "ab"})] == [EMMET]


def test_a_new_story_has_an_id_of_its_first_report():
    assert [one.story for one in name(["ba"], {})] == [digest("story", "a")]


def test_an_id_that_was_given_before_is_not_given_again():
    first = digest("story", "a")
    found = name(["a"], {}, taken=frozenset({first}))
    assert found[0].story == digest("story", "a", "2")


def test_stories_that_become_one_have_the_id_of_the_older():
    found = name(["abcde"], {FERRY: "bcd", EMMET: "a"})
    assert found[0].story == EMMET
    assert found[0].merged == (FERRY,)


def test_the_larger_part_of_a_story_keeps_its_id():
    found = {one.reports: one for one in name(["ab", "cde"], {EMMET: "abcde"})}
    assert found["c", "d", "e"].story == EMMET
    assert found["a", "b"].story == digest("story", "a")
    assert found["a", "b"].out_of == EMMET


def test_of_equal_parts_the_one_with_the_first_report_keeps_the_id():
    found = {one.reports: one.story for one in name(["bc", "ad"], {EMMET: "abcd"})}
    assert found["a", "d"] == EMMET


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9), st.lists(st.integers(0, 3), min_size=9))
def test_every_part_has_an_id_of_its_own_and_every_story_goes_on_once(
    earlier: list[int], later: list[int]
):
    letters = "abcdefghi"
    before: dict[str, str] = {}
    parts: dict[int, str] = {}
    for letter, old, new in zip(letters, earlier, later, strict=False):
        before[f"story:{old}"] = before.get(f"story:{old}", "") + letter
        parts[new] = parts.get(new, "") + letter
    found = name(list(parts.values()), before)
    ids = [one.story for one in found]
    assert len(set(ids)) == len(parts)
    went_on = [story for one in found for story in (one.story, *one.merged) if story in before]
    assert sorted(went_on) == sorted(before)
