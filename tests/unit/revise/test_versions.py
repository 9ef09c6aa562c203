from itertools import permutations
from typing import Any

import pytest

from stemma.revise import find_earlier, find_revised, in_order

from .conftest import HURT, LEAD, LINES, MakeReport

ELSEWHERE = "https://haldencourier.example/fire-2"
CORRECTION = "Correction: An earlier version of this article said that ten people were hurt."
OTHER_MATTER = (
    "Mill in Sarrow to reopen in May",
    "The old mill in Sarrow will open its doors again in May after two years of repairs.",
    "Visitors can see how flour was made, and buy bread from the bakery next to the river.",
    "Tickets cost four crowns, said Olga Brandt, who leads the museum.",
)


def test_a_changed_text_at_one_address_is_a_revision(make_report: MakeReport):
    earlier = make_report()
    later = make_report({HURT: "Fourteen people were taken to hospital, police said."})
    found = find_earlier(later, [earlier])
    assert found is not None
    assert (found.kind, found.earlier, found.later) == ("revision", earlier.id, later.id)
    assert "one address" in found.why


def test_the_same_words_of_one_outlet_are_a_copy(make_report: MakeReport):
    found = find_earlier(make_report(url=ELSEWHERE), [make_report()])
    assert found is not None
    assert found.kind == "copy"


def test_nearly_the_same_text_of_one_outlet_at_another_address_is_a_revision(
    make_report: MakeReport,
):
    later = make_report({HURT: None}, url=ELSEWHERE)
    found = find_earlier(later, [make_report()])
    assert found is not None
    assert found.kind == "revision"


def test_another_text_at_the_address_of_an_earlier_one_is_a_new_article(make_report: MakeReport):
    later = make_report(lines=OTHER_MATTER)
    found = find_earlier(later, [make_report()])
    assert found is not None
    assert found.kind == "new_article"
    assert "hardly a sentence" in found.why
    assert find_revised([make_report(), later]) == ()


def test_the_nearest_version_is_found_among_several_reports(make_report: MakeReport):
    elsewhere = make_report(lines=OTHER_MATTER, url=ELSEWHERE)
    earlier = make_report(end=("More follows.",))
    found = find_earlier(make_report(), [elsewhere, earlier, elsewhere])
    assert found is not None
    assert found.earlier == earlier.id


@pytest.mark.parametrize(
    "other",
    [
        {"outlet": "Sarrow Bell", "url": "https://sarrowbell.example/fire"},
        {"outlet": None, "url": None},
    ],
)
def test_agency_copy_at_two_outlets_is_no_revision(make_report: MakeReport, other: dict[str, Any]):
    later = make_report({HURT: None}, **other)
    assert find_earlier(later, [make_report()]) is None
    assert find_revised([make_report(), later]) == ()


def test_reports_of_outlets_that_nobody_names_are_never_versions(make_report: MakeReport):
    earlier = make_report(outlet=None, url=None)
    assert find_earlier(make_report({HURT: None}, outlet=None, url=None), [earlier]) is None


def test_a_series_with_other_figures_every_day_is_no_revision(make_report: MakeReport):
    monday = (
        "Ministry counts 212 new cases",
        "The health ministry counted 212 new cases of river fever in Halden on Monday.",
        "So far 4,310 people have fallen ill, and 38 of them have died, the ministry said.",
        "The ministry asks everybody to boil water, to wash hands and to stay out of the river.",
        "Help is given at the town hall of Halden and at the station, on every day of the week.",
    )
    swaps = {"212": "187", "4,310": "4,497", "38": "41", "Monday": "Tuesday"}
    tuesday = monday
    for one, other in swaps.items():
        tuesday = tuple(line.replace(one, other) for line in tuesday)
    first = make_report(lines=monday, url=None, published="2025-03-03")
    second = make_report(lines=tuesday, url=None, published="2025-03-04")
    assert find_earlier(second, [first]) is None


def test_dates_of_publication_tell_which_version_is_the_earlier(make_report: MakeReport):
    held = make_report(published="2025-03-05")
    arrived = make_report({HURT: None}, published="2025-03-04")
    found = find_earlier(arrived, [held])
    assert found is not None
    assert (found.earlier, found.later) == (arrived.id, held.id)
    assert "dates of publication" in found.why


def test_where_dates_tell_nothing_a_notice_tells_which_version_is_the_later(
    make_report: MakeReport,
):
    held = make_report(end=(CORRECTION,), published="2025-03-04")
    found = find_earlier(make_report(published="2025-03"), [held])
    assert found is not None
    assert found.later == held.id
    assert "says that it was changed" in found.why


def test_where_nothing_tells_it_the_later_arrival_is_the_later_version(make_report: MakeReport):
    one, other = make_report(), make_report({HURT: None})
    for held, arrived in ((one, other), (other, one)):
        found = find_earlier(arrived, [held])
        assert found is not None
        assert found.later == arrived.id
        assert "nothing but their arrival" in found.why


def test_versions_follow_one_another_in_whatever_order_they_are_given(make_report: MakeReport):
    first = make_report(published="2025-03-03")
    second = make_report({HURT: None}, published="2025-03-04")
    third = make_report({HURT: None, LEAD: None}, published="2025-03-05")
    elsewhere = make_report(lines=OTHER_MATTER, url=ELSEWHERE)
    reports = [first, second, third, elsewhere]
    for given in permutations(reports):
        found = find_revised(given)
        assert [(one.earlier, one.later) for one in found] == [
            (first.id, second.id),
            (second.id, third.id),
        ]
    assert in_order([third, first, second]) == (first, second, third)


def test_the_names_of_files_stand_for_arrival_where_nothing_else_does(make_report: MakeReport):
    earlier = make_report(path="fire-1.html")
    later = make_report({HURT: None}, path="fire-2.html")
    (found,) = find_revised([later, earlier])
    assert (found.earlier, found.later) == (earlier.id, later.id)


def test_a_report_is_no_version_of_itself(make_report: MakeReport):
    assert find_earlier(make_report(), [make_report()]) is None
    assert find_revised([make_report(lines=LINES)]) == ()
