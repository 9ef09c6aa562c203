import pytest

from stemma.press.addresses import canonical, host_of, registered_domain

_STORY = "https://tarncourier.example/news/ferry-aground"


@pytest.mark.parametrize(
    "address",
    [
        "http://tarncourier.example/news/ferry-aground",
        "https://www.tarncourier.example/news/ferry-aground/",
        "https://WWW.TarnCourier.example:443/news/ferry-aground#comments",
        "https://m.tarncourier.example/news/ferry-aground",
        "https://amp.tarncourier.example/news/ferry-aground",
        "https://tarncourier.example/news/ferry-aground/amp/",
        "https://tarncourier.example/amp/news/ferry-aground",
        "https://tarncourier.example/news/ferry-aground?outputType=amp",
        "https://tarncourier.example/news/ferry-aground?utm_source=x&fbclid=abc&gclid=1",
        "https://www-tarncourier-example.cdn.ampproject.org/c/s/www.tarncourier.example/news/ferry-aground",
        "https://www.google.com/amp/s/www.tarncourier.example/news/ferry-aground",
        "  https://tarncourier.example/news/ferry-aground  ",
    ],
)
def test_all_ways_to_one_article_give_one_address(address: str):
    assert canonical(address) == _STORY


def test_parameters_that_name_the_article_stay_in_a_fixed_order():
    expected = "https://tarn.example/story.php?id=7&page=2"
    assert canonical("http://tarn.example/story.php?page=2&id=7&utm_medium=x") == expected
    assert canonical("http://tarn.example/story.php?id=7&page=2") == expected


@pytest.mark.parametrize(
    "address",
    [None, "", "tarn.example/a", "ftp://tarn.example/a", "javascript:alert(1)", "https://"],
)
def test_what_is_no_web_address_gives_none(address: str | None):
    assert canonical(address) is None


def test_naming_an_address_twice_changes_nothing():
    once = canonical("https://tarn.example/caf%C3%A9/ein%20weg?q=a+b")
    assert once
    assert canonical(once) == once


def test_the_registered_domain_knows_public_suffixes():
    assert registered_domain("https://news.tarncourier.co.uk/a") == "tarncourier.co.uk"
    assert host_of("https://www.news.tarncourier.co.uk:8080/a") == "news.tarncourier.co.uk"
