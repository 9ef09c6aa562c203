import pytest

from stemma.read.beside_headline import byline_beside_headline, lines_beside_headline
from stemma.read.markup import Element, parse_html

_TITLE = "Ferry runs aground off Tarn Island"
_LEAD = "The ferry Corrie struck a sandbank off Tarn Island on Monday evening with ninety on board."


def _tree(below: str) -> Element:
    tree = parse_html(f"<body><p>Harbour</p><h1>{_TITLE}</h1>{below}<p>{_LEAD}</p><p>{_LEAD}</p>")
    assert tree is not None
    return tree


def test_the_lines_above_and_below_the_headline_are_given_without_sentences():
    tree = _tree("<p>12 May 2031</p>")
    assert [block.text for block in lines_beside_headline(tree, _TITLE)] == [
        "12 May 2031",
        "Harbour",
    ]


@pytest.mark.parametrize(
    "below",
    [
        "<p>By Bo Ely</p>",
        "<p>by Bo Ely on May 12, 2031</p>",
        "<p>May 12, 2031 at 9.30 | By Bo Ely</p>",
        "<p>posted on 2031-05-12 23:30 by Bo Ely</p>",
        "<div>By</div><div>Bo Ely</div>",
        "<p>The ferry on the sandbank. By Cy Fenn</p><p>By Bo Ely, Courier Staff Writer</p>",
    ],
)
def test_the_byline_is_read_where_only_the_page_shows_it(below: str):
    assert byline_beside_headline(_tree(below), _TITLE) == ("Bo Ely",)


@pytest.mark.parametrize("below", ["<p>By the sea</p>", "<p>Stand by</p>", "<p>By 2031</p>", ""])
def test_not_every_by_names_an_author(below: str):
    assert byline_beside_headline(_tree(below), _TITLE) == ()
