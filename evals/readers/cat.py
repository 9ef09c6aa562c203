"""CAT XML, the format of ECB+ and MEANTIME: tokens, marks on them, relations of marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass(frozen=True, slots=True, kw_only=True)
class CatMark:
    """A mark on tokens: its tag, its attributes, and the ids of its tokens (may be none)."""

    tag: str
    attributes: Mapping[str, str]
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatText:
    """An article: per sentence its tokens as (id, form), the marks, and cross-document chains.

    ``chains`` maps the id of a mark to the chain it is in.
    """

    sentences: Mapping[int, tuple[tuple[str, str], ...]]
    marks: tuple[CatMark, ...]
    chains: Mapping[str, str]


def read_cat(path: Path) -> CatText:
    """Read one file."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose to read
    sentences: dict[int, list[tuple[str, str]]] = {}
    for token in root.findall("token"):
        line = sentences.setdefault(int(token.get("sentence", "0")), [])
        line.append((token.get("t_id", ""), token.text or ""))
    marks = [
        CatMark(
            tag=mark.tag,
            attributes=dict(mark.attrib),
            tokens=tuple(anchor.get("t_id", "") for anchor in mark.findall("token_anchor")),
        )
        for mark in root.findall("Markables/*")
    ]
    chains = {
        source.get("m_id", ""): relation.get("note", "")
        for relation in root.findall("Relations/CROSS_DOC_COREF")
        for source in relation.findall("source")
    }
    return CatText(
        sentences={number: tuple(line) for number, line in sorted(sentences.items())},
        marks=tuple(marks),
        chains=chains,
    )
