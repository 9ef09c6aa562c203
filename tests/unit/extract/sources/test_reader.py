"""People, places and outlets are invented, agencies are not."""

from collections.abc import Callable

import pytest

from stemma.model import Source, Statement

Tell = Callable[..., list[Statement]]


def source_of(tell: Tell, speaker: str) -> Source:
    (statement,) = tell(f"{speaker} said the bridge was shut.")
    assert statement.source is not None
    return statement.source


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Ida Noll", "person"),
        ("Reuters", "outlet"),
        ("The Fenland Times", "outlet"),
        ("The transport ministry", "organisation"),
        ("A senior official", "unnamed"),
        ("Officials", "unnamed"),
        ("Critics", "crowd"),
        ("Many residents", "crowd"),
        ("The report", "document"),
        ("One of the sources", "unnamed"),
    ],
)
def test_kinds_of_sources_are_told_apart(tell: Tell, speaker: str, kind: str):
    assert source_of(tell, speaker).kind == kind


def test_a_person_keeps_the_role_before_the_name(tell: Tell):
    source = source_of(tell, "Transport Minister Ida Noll")
    assert (source.name, source.description) == ("Ida Noll", "Transport Minister")


def test_a_person_keeps_the_role_behind_the_name(tell: Tell):
    source = source_of(tell, "Ida Noll, a lecturer at Marrow College,")
    assert (source.name, source.description) == ("Ida Noll", "a lecturer at Marrow College")


def test_a_spokeswoman_speaks_for_her_organisation(tell: Tell):
    source = source_of(tell, "A White House spokeswoman")
    assert (source.name, source.kind) == ("White House", "organisation")
    assert source.description == "A White House spokeswoman"


@pytest.mark.parametrize(
    ("speaker", "count"),
    [("Three officials", 3), ("A source", 1), ("Officials", None), ("Two aides and a lawyer", 3)],
)
def test_unnamed_sources_are_counted(tell: Tell, speaker: str, count: int | None):
    assert source_of(tell, speaker).count == count
