import pytest

from stemma.read.page_metadata import split_names


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
