import pytest

from stemma.press.outlets import Outlet, is_known_outlet, outlet_at, outlet_named
from stemma.tables import read_table, split_cell


@pytest.mark.parametrize(
    ("address", "name", "family"),
    [
        ("https://www.theguardian.com/world/1", "The Guardian", "Guardian Media Group"),
        ("http://amp.miamiherald.com/news/x", "Miami Herald", "McClatchy"),
        ("https://edition.cnn.com/x", "CNN", "Warner Bros. Discovery"),
        ("https://news.sky.com/story/x", "Sky News", "Comcast"),
        ("https://www.skynews.com.au/x", "Sky News Australia", "News Corp"),
        ("manchestereveningnews.co.uk", "Manchester Evening News", "Reach plc"),
        ("https://economictimes.indiatimes.com/x", "The Economic Times", "The Times Group"),
    ],
)
def test_an_address_tells_outlet_and_owner(address: str, name: str, family: str):
    found = outlet_at(address)
    assert found is not None
    assert (found.name, found.family) == (name, family)


def test_an_unknown_domain_is_an_outlet_and_a_family_of_its_own():
    expected = Outlet(name="tarncourier.co.uk", family="tarncourier.co.uk")
    assert outlet_at("https://news.tarncourier.co.uk/a") == expected


def test_an_agency_is_an_outlet_too():
    found = outlet_at("https://apnews.com/article/1")
    assert found is not None
    assert found.agency == found.name == "Associated Press"


@pytest.mark.parametrize(
    "address", ["", "localhost", "no address", "https://127.0.0.1/a", "http://[::1]/"]
)
def test_what_is_no_public_address_has_no_outlet(address: str):
    assert outlet_at(address) is None


def test_names_are_found_without_their_article_and_in_any_case():
    assert outlet_named("guardian") == outlet_named("The Guardian") == outlet_at("theguardian.com")


def test_a_domain_given_as_a_name_is_looked_up_as_a_domain():
    assert outlet_named("nytimes.com").name == "The New York Times"


def test_an_unknown_name_is_kept_as_it_is():
    assert outlet_named(" The Tarn Courier ") == Outlet(
        name="The Tarn Courier", family="The Tarn Courier"
    )
    assert not is_known_outlet("The Tarn Courier")


def test_no_domain_of_the_table_stands_in_two_lines():
    domains = [
        d
        for row in read_table("stemma.press", "outlets.tsv", columns=4)
        for d in split_cell(row[1])
    ]
    assert len(domains) == len(set(domains))
    assert all(domain == domain.lower() and "/" not in domain for domain in domains)
