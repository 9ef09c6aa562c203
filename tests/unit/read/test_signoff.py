import pytest

from stemma.read.signoff import (
    agencies_in,
    is_contribution,
    is_sign_off,
    is_signed_reporting,
    names_only_agencies,
    split_sign_off,
)


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ada Okoro; Editing by Ben Sule)",
        "Additional reporting by Ben Sule in Lorne",
        "AFP",
        "— Reuters/AP",
        "© 2031 AFP",
        "Copyright 2031 The Associated Press. All rights reserved.",
        "The Associated Press contributed to this report.",
        "With inputs from agencies",
        "Okoro reported from Lorne.",
        "Tarn News' Ben Sule contributed to this report.",
    ],
)
def test_sign_offs_are_known(line: str):
    assert is_sign_off(line)


@pytest.mark.parametrize(
    "line",
    [
        "The strike contributed to the loss, the company said.",
        "AFP reported on Monday that the ferry sank.",
        "Copyright 2031 Tarn Courier",
        "Reporting the grounding took hours, the captain said.",
        "She said the union had contributed reports on rest times to the ministry.",
    ],
)
def test_news_is_no_sign_off(line: str):
    assert not is_sign_off(line)


def test_who_helped_is_told_from_whose_copy_it_is():
    assert is_contribution("The Associated Press contributed to this report.")
    assert not is_contribution("© 2031 AFP")


def test_a_sign_off_is_divided_from_its_paragraph():
    paragraph = "The ferry was towed off on Monday."
    assert split_sign_off(f"{paragraph} (Reporting by Ada Okoro; Editing by Ben Sule)") == (
        paragraph,
        "(Reporting by Ada Okoro; Editing by Ben Sule)",
    )
    assert split_sign_off(f"{paragraph} (AP)") == (paragraph, "(AP)")
    assert split_sign_off(f"{paragraph} AFP") == (paragraph, "AFP")
    assert split_sign_off(f"{paragraph} Lindqvist told AFP.") is None
    assert split_sign_off("AFP") is None


def test_reporting_and_editing_in_brackets_is_the_form_of_one_agency():
    assert is_signed_reporting("(Reporting by Ada Okoro; Editing by Ben Sule)")
    assert not is_signed_reporting("Reporting by Ada Okoro")


def test_both_agencies_of_a_joint_sign_off_are_named_and_owners_of_pictures_are_not():
    named = [name for name, _, _ in agencies_in("— Reuters/AP")]
    assert named == ["Reuters", "Associated Press"]
    assert agencies_in("Photograph: Ada Okoro/AFP") == []


def test_short_forms_count_in_capitals_only():
    assert names_only_agencies("AP")
    assert not names_only_agencies("ap")
    assert agencies_in("Lindqvist told AFP and The Associated Press.") == [
        ("Agence France-Presse", 15, 18),
        ("Associated Press", 23, 43),
    ]
