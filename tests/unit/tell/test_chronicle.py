from dataclasses import replace

from stemma.model import Coverage, Event, Story
from stemma.tell.chronicle import Chronicle, chronicle
from stemma.tell.lookup import Lookup


def lay_out(coverage: Coverage, *dates: str) -> Chronicle:
    story = coverage.stories[0]
    spans = story.timeline[0].spans
    events = tuple(
        Event(date=date, precision="day", text="x", spans=spans, claim=None) for date in dates
    )
    told: Story = replace(story, timeline=events)
    return chronicle(told, Lookup(replace(coverage, stories=(told,))))


def test_what_can_be_any_day_of_a_year_is_drawn_as_a_range(coverage: Coverage):
    year, minute = lay_out(coverage, "1967", "2026-03-10T02:40").entries
    assert year.happened
    assert year.happened.width > 0
    assert minute.happened
    assert minute.happened.width == 0


def test_the_days_of_the_reports_are_one_stretch_and_the_rest_lies_outside(coverage: Coverage):
    found = lay_out(coverage, "1967", "2026-03-10", "2027")
    before, during, after = (entry.happened for entry in found.entries)
    assert before
    assert during
    assert after
    news = found.news
    assert before.left + before.width <= news.left
    assert (during.left, round(during.width, 2)) == (news.left, round(news.width, 2))
    assert after.left >= news.left + news.width
    assert all(0 <= one.left <= one.left + one.width <= 100 for one in (before, during, after))


def test_nothing_before_takes_no_room(coverage: Coverage):
    found = lay_out(coverage, "2026-03-10")
    assert (found.news.left, found.news.width) == (0, 100)


def test_when_it_happened_and_when_it_was_reported_are_told_apart(coverage: Coverage):
    (entry,) = lay_out(coverage, "1967").entries
    assert entry.reports == ("report:first",)
    assert entry.reported != (entry.happened,)


def test_reports_without_a_date_are_not_drawn(coverage: Coverage):
    reports = tuple(replace(report, published=None) for report in coverage.reports)
    found = lay_out(replace(coverage, reports=reports), "2026-03-10", "2026-03-12")
    assert not found.has_reported
    assert all(entry.happened for entry in found.entries)


def test_a_date_that_cannot_be_read_is_listed_and_not_drawn(coverage: Coverage):
    (entry,) = lay_out(coverage, "XXXX").entries
    assert entry.happened is None
