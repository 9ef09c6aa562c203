import gzip
from collections.abc import Callable

import pytest

from stemma.errors import TooLargeError, UnreadableError
from stemma.watch.feeds import Listing

Read = Callable[..., Listing]

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://quayside.example/a </loc><lastmod>2026-01-15</lastmod>
 <news:news><news:publication><news:name>Quayside</news:name></news:publication>
 <news:publication_date>2026-01-14T06:05+01:00</news:publication_date>
 <news:title>Gate &amp; dam</news:title></news:news>
 <image:image><image:loc>https://quayside.example/a.jpg</image:loc></image:image></url>
<url><loc>https://quayside.example/b</loc></url>
</urlset>"""


def index(*sitemaps: tuple[str, str]) -> str:
    listed = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for url, day in sitemaps
    )
    return (
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</sitemapindex>'
    )


def test_a_news_sitemap_gives_address_title_and_times(read: Read):
    listing = read(NEWS)
    assert listing.kind == "sitemap"
    first, second = listing.entries
    assert (first.url, first.title) == ("https://quayside.example/a", "Gate & dam")
    assert (first.published, first.updated) == ("2026-01-14T05:05:00Z", "2026-01-15T00:00:00Z")
    assert (second.url, second.title, second.published) == (
        "https://quayside.example/b",
        None,
        None,
    )


def test_a_packed_sitemap_is_unpacked(read: Read):
    assert read(gzip.compress(NEWS.encode())) == read(NEWS)


def test_a_packed_sitemap_that_swells_is_refused(read: Read):
    with pytest.raises(TooLargeError, match="more than 1,000,000 bytes"):
        read(gzip.compress(b" " * 50_000_000))


def test_a_broken_packed_file_is_refused(read: Read):
    with pytest.raises(UnreadableError, match="broken gzip"):
        read(b"\x1f\x8bnonsense and more of it")


def test_an_index_gives_its_newest_sitemaps_first_and_not_its_old_years(read: Read):
    several = [(f"https://quayside.example/{day}.xml", f"2025-{day}") for day in DAYS]
    listing = read(
        index(*several, ("/undated.xml", ""), ("https://quayside.example/01-01.xml", ""))
    )
    assert listing.kind == "index"
    assert listing.entries == ()
    assert listing.onward[0].url == "https://quayside.example/03-28.xml"
    assert len(listing.onward) == 50


DAYS = [f"{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]


def test_a_sitemap_is_mended_where_it_is_broken(read: Read):
    assert read(NEWS.replace("</urlset>", "").replace("&amp;", "&")).entries[0].url


def test_files_of_this_machine_do_not_come_in_by_entities(read: Read):
    evil = NEWS.replace(
        "<urlset", '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]><urlset', 1
    ).replace("Gate &amp; dam", "[&x;]")
    assert read(evil).entries[0].title == "[&x;]"
