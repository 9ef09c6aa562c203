import pytest

from stemma.press.agencies import agencies, agency_named


def test_every_way_of_writing_an_agency_leads_to_it():
    for form in ("AP", "The Associated Press", "associated press"):
        found = agency_named(form)
        assert found is not None
        assert found.name == "Associated Press"


@pytest.mark.parametrize(
    ("form", "name", "short"),
    [
        ("Tarn Press Agency", "Tarn Press Agency", "TPA"),
        ("The Skerry News Service", "Skerry News Service", "SNS"),
    ],
)
def test_an_agency_that_no_table_has_is_told_by_its_name(form: str, name: str, short: str):
    found = agency_named(form)
    assert found is not None
    assert (found.name, found.short) == (name, (short,))


@pytest.mark.parametrize("form", ["News Agency", "Ann Ox", "the press service", "Tarn Courier", ""])
def test_other_names_are_no_agencies(form: str):
    assert agency_named(form) is None


def test_a_name_that_is_no_agency_gives_none():
    assert agency_named("The Tarn Courier") is None


def test_forms_are_tried_longest_first():
    for agency in agencies():
        lengths = [len(form) for form in agency.forms]
        assert lengths == sorted(lengths, reverse=True)


def test_no_two_agencies_share_a_name_or_a_domain():
    names = [agency.name for agency in agencies()]
    domains = [domain for agency in agencies() for domain in agency.domains]
    assert len(set(names)) == len(names) >= 40
    assert len(set(domains)) == len(domains)
