"""People and firms are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_an_insurer_named_beside_it_is_the_source(tell: Tell):
    (statement,) = tell("One insurer, Marrow Mutual, said it had 2,140 claims.")
    assert statement.source is not None
    assert (statement.source.name, statement.source.kind) == ("Marrow Mutual", "organisation")
    assert statement.source.description == "One insurer"


def test_two_offices_before_one_name_are_one_person(tell: Tell):
    (statement,) = tell("Company chairman and chief executive Peter Marsh said it was bad.")
    assert statement.source is not None
    assert (statement.source.name, statement.source.kind) == ("Peter Marsh", "person")


def test_a_mayor_of_a_city_is_who_bears_the_name(tell: Tell):
    (statement,) = tell("The Mayor of London Peter Marsh said it was bad.")
    assert statement.source is not None
    assert statement.source.name == "Peter Marsh"


def test_a_spokesman_for_somebody_is_not_him(tell: Tell):
    (statement,) = tell("A spokesman for Peter Marsh said it was bad.")
    assert statement.source is not None
    assert statement.source.kind != "person"


def test_a_doctor_and_a_named_man_are_two(tell: Tell):
    (statement,) = tell("A doctor and Peter Marsh said it was bad.")
    assert statement.source is not None
    assert statement.source.name == "A doctor and Peter Marsh"


def test_a_name_is_never_cut_in_two(tell: Tell):
    (statement,) = tell("Ennet Hydro did not respond to requests for comment.")
    assert statement.source is not None
    assert statement.source.name == "Ennet Hydro"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The chairman of Germany's police union, Peter Marsh, said it was bad.", "Peter Marsh"),
        ("A spokeswoman for the festival Sarah Marsh said it was bad.", "Sarah Marsh"),
        ("A White House press spokesman said it was bad.", "White House"),
        ("A spokesman for the Marrow Police said it was bad.", "Marrow Police"),
        (
            "A foreign ministry spokesman in Berlin said it was bad.",
            "A foreign ministry spokesman in Berlin",
        ),
        ("A German spokesman said it was bad.", "A German spokesman"),
        ("The operator, Ennet Hydro, said it was bad.", "Ennet Hydro"),
        ("News agency Reuters reported that it was bad.", "Reuters"),
    ],
)
def test_who_speaks_is_a_name_or_the_whole_role(tell: Tell, line: str, name: str):
    (statement,) = tell(line)
    assert statement.source is not None
    assert statement.source.name == name


def test_a_surname_that_is_also_an_outlet_is_a_person(tell: Tell):
    found = tell("John Fox was fired on Monday. Fox brushed off questions. “I am here,” he said.")
    assert [one.source and one.source.name for one in found] == ["John Fox"]
