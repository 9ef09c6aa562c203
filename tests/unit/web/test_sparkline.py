from hypothesis import given
from hypothesis import strategies as st

from stemma.web.sparkline import sparkline


def test_what_came_at_once_is_one_bar():
    (bar,) = sparkline(["2026-05-10T08:00:00Z"] * 3)
    assert (bar.place, bar.height) == (0, 1.0)


def test_nothing_is_no_bar():
    assert sparkline([]) == ()


@given(
    st.lists(
        st.datetimes()
        .filter(lambda time: 1971 <= time.year <= 9000)
        .map(lambda time: time.strftime("%Y-%m-%dT%H:%M:%SZ")),
        min_size=1,
        max_size=50,
    )
)
def test_bars_stand_side_by_side_and_the_highest_is_whole(seen: list[str]):
    bars = sparkline(seen)
    assert [bar.place for bar in bars] == sorted({bar.place for bar in bars})
    assert all(0 <= bar.place < 24 and 0 < bar.height <= 1 for bar in bars)
    assert max(bar.height for bar in bars) == 1
