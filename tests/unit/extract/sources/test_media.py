"""Agencies and outlets are invented."""

from dataclasses import replace

from stemma.extract.sources.media import find_media, is_agency, is_outlet
from stemma.model import Credit, Part, Report, digest


def make_report(text: str) -> Report:
    return Report(
        id=digest("report", text),
        article_id="a",
        paths=("invented.txt",),
        url=None,
        outlet=None,
        family=None,
        agency=None,
        title=None,
        authors=(),
        published=None,
        language="en",
        parts=(Part(kind="body", start=0, end=len(text)),),
        credits=(),
        text=text,
        cut=(),
    )


def test_an_agency_credited_in_the_dateline_is_an_outlet_here():
    report = make_report("TARN (TNA) - The bridge fell.")
    credit = Credit(agency="TNA", basis="dateline", span=report.span(6, 9))
    assert is_outlet("TNA", find_media(replace(report, credits=(credit,))))
    assert not is_outlet("TNA", find_media(report))


def test_a_short_form_that_is_explained_is_an_outlet_here():
    report = make_report("It fell, the Tarn Press Agency (TPA) reported. The council (TC) agreed.")
    assert find_media(report) == {"TPA"}


def test_a_paper_is_no_agency():
    assert is_agency("Fen Wire")
    assert not is_agency("Fenland Times")
