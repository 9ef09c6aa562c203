import pytest

from stemma.read.residue.loose import is_loose


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Okoro",
        "Ada Okoro -",
        "(Northline)",
        "Courtesy of Northline",
        "Data courtesy of the Tarn Institute",
        "— Ada Okoro (@adaokoro)",
        "Tags: ferries, harbours, Tarn",
        "More about ferries",
        "Our latest harbour stories",
        "Harbours,",
        "Ada Okoro | November 3, 2031 | 10:20",
        "Share fbsharetwShare pinShare",
        "Get the Tarn timetable",
        "We may earn a commission from links on this page.",
        "Things you buy through our links may earn Tarn Media a commission.",
    ],
)
def test_forms_that_pages_use_around_their_articles_are_loose(line: str):
    assert is_loose(line)


@pytest.mark.parametrize(
    "line",
    [
        "What the pilots want",
        "By Monday the ferry was towed off the sandbank.",
        "Nobody was hurt, the coastguard said on November 3, 2031.",
        "“We sent you an email with links to our site,” she said.",
        "We waited for three hours outside the harbour.",
        "You may see the ferry from the quay.",
    ],
)
def test_the_reports_own_forms_are_not(line: str):
    assert not is_loose(line)
