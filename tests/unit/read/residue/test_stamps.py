import pytest

from stemma.read.residue.stamps import is_clock, is_date_line, is_stamp, is_stamped_teaser


@pytest.mark.parametrize(
    "line", ["10:20", "9.45pm", "20 hours ago", "Politics20 hours ago", "Sport | 3 days ago", "5h"]
)
def test_clock_times_and_ages_on_their_own_are_stamps(line: str):
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line", ["Two days ago the ferry sank.", "10 ships", "The union met 3 days ago in Lorne"]
)
def test_sentences_and_counts_are_no_stamps(line: str):
    assert not is_stamp(line)


@pytest.mark.parametrize(
    "line",
    ["07:12 Otter cubs get their names", "Ten walks to take in autumn (2 days ago)"],
)
def test_headlines_with_their_time_are_teasers(line: str):
    assert is_stamped_teaser(line)


@pytest.mark.parametrize("line", ["9:30 The ferry was towed off.", "He left two days ago."])
def test_entries_of_a_diary_are_no_teasers(line: str):
    assert not is_stamped_teaser(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tue 10 March 2026 11:42 GMT",
        "11 Mar 2026, 7:48 AM",
        "Updated: November 18, 2031 10:20 am",
        "2031-11-18 10:20",
        "This story was originally published December 22, 2031, 11:09 AM.",
    ],
)
def test_lines_that_only_date_the_page_are_told(line: str):
    assert is_date_line(line)
    assert not is_clock(line)


@pytest.mark.parametrize("line", ["March 10 ferry disaster", "May be", "10 March: a day at sea"])
def test_phrases_with_a_date_in_them_are_no_date_lines(line: str):
    assert not is_date_line(line)
