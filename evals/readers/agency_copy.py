"""Which agency an article's copy is of, told from a scraper's record; and the record without it.

This looks at what people look at: the byline, the bracket after the place, the copyright line,
the address ("/wires/ap/") and whose site it is. It knows nothing of how the program tells the same.
"""

import re
from collections.abc import Mapping
from typing import Any

_SPELLED = {
    "AP": r"(?:The )?Associated Press|AP",
    "Reuters": r"(?:Thomson )?Reuters(?: Foundation)?",
    "AFP": r"Agence France[- ]Presse|AFP",
    "PA": r"(?:The )?Press Association|PA",
    "UPI": r"United Press International|UPI",
    "Xinhua": r"Xinhua(?: News Agency)?",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "dpa": r"Deutsche Presse-Agentur|dpa",
    "Bloomberg": r"Bloomberg(?: News)?",
    "PTI": r"Press Trust of India|PTI",
    "IANS": r"Indo-Asian News Service|IANS",
}
_SITES = {
    "apnews.com": "AP",
    "reuters.com": "Reuters",
    "afp.com": "AFP",
    "upi.com": "UPI",
    "xinhuanet.com": "Xinhua",
    "bloomberg.com": "Bloomberg",
}
_ANY = "|".join(f"(?P<{agency}>{pattern})" for agency, pattern in _SPELLED.items())
_BRACKET = re.compile(rf"[^.\n]{{0,70}}?\((?:{_ANY})\)\s*[-–—]+\s*")
_LINE = re.compile(
    rf"(?:(?:by|by the)\s+)?(?:{_ANY})(?:\s+(?:reporter|staff|in\s+\w+|editorial|writer))?"
    r"(?:\s*\|.*)?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    rf"^(?:copyright|©)[^\n]{{0,20}}?(?:{_ANY})(?!\s*/)(?![^\n]*\b(?:image|photo|file)\b)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://[^/]+/(?:wires/)?(afp|ap|pa|reuters)(?:online)?/", re.IGNORECASE)
_HEAD = 400
_LEFT_OUT = {"title_rss", "title_page", "image_url", "localpath", "filename"}


def agencies_of(record: Mapping[str, Any]) -> frozenset[str]:
    """Tell whose copy an article is; empty where nothing says so."""
    text = str(record.get("text") or "")
    found = set(_of_site(str(record.get("source_domain") or "")))
    if address := _ADDRESS.match(str(record.get("url") or "")):
        found.add(canonical(address[1]))
    for author in record.get("authors") or ():
        found |= _named(_LINE.fullmatch(str(author).strip()))
    for line in text.splitlines():
        found |= _named(_LINE.fullmatch(line.strip()))
    for match in _BRACKET.finditer(text[:_HEAD]):
        found |= _named(match)
    for match in _COPYRIGHT.finditer(text):
        found |= _named(match)
    return frozenset(found)


def without_credits(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give the record without any sign of its agency: byline, bracket, copyright, address, site."""
    kept = {key: value for key, value in record.items() if key not in _LEFT_OUT}
    text = str(record.get("text") or "")
    text = _BRACKET.sub("", text[:_HEAD]) + text[_HEAD:]
    lines = [_COPYRIGHT.sub("", line) for line in text.split("\n")]
    kept["text"] = "\n".join(line for line in lines if not _LINE.fullmatch(line.strip()))
    kept["authors"] = []
    kept["url"] = None
    if _of_site(str(record.get("source_domain") or "")):
        kept["source_domain"] = "news.example"
    return kept


def canonical(name: str) -> str:
    """Give an agency's short name, however it is written; other names as they are."""
    for agency, pattern in _SPELLED.items():
        if re.fullmatch(pattern, name.strip(), re.IGNORECASE):
            return agency
    return {"PA Media": "PA"}.get(name, name)


def _of_site(domain: str) -> set[str]:
    return {agency for site, agency in _SITES.items() if f".{domain}".endswith(f".{site}")}


def _named(match: re.Match[str] | None) -> set[str]:
    if match is None:
        return set()
    return {agency for agency, words in match.groupdict().items() if words}
