from stemma.model import Coverage, Span
from stemma.tell.lookup import Lookup
from stemma.tell.pointing import Pointing


def make_pointing(coverage: Coverage) -> Pointing:
    return Pointing(lookup=Lookup(coverage), mark="s1")


def whole_line(coverage: Coverage, number: int) -> Span:
    report = coverage.reports[number]
    return report.span(report.text.index("\n") + 1, len(report.text))


def test_words_are_pointed_at_once_each(coverage: Coverage):
    pointing = make_pointing(coverage)
    first, second = coverage.stories[0].findings[0].evidence
    assert pointing.words([first, second, first]) == "1.12-27 2.27-46"


def test_a_link_leads_to_the_words_of_its_report(coverage: Coverage):
    cite = make_pointing(coverage).cite(coverage.stories[0].findings[0].evidence[1])
    assert (cite.report, cite.place, cite.words) == ("report:second", "s1-2", "2.27-46")
    assert cite.label == "Valley News"


def test_short_words_are_quoted_with_those_around_them(coverage: Coverage):
    quote = make_pointing(coverage).quote(coverage.stories[0].findings[0].evidence[0])
    assert quote.before == ""
    assert quote.words == "Up to 40 people"
    assert quote.after.startswith(" were hurt, Mayor")


def test_words_alone_stand_between_quotation_marks(coverage: Coverage):
    quote = make_pointing(coverage).quote(coverage.reports[0].span(0, len("Bridge shut")))
    assert (quote.before, quote.words, quote.after) == ("", "“Bridge shut”", "")


def test_the_same_words_of_several_reports_are_quoted_once(coverage: Coverage):
    spans = [report.span(0, len("Bridge")) for report in coverage.reports[:2]]
    (passage,) = make_pointing(coverage).passages(spans)
    assert passage.text == "Bridge"
    assert [cite.label for cite in passage.cites] == ["Harbour Post", "Valley News"]
    (long,) = make_pointing(coverage).passages([whole_line(coverage, 0)])
    assert not long.text.endswith("…")
