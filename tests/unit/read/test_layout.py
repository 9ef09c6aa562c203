import pytest

from stemma.read.layout import dateline_of, is_byline, lay_out

_LEAD = "The ferry Meridian ran aground off Tarn on Sunday, the coastguard said."
_NEXT = "Nobody was hurt, coastguard spokesman Ivo Lindqvist told reporters at the quay."


def _kinds(*lines: str, headline: bool) -> list[list[str]]:
    return [[piece.kind for piece in pieces] for pieces in lay_out(lines, headline=headline)]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LORNE – The ferry ran aground.", "LORNE –"),
        ("LORNE (AP) — The ferry ran aground.", "LORNE (AP) —"),
        ("Lorne - The ferry ran aground.", "Lorne -"),
        ("TARN, Orlevia, Nov 18 (Reuters) - It ran.", "TARN, Orlevia, Nov 18 (Reuters) -"),
        ("Lorne, Nov 3 (IANS) - The ferry ran aground.", "Lorne, Nov 3 (IANS) -"),
        ("ORLEVIA: The ferry ran aground.", "ORLEVIA:"),
        ("LORNE/TARN (Reuters) - The ferry ran aground.", "LORNE/TARN (Reuters) -"),
        ("(Reuters) - The ferry ran aground.", "(Reuters) -"),
        ("ST. ALDA, Ore. -- The ferry ran aground.", "ST. ALDA, Ore. --"),
    ],
)
def test_datelines_are_found(line: str, dateline: str):
    match = dateline_of(line)
    assert match is not None
    assert line[: match.end()].rstrip() == dateline


@pytest.mark.parametrize(
    "line",
    [
        "In Orlevia — the capital of ferries — nobody slept.",
        "Meridian — which means noon — ran aground.",
        "Aas: We waited for three hours.",
        "BREAKING: Ferry aground off Tarn.",
        "The ferry, which sank, was old.",
        "Ferry-goers waited.",
    ],
)
def test_other_beginnings_are_no_datelines(line: str):
    assert dateline_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Okoro",
        "By ADA OKORO, Associated Press",
        "Ada Okoro and Ben Sule, Reuters",
        "The Associated Press",
        "Staff and agencies",
        "Xinhua | Updated: 2031-09-15 21:45",
        "Ada Okoro, TarnNews.com",
    ],
)
def test_bylines_are_known(line: str):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["By Monday the ferry was gone.", "By a quarter to nine it was over", "Pilots reject offer"],
)
def test_other_lines_are_no_bylines(line: str):
    assert not is_byline(line)


def test_a_report_is_laid_out_piece_by_piece():
    lines = (
        "Ferry runs aground off Tarn",
        "By Ada Okoro, Associated Press",
        f"TARN (AP) — {_LEAD}",
        "A NIGHT ON THE SANDBANK",
        _NEXT,
        "(Reporting by Ada Okoro; Editing by Ben Sule)",
    )
    assert _kinds(*lines, headline=True) == [
        ["headline"],
        ["byline"],
        ["dateline", "body"],
        ["subhead"],
        ["body"],
        ["credit"],
    ]


def test_a_paragraph_above_the_dateline_is_the_standfirst():
    assert _kinds("Ferry aground", _NEXT, f"TARN: {_LEAD}", headline=True) == [
        ["headline"],
        ["standfirst"],
        ["dateline", "body"],
    ]


def test_a_standfirst_knows_people_whom_the_lead_introduces():
    standfirst = "Coastguard officers have said that Lindqvist acted in time to save the ferry."
    lead = "The coastguard's Ivo Lindqvist ordered the Meridian off the sandbank on Sunday."
    assert _kinds("Who saved the ferry?", standfirst, lead, _NEXT, headline=True)[1] == [
        "standfirst"
    ]
    assert _kinds("Who saved the ferry?", lead, standfirst, _NEXT, headline=True)[1] == ["body"]


def test_pieces_cover_their_line_but_for_blanks():
    for line in (_LEAD, f"TARN (AP) — {_LEAD}", "© 2031 AFP"):
        (pieces,) = lay_out([line], headline=False)
        covered = "".join(line[piece.start : piece.end] for piece in pieces)
        assert covered.replace(" ", "") == line.replace(" ", "")
