import pytest

from stemma.read.markup import parse_html, words_of
from stemma.read.pruning import prune

_STORY = "<p>The ferry Corrie struck a sandbank off Tarn Island on Monday evening.</p>" * 3


def _pruned(body: str) -> str:
    tree = parse_html(f"<html><body>{body}</body></html>")
    assert tree is not None
    prune(tree)
    return words_of(tree)


@pytest.mark.parametrize(
    "part",
    [
        '<div class="article-comments"><p>Quite so, I say.</p></div>',
        '<section id="onetrust-banner"><p>Quite so, I say.</p></section>',
        '<div class="newsletter-form__wrapper"><p>Quite so, I say.</p></div>',
        '<aside class="Most-Read"><a href="/x">Quite so, I say.</a></aside>',
        '<a href="/x"><div><h3>Quite so, I say.</h3></div></a>',
    ],
)
def test_what_is_plainly_not_the_article_goes(part: str):
    words = _pruned(f"<article>{_STORY}</article>{part}")
    assert "Quite so" not in words
    assert words.count("sandbank") == 3


@pytest.mark.parametrize(
    "part",
    [
        '<div class="commentary"><p>Quite so, I say.</p></div>',
        '<p>Quite so, <a href="/x">I say</a>.</p>',
        '<a href="/x"><p>Quite so</p></a>',
    ],
)
def test_what_only_looks_so_stays(part: str):
    assert "Quite so" in _pruned(f"<article>{_STORY}</article>{part}")


def test_a_name_on_the_whole_page_takes_nothing_away():
    assert "sandbank" in _pruned(f'<div class="cookie-notice-open"><h1>Ferry</h1>{_STORY}</div>')


def test_words_after_a_part_stay_where_they_were():
    body = f'<article>{_STORY}<div class="newsletter"><p>Sign up.</p></div>after it</article>'
    assert _pruned(body).endswith("after it")


def test_an_article_that_only_subscribers_see_is_no_advertisement():
    body = f'<div class="subscription content">{_STORY}</div><p>Printed in Tarn on Mondays.</p>'
    assert "sandbank" in _pruned(body)
