import pytest

from stemma.watch.clock import seconds_between
from stemma.watch.feeds.times import from_iso


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-01-14T06:05:00+01:00", "2026-01-14T05:05:00Z"),
        ("2026-01-14", "2026-01-14T00:00:00Z"),
        ("0988-07-05T12:00:00Z", "0988-07-05T12:00:00Z"),
    ],
)
def test_a_time_is_one_to_calculate_with(written: str, read: str):
    assert from_iso(written) == read
    assert seconds_between(read, read) == 0


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00Z", "0001-01-01", "soon", "", None])
def test_what_tells_no_time_is_none(written: str | None):
    assert from_iso(written) is None
