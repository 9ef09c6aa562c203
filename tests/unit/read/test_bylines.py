import pytest

from stemma.read.bylines import split_names, tidy_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Bo Ely", ("Bo Ely",)),
        ("Bo Ely and Cy Fenn", ("Bo Ely", "Cy Fenn")),
        ("Bo Ely, Cy Fenn & Di Gale", ("Bo Ely", "Cy Fenn", "Di Gale")),
        ("https://www.facebook.com/boely", ()),
        ("admin", ()),
        ("", ()),
    ],
)
def test_a_byline_gives_names_and_nothing_else(byline: str, names: tuple[str, ...]):
    assert split_names(byline) == names


@pytest.mark.parametrize(
    ("given", "tidied"),
    [
        ("Bo Ely | The Tarn Courier", ("Bo Ely",)),
        ("Bo Ely MS, RDN", ("Bo Ely",)),
        ("Tarn Courier staff", ()),
        ("The Tarn Courier", ()),
        (", The Skerry Post", ()),
        ("tarn.example.com", ()),
        ("AFP", ("Agence France-Presse",)),
        ("Bo Ely and Cy Fenn", ("Bo Ely", "Cy Fenn")),
        ("Reuters Staff", ("Reuters",)),
        ("By Associated Press", ("Associated Press",)),
        ("Bo Ely, Associated Press", ("Associated Press", "Bo Ely")),
        ("The Guardian", ()),
    ],
)
def test_only_people_and_agencies_are_left_of_authors(given: str, tidied: tuple[str, ...]):
    assert tidy_names([given], sites=("Tarn Courier",)) == tidied
