import pytest

from stemma.model import Part
from stemma.read.credits import find_credits
from stemma.read.draft import Draft


def _credits(text: str, kind: str, **about: object) -> list[tuple[str, str]]:
    parts = [Part(kind=kind, start=0, end=len(text))]  # type: ignore[arg-type]
    draft = Draft(path="ferry.txt", lines=(text,), **about)  # type: ignore[arg-type]
    found = find_credits(text, parts, report="report:1", draft=draft)
    assert all(credit.span is None or credit.span.of(text).strip() for credit in found)
    return [(credit.agency, credit.basis) for credit in found]


@pytest.mark.parametrize(
    ("text", "kind", "credit"),
    [
        ("TARN (AP) —", "dateline", ("Associated Press", "dateline")),
        ("By Ada Okoro, Reuters", "byline", ("Reuters", "byline")),
        ("© 2031 AFP", "credit", ("Agence France-Presse", "copyright")),
        ("— Reuters", "credit", ("Reuters", "sign-off")),
        ("(Reporting by Ada Okoro; Editing by Ben Sule)", "credit", ("Reuters", "sign-off")),
        (
            "The Associated Press contributed to this report.",
            "credit",
            ("Associated Press", "contribution"),
        ),
    ],
)
def test_the_layout_tells_what_kind_of_credit_it_is(text: str, kind: str, credit: tuple[str, str]):
    assert _credits(text, kind) == [credit]


def test_an_agency_that_is_only_cited_is_no_credit():
    assert _credits("A senior official told Reuters that AFP was wrong.", "body") == []


def test_metadata_and_addresses_name_agencies_too():
    assert _credits("Ferry aground.", "body", authors=("The Associated Press",)) == [
        ("Associated Press", "metadata")
    ]
    assert _credits("Ferry aground.", "body", authors=("Reuters Staff", "Ada Okoro")) == [
        ("Reuters", "metadata")
    ]
    assert _credits("Ferry.", "body", url="https://tarn.example/wires/reuters/article-7") == [
        ("Reuters", "address")
    ]


def test_an_agency_that_no_table_knows_is_credited_by_its_dateline():
    assert _credits("TARN (Tarn Wire) -", "dateline") == [("Tarn Wire", "dateline")]
    assert _credits("TARN (OPA) -", "dateline", agencies=("Orlevian Press Agency",)) == [
        ("Orlevian Press Agency", "dateline"),
        ("Orlevian Press Agency", "metadata"),
    ]


def test_an_outlets_own_dateline_is_no_credit():
    assert _credits("TARN (Tarn Courier) -", "dateline", outlet="Tarn Courier") == []


def test_the_form_of_a_sign_off_says_nothing_where_another_agency_is_named():
    text = "TARN (Tarn Wire) -\n(Reporting by Ada Okoro; Editing by Ben Sule)"
    parts = [
        Part(kind="dateline", start=0, end=18),
        Part(kind="credit", start=19, end=len(text)),
    ]
    draft = Draft(path="ferry.txt", lines=(text,))
    found = find_credits(text, parts, report="report:1", draft=draft)
    assert [credit.agency for credit in found] == ["Tarn Wire"]
