from datetime import date

from stemma.read.dating.offices import election_day, is_election_day, terms_told
from stemma.read.dating.window import Window


def test_elections_are_on_the_tuesday_after_the_first_monday_of_november():
    assert election_day(2024) == date(2024, 11, 5)
    assert election_day(2022) == date(2022, 11, 8)
    assert election_day(2016) == date(2016, 11, 8)
    assert is_election_day(date(2024, 11, 5), presidential=True)
    assert not is_election_day(date(2022, 11, 8), presidential=True)
    assert not is_election_day(date(2019, 11, 5), presidential=False)


def test_an_office_tells_the_years_of_its_holder():
    told = dict(terms_told("President Barack Obama met Prime Minister Cameron."))
    assert told["President Barack Obama"] == (
        Window(first=date(2009, 1, 20), last=date(2017, 1, 19)),
    )
    assert "Prime Minister Cameron" in told


def test_former_holders_tell_nothing():
    assert terms_told("Former President Obama and ex-Prime Minister Cameron met.") == ()


def test_former_holders_tell_nothing_where_their_country_is_named():
    lead = "Former U.S. President Bill Clinton met ex-British Prime Minister Blair."
    assert terms_told(lead) == ()
    told = dict(terms_told("President Biden met former South Korean President Moon Jae-in."))
    assert list(told) == ["President Biden"]


def test_a_look_back_over_several_holders_tells_nothing():
    assert terms_told("President Obama did what President Joe Biden later undid.") == ()


def test_a_president_elect_is_one_between_election_and_inauguration():
    told = dict(terms_told("President-elect Trump spoke."))
    assert Window(first=date(2016, 11, 9), last=date(2017, 1, 19)) in told["President-elect Trump"]
    assert Window(first=date(2024, 11, 6), last=date(2025, 1, 19)) in told["President-elect Trump"]
