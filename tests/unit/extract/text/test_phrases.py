"""Subjects of reporting verbs; all names are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_noun_before_a_verb_without_subject_is_its_subject_whatever_the_parser_calls_it(
    tell: Tell,
):
    (statement,) = tell(
        "One Club for Brell ad, which is currently airing, argues that only Ida Noll can save "
        "the harbour."
    )
    assert statement.text == "only Ida Noll can save the harbour"
    assert statement.source is not None
    assert statement.source.name == "One Club for Brell ad"
