"""Real news pages with the body, date, title and authors that people took from them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.material import text_of
from evals.outcome import Selection

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was fetched, and what it holds; None or empty where nobody could tell."""

    path: Path
    html: bytes
    title: str
    body: str
    date: str | None
    authors: tuple[str, ...]


def read_andy(selection: Selection) -> list[Page]:
    """Read the pages that are at hand.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    truth = json.loads(text_of(selection.folder("extraction", "andy", "articles.json")))
    pages = selection.files("*.html", "extraction", "andy", "html")
    return [_page(path, truth[path.stem]) for path in pages if path.stem in truth]


def _page(path: Path, entry: Mapping[str, Any]) -> Page:
    date = str(entry.get("date") or "")
    authors = str(entry.get("authors") or "")
    return Page(
        path=path,
        html=path.read_bytes(),
        title=str(entry.get("title") or ""),
        body=str(entry["articleBody"]),
        date=date if _DAY.fullmatch(date) else None,
        authors=tuple(one.strip() for one in authors.split(",") if one.strip()),
    )
