"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Extracted

Read = Callable[..., Extracted]


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
