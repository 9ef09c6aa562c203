"""Which corpora there are, and a digest of each: floors hold for the corpora they were set on."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

NAMES = (
    "claimdiff",
    "ecbplus",
    "extraction/andy",
    "meantime",
    "news_cluster/news_cluster",
    "newswire_ner",
    "polnear",
    "recognizers",
    "test/pud",
    "timex/tbaq",
    "train/ewt",
    "train/gum/dep",
)
"""Folders, as README.md lays them out."""

_DIGITS = 16


def digests(folder: Path | None) -> dict[str, str]:
    """Give the digest of each corpus that is at hand."""
    if folder is None:
        return {}
    return {name: _digest(folder / name) for name in NAMES if (folder / name).is_dir()}


def _digest(corpus: Path) -> str:
    """Digest the names and bytes of all files but those that say what a corpus is."""
    whole = hashlib.sha256()
    for path in sorted(corpus.rglob("*"), key=lambda path: path.relative_to(corpus).parts):
        if path.is_file() and not path.name.startswith((".", "README", "LICENSE")):
            name = path.relative_to(corpus).as_posix()
            whole.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return f"sha256:{whole.hexdigest()[:_DIGITS]}"


def differing(found: Mapping[str, str], recorded: Mapping[str, str]) -> list[str]:
    """Give the corpora that are others than those recorded, by name; what is missing is none."""
    return sorted(name for name, digest in found.items() if recorded.get(name, digest) != digest)


def warn(found: Mapping[str, str], recorded: Mapping[str, str]) -> str:
    """Say which corpora differ, or nothing."""
    others = differing(found, recorded)
    if not others:
        return ""
    return (
        f"{', '.join(others)}: not the corpus that the floors were set on, "
        "so its figures may be higher or lower for that alone"
    )
