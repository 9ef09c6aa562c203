import pytest

from stemma.errors import UnreadableError
from stemma.read.plain import read_plain


def test_lines_stay_as_they_stand_and_blank_ones_divide():
    draft = read_plain(
        "Ferry runs aground\n\nThe ferry struck a bank.\nNobody was hurt.", path="a.txt"
    )
    assert draft.lines == ("Ferry runs aground", "The ferry struck a bank.", "Nobody was hurt.")
    assert draft.crude


def test_lines_broken_at_a_fixed_width_are_joined_into_paragraphs():
    text = (
        "Ferry runs aground off Tarn Island\n\n"
        "The ferry Corrie struck a sandbank off Tarn Island on Monday evening\n"
        "and the ninety people on board were taken to the shore in lifeboats,\n"
        "the coastguard said. Nobody was hurt, and the vessel was refloated at\n"
        "high tide.\n\n"
        "The operator said that services would resume when divers had looked\n"
        "at the hull.\n"
    )
    draft = read_plain(text, path="a.txt")
    assert len(draft.lines) == 3
    assert draft.lines[1].endswith("refloated at high tide.")
    assert "lifeboats, the coastguard" in draft.lines[1]


@pytest.mark.parametrize(
    "above",
    [
        f"Title: Ferry aground\nURL: https://tarn.example/{'news/' * 20}ferry\n\n",
        f"https://tarn.example/{'news/' * 20}ferry\n\n",
        "Ferry runs aground off Tarn Island in the evening with ninety people on board\n\n",
    ],
)
def test_a_longer_line_above_the_text_does_not_keep_broken_lines_apart(above: str):
    text = (
        "The ferry Corrie struck a sandbank off Tarn Island on Monday evening\n"
        "and the ninety people on board were taken to the shore in lifeboats,\n"
        "the coastguard said. Nobody was hurt, and the vessel was refloated at\n"
        "high tide.\n"
    )
    lines = read_plain(above + text, path="a.txt").lines
    assert lines[-1].startswith("The ferry Corrie")
    assert lines[-1].endswith("refloated at high tide.")


def test_a_headline_and_a_byline_above_unbroken_paragraphs_stay_two_lines():
    paragraph = "The ferry Corrie struck a sandbank off Tarn Island on Monday evening. " * 3
    text = f"Ferry runs aground off Tarn Island in the evening\nBy Bo Ely\n\n{paragraph}\n"
    assert len(read_plain(text, path="a.txt").lines) == 3


def test_short_lines_of_page_residue_are_never_joined():
    text = (
        "Home\nNews\nSport\nThe ferry struck a bank on Monday evening, the coastguard said.\nShare"
    )
    assert read_plain(text, path="a.txt").lines == tuple(text.split("\n"))


def test_text_without_a_letter_is_refused_with_its_name():
    with pytest.raises(UnreadableError, match=r"'a\.txt' holds no words"):
        read_plain("123 \n ---", path="a.txt")


def test_a_header_above_the_text_is_read_and_kept_as_cut():
    text = (
        "Title: Ferry runs aground\nSource: Tarn Courier\nDate: 12 May 2031\n"
        "URL: https://www.tarncourier.example/ferry?utm_source=x\nBy: Bo Ely and Cy Fenn\n\n"
        "The ferry struck a bank.\n"
    )
    draft = read_plain(text, path="a.txt")
    assert draft.lines == ("The ferry struck a bank.",)
    assert draft.title == "Ferry runs aground"
    assert draft.outlet == "Tarn Courier"
    assert draft.url == "https://tarncourier.example/ferry"
    assert draft.authors == ("Bo Ely", "Cy Fenn")
    assert [date.value for date in draft.published] == ["2031-05-12"]
    assert draft.cut[0][0] == "Title: Ferry runs aground"


def test_the_bare_address_above_the_text_is_the_reports():
    draft = read_plain("https://tarn.example/a\n\nThe ferry struck a bank.", path="a.txt")
    assert draft.url == "https://tarn.example/a"
    assert draft.lines == ("The ferry struck a bank.",)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry aground: what we know\nThe ferry struck a bank.",
        "Title: something\nThe ferry struck a bank.",
        "Coastguard: nobody hurt\nOperator: services resume\nThe ferry struck a bank.",
    ],
)
def test_lines_with_a_colon_are_not_taken_for_a_header(text: str):
    assert read_plain(text, path="a.txt").lines == tuple(text.split("\n"))
