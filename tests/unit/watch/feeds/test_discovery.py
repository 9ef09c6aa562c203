from collections.abc import Callable

import pytest

from stemma.errors import UnreadableError
from stemma.watch.feeds import Listing

Read = Callable[..., Listing]

PAGE = """<!DOCTYPE html><html><head><title>Quayside Chronicle</title>
<link rel="stylesheet" href="/style.css"><link rel="alternate" hreflang="fr" href="/fr">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="Alternate" type="application/atom+xml; charset=utf-8" title="News" href="feed.atom">
<link rel="alternate" type="application/feed+json" href="/feed.json">
</head><body><p>The ferry struck a bank.</p></body></html>"""


def test_a_page_leads_to_its_feed_and_not_to_its_comments(read: Read):
    listing = read(PAGE, "text/html")
    assert listing.kind == "page"
    assert listing.title == "Quayside Chronicle"
    assert [(one.title, one.url) for one in listing.onward] == [
        ("News", "https://quayside.example/news/feed.atom")
    ]


def test_addresses_are_joined_to_the_base_that_the_page_gives(read: Read):
    page = PAGE.replace("<head>", '<head><base href="https://cdn.example/x/">')
    assert read(page).onward[0].url == "https://cdn.example/x/feed.atom"


@pytest.mark.parametrize("page", ["<html><body>Nothing</body></html>", "<!doctype html><p>x"])
def test_a_page_without_a_feed_says_what_to_do(read: Read, page: str):
    with pytest.raises(UnreadableError, match=r"feed"):
        read(page)
