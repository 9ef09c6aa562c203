import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import InputError
from stemma.watch.feeds import read_listing

RSS = "<rss version='2.0'><channel><title>Q</title>{}</channel></rss>"
ITEM = "<item><title>t</title><link>https://q.example/{}</link></item>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("before", ["", "\n  ", "<?xml version='1.0'?>\n", "<!-- <html> -->"])
def test_a_feed_is_known_by_what_it_holds(encoding: str, before: str):
    content = (before + RSS.format(ITEM.format("a"))).encode(encoding)
    listing = read_listing(
        content, url="https://q.example/", content_type="text/html", limit=10_000
    )
    assert listing.kind == "rss"


@given(content=st.binary(max_size=300) | st.text(alphabet="<>/!?-rsopml =\"'{}[]", max_size=80))
def test_any_bytes_are_either_read_or_refused(content: bytes | str):
    written = content.encode() if isinstance(content, str) else content
    try:
        listing = read_listing(written, url="https://q.example/", content_type=None, limit=1_000)
    except InputError:
        return
    assert all(one.url.startswith("http") for one in listing.entries)
