"""OPML (http://opml.org/spec2.opml): a list of the feeds that somebody reads."""

from stemma.watch.feeds.addresses import absolute, tidy
from stemma.watch.feeds.entry import Listing, Onward
from stemma.watch.feeds.trees import named, read_tree, words


def read_subscriptions(content: bytes, *, url: str) -> Listing:
    """Read the feeds of an OPML list, however deep its folders go.

    Raises:
        UnreadableError: The XML cannot be read.
    """
    root = read_tree(content, url=url)
    found: dict[str, Onward] = {}
    for outline in named(root, "outline"):
        written = {name.lower(): value for name, value in outline.attrib.items()}
        feed = absolute(written.get("xmlurl"), url)
        if feed is not None:
            title = tidy(written.get("title") or written.get("text"))
            found.setdefault(feed, Onward(url=feed, title=title))
    return Listing(kind="opml", title=tidy(words(root, "title")), onward=tuple(found.values()))
