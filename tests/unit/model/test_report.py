from datetime import date

import pytest
from tests.invented import make_report


@pytest.mark.parametrize(
    "published",
    ["2024-11-18", "2024-11-18T09:30Z", "2024-11-18T22:30:00-05:00", "2024-11-18/2024-11-19"],
)
def test_the_day_of_a_report_is_that_where_it_came_out_and_of_several_the_first(published: str):
    assert make_report(published=published).day == date(2024, 11, 18)


@pytest.mark.parametrize("published", [None, "2024", "2024-11", "../2024-11-18", "2024-11-XX"])
def test_a_report_whose_date_is_not_known_to_the_day_has_none(published: str | None):
    assert make_report(published=published).day is None
