from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from stemma.model import Coverage
from stemma.tell.lookup import Lookup
from stemma.tell.terminal import print_coverage


def shown(coverage: Coverage, width: int, *, show_cut: bool = False) -> str:
    file = StringIO()
    print_coverage(coverage, Console(file=file, width=width), show_cut=show_cut)
    return file.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(coverage: Coverage, width: int):
    assert max(len(line) for line in shown(coverage, width).splitlines()) <= width


def test_a_pipe_gets_no_colour(coverage: Coverage):
    assert "\x1b" not in shown(coverage, 80)


def test_the_four_counts_are_told_apart(coverage: Coverage):
    counts = "2 reports · 2 outlets · 2 publisher families · 1 to 2 independent origins"
    assert counts in shown(coverage, 120)


def test_the_tree_hangs_copies_under_what_they_come_from(coverage: Coverage):
    text = shown(coverage, 120)
    assert text.index("CPA") < text.index("Harbour Post  10 Mar 2026") < text.index("Valley News  ")


def test_words_of_reports_are_never_taken_for_markup(coverage: Coverage):
    assert "[CPA]" in shown(coverage, 120)


def test_cut_pieces_are_shown_on_request_only(coverage: Coverage):
    assert "Share this" not in shown(coverage, 80)
    assert "Share this" in shown(coverage, 80, show_cut=True)


def test_evidence_that_the_message_quotes_in_other_marks_is_not_shown_again(coverage: Coverage):
    story = coverage.stories[0]
    finding = story.findings[0]
    lookup = Lookup(coverage)
    words = {lookup.quote(span) for span in finding.evidence}
    message = "They differ: " + ", ".join(f"‘{one.upper()},’" for one in sorted(words))
    story = replace(story, findings=(replace(finding, message=message),))
    text = shown(replace(coverage, stories=(story,)), 120)
    looked_at = text.partition("What to look at first")[2].partition("Who says the same")[0]
    assert not any(f"“{one}”" in looked_at for one in words)


def test_evidence_is_not_shown_again_for_what_ties_it_to_words_before(coverage: Coverage):
    story = coverage.stories[0]
    finding = story.findings[0]
    report = coverage.reports[0]
    tied = report.text[:60].rsplit(" ", 1)[0]
    span = report.span(0, len(tied))
    said = tied.split(maxsplit=1)[1]
    story = replace(story, findings=(replace(finding, message=said, evidence=(span,)),))
    text = shown(replace(coverage, stories=(story,)), 120)
    looked_at = text.partition("What to look at first")[2].partition("Who says the same")[0]
    assert f"“{tied}" not in looked_at


def test_brackets_in_the_name_of_a_file_are_printed(coverage: Coverage):
    *english, foreign = coverage.reports
    named = replace(foreign, paths=("diario [final].txt",))
    text = shown(replace(coverage, reports=(*english, named)), 120)
    assert "diario [final].txt" in text
