"""Outlets are invented, but for the agencies."""

from collections.abc import Callable

from stemma.model import Statement

Tell = Callable[..., list[Statement]]


def test_the_agency_is_the_agency_named_before(tell: Tell):
    found = tell(
        "The lake could be drained, according to an official cited by Reuters.",
        "The town slept in schools, the agency said.",
    )
    assert found[1].source is not None
    assert (found[1].source.name, found[1].source.kind) == ("Reuters", "outlet")
    assert len(found[1].source.spans) == 2


def test_the_paper_is_no_agency(tell: Tell):
    found = tell(
        "The bridge is shut, the Fenland Times reported, citing Reuters.",
        "The paper said it would stay shut.",
    )
    assert found[-1].source is not None
    assert found[-1].source.name == "Fenland Times"


def test_an_agency_of_the_state_between_keeps_its_words(tell: Tell):
    found = tell(
        "The bridge is shut, Reuters reported.",
        "It was closed by the FBI.",
        "The agency said it would stay shut.",
    )
    assert found[-1].source is not None
    assert found[-1].source.name != "Reuters"


def test_the_fire_service_is_no_outlet(tell: Tell):
    found = tell("Reuters reported a flood.", "The fire service said four people had died.")
    assert found[-1].source is not None
    assert found[-1].source.kind == "organisation"
