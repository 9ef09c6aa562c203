"""People and firms are invented."""

from collections.abc import Callable

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
