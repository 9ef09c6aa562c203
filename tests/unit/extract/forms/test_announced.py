"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Extracted, Statement

Read = Callable[..., Extracted]
Tell = Callable[..., list[Statement]]


def test_a_statement_printed_without_marks_belongs_to_who_announces_it(read: Read):
    found = read(
        "The ferry company said in a statement:",
        "We are sorry for the delay. Our crews are working on it.",
        "The harbour opens at noon.",
    ).statements
    (statement,) = (one for one in found if one.voice != "own")
    assert statement.text == "We are sorry for the delay. Our crews are working on it"
    assert statement.source is not None
    assert statement.source.name == "ferry company"


def test_a_verb_of_saying_right_before_the_colon_announces_the_paragraph(tell: Tell):
    (statement,) = tell("On Monday, Ada Rook wrote:", "The dam is lost. Nobody will mend it.")
    assert statement.source is not None
    assert statement.source.name == "Ada Rook"
    assert statement.text == "The dam is lost. Nobody will mend it"


def test_a_list_that_a_colon_announces_is_nobodys_words(tell: Tell):
    found = tell("Here is what Ada Rook says voters want from the new dam:", "Safe gates.")
    assert "Safe gates" not in " ".join(one.text for one in found)
