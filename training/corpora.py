"""The corpora that the network may learn from: their files, licences and digests.

``corpora.tsv`` lists them. A corpus whose files differ, or whose licence does not say what it
should, is refused: nothing ships that was learnt from text of unknown terms.
"""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LISTED = Path(__file__).with_name("corpora.tsv")
FREE = ("CC BY 4.0", "CC BY-SA 4.0", "CC BY and CC BY-SA")
"""Licences that ask for credit and the same licence, and for nothing else."""


class RefusedCorpusError(Exception):
    """A corpus is missing, changed, or not under the licence that it should have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One corpus: ``files`` are patterns, ``told`` words that stand in ``licence_file``."""

    name: str
    title: str
    part: str
    files: tuple[str, ...]
    licence: str
    licence_file: str
    told: str
    sha256: str
    url: str


def list_corpora(path: Path = LISTED) -> list[Corpus]:
    """Give the corpora that ``corpora.tsv`` lists."""
    lines = path.read_text("utf-8").splitlines()
    table = [line for line in lines if line and not line.startswith("#")]
    rows = csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        Corpus(
            name=name,
            title=title,
            part=part,
            files=tuple(files.split()),
            licence=licence,
            licence_file=licence_file,
            told=told,
            sha256=sha256,
            url=url,
        )
        for name, title, part, files, licence, licence_file, told, sha256, url in rows
    ]


def check_corpora(folder: Path, corpora: Iterable[Corpus]) -> None:
    """See that every corpus is the one that is listed, under the licence that is listed.

    Raises:
        RefusedCorpusError: One is not.
    """
    for corpus in corpora:
        if corpus.licence not in FREE:
            message = f"{corpus.name}: texts under {corpus.licence!r} train nothing that ships"
            raise RefusedCorpusError(message)
        _check_licence(folder, corpus)
        found = digest(folder, corpus.files)
        if found != corpus.sha256:
            message = f"{corpus.name}: its files have the digest {found}, not {corpus.sha256}"
            raise RefusedCorpusError(message)


def _check_licence(folder: Path, corpus: Corpus) -> None:
    if corpus.licence_file == "-":
        return
    path = folder / corpus.licence_file
    if not path.is_file() or corpus.told not in path.read_text("utf-8"):
        message = f"{corpus.name}: {corpus.licence_file} does not say {corpus.told!r}"
        raise RefusedCorpusError(message)


def digest(folder: Path, patterns: Iterable[str]) -> str:
    """Give the SHA-256 of files, of their names and contents in the order of the alphabet.

    Raises:
        RefusedCorpusError: A pattern finds no file.
    """
    digests = hashlib.sha256()
    for pattern in sorted(patterns):
        paths = sorted(folder.glob(pattern))
        if not paths:
            message = f"no files {pattern!r} under {folder}"
            raise RefusedCorpusError(message)
        for path in paths:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digests.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return digests.hexdigest()


def check_base(path: Path) -> Path:
    """Give the file of base weights: the path itself, or the one in a package's folder.

    Raises:
        RefusedCorpusError: There is none, or it is not the official one.
    """
    found = [path] if path.is_file() else sorted(path.rglob("model.safetensors"))
    if not found:
        message = f"no model.safetensors at {path}"
        raise RefusedCorpusError(message)
    if hashlib.sha256(found[0].read_bytes()).hexdigest() != BASE_SHA256:
        message = f"{found[0]} is not the official all-MiniLM-L6-v2 ({BASE_SHA256})"
        raise RefusedCorpusError(message)
    return found[0]


BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors`` of sentence-transformers/all-MiniLM-L6-v2, Apache License 2.0."""
