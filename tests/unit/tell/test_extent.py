import pytest

from stemma.tell.extent import extent


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", "2024-01-01T00:00", "2025-01-01T00:00"),
        ("2024-02", "2024-02-01T00:00", "2024-03-01T00:00"),
        ("2024-02-29", "2024-02-29T00:00", "2024-03-01T00:00"),
        ("2025-23", "2025-09-01T00:00", "2025-12-01T00:00"),
        ("2024-03-01/2024-03-03", "2024-03-01T00:00", "2024-03-04T00:00"),
        ("2024-03-01T09:30", "2024-03-01T09:30", "2024-03-01T09:30"),
        ("2024-03-01T09:30:00-05:00", "2024-03-01T14:30", "2024-03-01T14:30"),
        ("9999", "9999-01-01T00:00", "9999-12-31T23:59"),
    ],
)
def test_a_date_runs_from_its_first_moment_to_its_last(edtf: str, earliest: str, latest: str):
    found = extent(edtf)
    assert found is not None
    told = [one.astimezone(found[0].tzinfo).isoformat()[:16] for one in found]
    assert [told[0][:10], told[1][:10]] == [earliest[:10], latest[:10]]
    assert found[0] <= found[1]


@pytest.mark.parametrize("edtf", ["", "soon", "2024-13", "2024-03-01T99:99"])
def test_what_is_no_date_has_no_extent(edtf: str):
    assert extent(edtf) is None
