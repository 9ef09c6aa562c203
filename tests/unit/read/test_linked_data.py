import json

from stemma.read.linked_data import LinkedArticle, read_linked_data
from stemma.read.markup import parse_html


def _read(linked: object) -> LinkedArticle | None:
    tree = parse_html(
        f'<html><script type="Application/LD+JSON">{json.dumps(linked)}</script></html>'
    )
    assert tree is not None
    return read_linked_data(tree)


def test_the_fullest_article_of_a_page_is_meant():
    teaser = {"@type": "NewsArticle", "headline": "Otter seen again"}
    story = {
        "@type": "NewsArticle",
        "headline": "Ferry aground",
        "datePublished": "2031-05-12",
        "author": "Bo Ely",
    }
    for order in ([teaser, story], [story, teaser]):
        found = _read(order)
        assert found is not None
        assert found.headline == "Ferry aground"


def test_an_article_inside_a_page_is_found():
    found = _read(
        {
            "@type": "WebPage",
            "mainEntity": {"@type": "http://schema.org/Article", "headline": "Ferry"},
        }
    )
    assert found is not None
    assert found.headline == "Ferry"


def test_a_page_that_has_only_an_organisation_has_no_article():
    assert _read({"@type": "Organization", "name": "Tarn Courier"}) is None


def test_markup_and_entities_in_the_headline_become_words():
    found = _read({"@type": "NewsArticle", "headline": "Ferry &amp; <i>Corrie</i>"})
    assert found is not None
    assert found.headline == "Ferry & Corrie"


def test_authors_may_be_a_string_a_list_or_objects():
    for authors in ("Bo Ely", ["Bo Ely"], {"name": "Bo Ely"}, [{"name": ["Bo Ely"]}, "Bo Ely"]):
        found = _read({"@type": "NewsArticle", "headline": "Ferry", "author": authors})
        assert found is not None
        assert found.authors == ("Bo Ely",)


def test_a_text_that_has_to_be_paid_for_is_marked():
    for value in (False, "False", "false"):
        found = _read({"@type": "NewsArticle", "headline": "Ferry", "isAccessibleForFree": value})
        assert found is not None
        assert found.free is False
