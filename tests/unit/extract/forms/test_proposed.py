"""Attributions that no table knows of; all names are invented."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_a_verb_that_no_table_lists_reports_where_the_network_sees_it(tell: Tell):
    (statement,) = tell("Ida Noll groused that the bridge had been shut for no reason.")
    assert statement.text == "the bridge had been shut for no reason"
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"


def test_a_deed_reports_nothing(tell: Tell):
    assert tell("Ida Noll repaired the bridge because the council had no money.") == []
