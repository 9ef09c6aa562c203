from collections.abc import Callable
from pathlib import Path

import pytest

from stemma.errors import UnreadableError
from stemma.watch.feeds import Listing
from stemma.watch.feeds.syndication import read_syndication

Read = Callable[..., Listing]

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
     xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
<title>Quayside  Chronicle</title><link>https://quayside.example/</link><ttl>30</ttl>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
<item><title>Ferry runs aground</title><link>/news/ferry?utm_source=rss</link>
  <guid isPermaLink="false">17</guid><pubDate>Wed, 14 Jan 2026 06:05:00 +0100</pubDate></item>
<item><title>The same, again</title><link>https://www.quayside.example/news/ferry</link></item>
<item><title>By its permanent link</title><guid>https://quayside.example/news/dam</guid></item>
<item><title>Through a counter</title><link>https://feeds.example/~r/1</link>
  <feedburner:origLink>https://quayside.example/news/mill</feedburner:origLink></item>
<item><title>Nowhere</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quayside.example/live/">
<title>Live</title>
<entry><title>Gate fails</title><id>tag:quayside.example,2026:1</id>
 <link rel="replies" href="https://quayside.example/talk"/>
 <link rel="alternate" type="application/json" href="gate.json"/>
 <link rel="alternate" type="text/html" href="gate"/>
 <published>2026-01-14T06:05:00Z</published><updated>2026-01-14T09:30:00+01:00</updated></entry>
</feed>"""


def test_rss_names_each_article_once_by_the_address_to_fetch(read: Read):
    listing = read(RSS)
    assert listing.kind == "rss"
    assert listing.title == "Quayside Chronicle"
    assert [one.url for one in listing.entries] == [
        "https://quayside.example/news/ferry?utm_source=rss",
        "https://quayside.example/news/dam",
        "https://quayside.example/news/mill",
    ]
    assert listing.entries[0].id == "https://quayside.example/news/ferry"


def test_times_are_told_in_utc(read: Read):
    first = read(RSS).entries[0]
    assert first.published == "2026-01-14T05:05:00Z"
    assert first.updated is None


def test_what_a_feed_says_of_its_own_freshness_is_heard(read: Read):
    assert read(RSS).fresh_for == 30 * 60
    assert read(RSS.replace("<ttl>30</ttl>", "")).fresh_for == 15 * 60
    assert read(RSS.replace(">30<", ">soon<").replace("hourly", "often")).fresh_for is None


def test_atom_gives_the_page_and_not_its_other_forms(read: Read):
    listing = read(ATOM)
    assert listing.kind == "atom"
    assert [one.url for one in listing.entries] == ["https://quayside.example/live/gate"]
    assert listing.entries[0].published == "2026-01-14T06:05:00Z"
    assert listing.entries[0].updated == "2026-01-14T08:30:00Z"


def test_broken_xml_is_read_as_far_as_it_goes(read: Read):
    listing = read(RSS[: RSS.index("<item><title>By its")] + "<item><title>cut & off")
    assert listing.entries[0].title == "Ferry runs aground"


def test_a_wrong_character_set_costs_no_entries(read: Read):
    listing = read(RSS.replace("Ferry", "Café").encode("latin-1"), "text/xml; charset=utf-8")
    assert len(listing.entries) == 3


def test_a_feed_named_as_plain_text_is_read_all_the_same(read: Read):
    assert len(read(RSS, "text/plain").entries) == 3


def test_a_path_in_place_of_a_feed_opens_no_file(tmp_path: Path):
    path = tmp_path / "secret.xml"
    path.write_text(RSS, encoding="utf-8")
    with pytest.raises(UnreadableError, match="holds no feed"):
        read_syndication(str(path).encode(), url="https://a.example/", content_type=None)


@pytest.mark.parametrize("content", [b"", b"Not found", b"<a><b>c</b></a>", b"\xff\xfe\x00\x00"])
def test_what_is_no_feed_is_refused(read: Read, content: bytes):
    with pytest.raises(UnreadableError):
        read(content)


def test_entities_do_not_swell(read: Read):
    levels = "".join(
        f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "ha" * 10}">' for at in range(9)
    )
    bomb = f"<?xml version='1.0'?><!DOCTYPE rss [{levels}]>" + RSS.split("?>", 1)[1].replace(
        "Ferry", "&e8;"
    )
    try:
        listing = read(bomb)
    except UnreadableError:
        return
    assert sum(len(one.title or "") for one in listing.entries) < 10_000
