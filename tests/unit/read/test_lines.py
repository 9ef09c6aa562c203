import pytest

from stemma.read.lines import normalise, one_line, split_lines


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v"])
def test_every_kind_of_line_break_divides_lines(line_break: str):
    assert split_lines(f"first{line_break}second") == ("first", "second")


@pytest.mark.parametrize(
    "invisible", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\x07", "\u200d", "\U000e0041"]
)
def test_invisible_and_direction_characters_are_dropped(invisible: str):
    assert one_line(f"Lan{invisible}tern") == "Lantern"


def test_joiners_stay_between_letters_of_scripts_that_need_them():
    assert one_line("می\u200cخواهم") == "می\u200cخواهم"


def test_letters_and_accents_written_apart_are_composed():
    assert one_line("Cafe\u0301") == "Café"


def test_runs_of_blanks_of_any_width_become_one_blank():
    assert one_line(" a\u00a0\u2003 b\tc ") == "a b c"


def test_empty_lines_stay_for_those_who_need_paragraphs():
    assert normalise("a\n \n\nb") == "a\n\n\nb"


def test_a_line_without_end_is_divided_after_sentences():
    line = "The ferry struck a bank. " * 2_000
    divided = split_lines(line)
    assert max(map(len, divided)) <= 10_000
    assert all(piece.endswith("bank.") for piece in divided)
    assert " ".join(divided) == line.strip()


def test_a_line_without_even_a_blank_is_divided_all_the_same():
    assert [len(piece) for piece in split_lines("x" * 25_000)] == [10_000, 10_000, 5_000]
