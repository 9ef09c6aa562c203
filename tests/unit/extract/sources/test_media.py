"""Agencies and outlets are invented."""

from collections.abc import Callable
from dataclasses import replace

from stemma.extract.sources.media import find_media, is_agency, is_outlet
from stemma.model import Credit, Extracted

Read = Callable[..., Extracted]


def test_an_agency_credited_in_the_dateline_is_an_outlet_here(read: Read):
    report = read("TARN (TNA) - The bridge fell.").annotated.report
    credit = Credit(agency="TNA", basis="dateline", span=report.span(6, 9))
    assert is_outlet("TNA", find_media(replace(report, credits=(credit,))))
    assert not is_outlet("TNA", find_media(report))


def test_a_short_form_that_is_explained_is_an_outlet_here(read: Read):
    piece = read("It fell, the Tarn Press Agency (TPA) reported. The council (TC) agreed.")
    assert find_media(piece.annotated.report) == {"TPA"}


def test_a_paper_is_no_agency():
    assert is_agency("Fen Wire")
    assert not is_agency("Fenland Times")
