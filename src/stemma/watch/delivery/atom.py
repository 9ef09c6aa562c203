"""Alerts as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stemma.model import Alert
from stemma.version import __version__
from stemma.watch.delivery.writing import LABELS, to_title

_NAMESPACE = "http://www.w3.org/2005/Atom"
_FEED_ID = "urn:stemma:alerts"
_NEVER = "1970-01-01T00:00:00Z"


def to_atom(alerts: Sequence[Alert]) -> bytes:
    """Write a feed of alerts, in the order given; each entry quotes its evidence."""
    feed = Element("feed", xmlns=_NAMESPACE)
    _add(feed, "id", _FEED_ID)
    _add(feed, "title", "Stemma alerts")
    _add(feed, "updated", max((alert.at for alert in alerts), default=_NEVER))
    _add(feed, "generator", "Stemma", version=__version__)
    _add(_add(feed, "author"), "name", "Stemma")
    for alert in alerts:
        _add_entry(feed, alert)
    indent(feed)
    return tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _add_entry(feed: Element, alert: Alert) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"urn:stemma:{alert.id}")
    _add(entry, "title", to_title(alert))
    _add(entry, "updated", alert.at)
    _add(entry, "category", term=alert.kind, label=LABELS[alert.kind])
    _add(entry, "category", term=alert.story, scheme="urn:stemma:story")
    content = _add(_add(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    _add(content, "p", alert.message)
    for span, quote in zip(alert.evidence, alert.quotes, strict=True):
        _add(content, "blockquote", quote, title=f"{span.report} {span.start}–{span.end}")


_XHTML = "http://www.w3.org/1999/xhtml"


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    element = SubElement(parent, name, attributes)
    if text is not None:
        element.text = _printable(text)
    return element


def _printable(text: str) -> str:
    """Leave out what XML 1.0 cannot hold."""
    return "".join(
        mark
        for mark in text
        if mark in "\t\n"
        or (mark >= " " and not "\ud800" <= mark <= "\udfff" and mark < "\ufffe")
        or mark > "\uffff"
    )
