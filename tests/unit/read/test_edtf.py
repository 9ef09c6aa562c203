import pytest

from stemma.read.edtf import to_edtf


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-05-12", "2031-05-12"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("20310512", "2031-05-12"),
        ("2031-05-12T09:30:00Z", "2031-05-12T09:30:00Z"),
        ("2031-05-12T09:30:00.123+02:00", "2031-05-12T07:30:00Z"),
        ("2031-05-12T01:30:00+0530", "2031-05-12T01:30:00+05:30"),
        ("2031-05-12T22:30:00-05:00", "2031-05-12T22:30:00-05:00"),
        ("2031-05-12 09:30:00", "2031-05-12T09:30:00"),
        ("2031-05-12T00:00:00", "2031-05-12"),
        ("2031-05-12T00:00:00Z", "2031-05-12"),
        ("Mon, 12 May 2031 09:30:00 GMT", "2031-05-12T09:30:00Z"),
        ("May 12, 2031", "2031-05-12"),
        ("12 May 2031", "2031-05-12"),
        (1936344600, "2031-05-12T09:30:00Z"),
        (1936344600000, "2031-05-12T09:30:00Z"),
    ],
)
def test_dates_as_machines_write_them_become_edtf(written: object, expected: str):
    assert to_edtf(written) == expected


@pytest.mark.parametrize(
    "written", ["", "soon", "2031-13-01", "2031-02-30", "12/05/2031", None, True, -5, "9999-01-01"]
)
def test_what_is_no_clear_date_gives_none(written: object):
    assert to_edtf(written) is None
