from collections.abc import Callable

from stemma.watch.feeds import Listing

Read = Callable[..., Listing]

OPML = """<opml version="2.0"><head><title>The desk</title></head><body>
<outline text="Region"><outline text="North">
  <outline type="rss" text="Quayside" xmlUrl="https://quayside.example/feed"/></outline></outline>
<outline title="Tarnside" text="x" xmlURL="https://tarnside.example/feed"/>
<outline text="again" xmlUrl="https://quayside.example/feed#top"/>
<outline text="a link" url="https://nobody.example/"/>
<outline text="a file" xmlUrl="file:///etc/hostname"/>
</body></opml>"""


def test_every_feed_of_a_list_is_named_once_however_deep(read: Read):
    listing = read(OPML)
    assert listing.kind == "opml"
    assert listing.title == "The desk"
    assert [(one.title, one.url) for one in listing.onward] == [
        ("Quayside", "https://quayside.example/feed"),
        ("Tarnside", "https://tarnside.example/feed"),
    ]
