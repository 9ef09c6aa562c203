"""What the user names -> the bytes it stands for: files, folders, globs, stdin, addresses."""

import glob
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from stemma.errors import InputError, TooLargeError, UnreadableError
from stemma.model import Failure
from stemma.ports import Fetcher
from stemma.read.raw import Raw

_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WEB = re.compile(r"^https?://", re.IGNORECASE)
_ABOUT_THE_FOLDER = re.compile(
    r"^(?:readme|licen[cs]e|copying|notice|changelog|contributing|makefile)(?:\..*)?$",
    re.IGNORECASE,
)
_BESIDE_A_PAGE = frozenset(
    """
    .css .js .mjs .map .woff .woff2 .ttf .otf .eot
    .jpg .jpeg .png .gif .svg .webp .avif .ico .bmp .tif .tiff
    .mp3 .mp4 .m4a .wav .ogg .webm .mov .avi
    .zip .gz .bz2 .xz .zst .7z .tar .warc .csv .tsv .xls .xlsx .parquet .sqlite .db
    .py .pyc .sh .toml .yaml .yml .ini .cfg .log .lock .bak .tmp .swp .part .crdownload
    """.split()  # noqa: SIM905 (read more easily than sixty strings)
)
"""Files that a folder of saved pages holds beside them: no reports, and no failures either."""
_LONGEST_TOLD = 80  # code points of a path that is none, as of a text given in its place


def find(
    sources: Sequence[str], *, stdin: BinaryIO | None, fetcher: Fetcher, limit: int
) -> Iterator[Raw | Failure]:
    """Give the bytes of every source, in the order named, each file once.

    A source is a file, a folder (searched to its depth, sorted by name, hidden files left out),
    a glob (``**`` goes deep), ``-`` for ``stdin``, or an http(s) address. ``limit`` is the
    greatest number of bytes that one source may have. What cannot be read is a ``Failure``.
    """
    seen: set[str] = set()
    for source in sources:
        if source == "-":
            yield _read_stdin(stdin, limit)
        elif _ADDRESS.match(source):
            yield _read_address(source, fetcher)
        else:
            yield from _read_paths(source, limit, seen)


def _read_paths(source: str, limit: int, seen: set[str]) -> Iterator[Raw | Failure]:
    try:
        paths = _expand(source)
    except InputError as error:
        yield _failure(source, error)
        return
    except OSError as error:
        told = source[:_LONGEST_TOLD]
        message = f"{told!r} cannot be looked up ({error.strerror or error}): check the path"
        yield Failure(path=source, error="UnreadableError", message=message)
        return
    for path in paths:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield _read_file(path, limit)


def _expand(source: str) -> list[str]:
    """Give the files that a path or glob stands for."""
    if "\0" in source or not source:
        message = f"{source!r} is no path: name a file, a folder, a glob or an address"
        raise UnreadableError(message)
    if Path(source).is_dir():
        return _list_folder(source)
    if os.path.lexists(source):
        return [source]
    if not glob.has_magic(source):
        message = f"there is no file or folder {source!r}: check the path"
        raise UnreadableError(message)
    matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 (takes whole patterns)
    found = [path for path in matches if not Path(path).is_dir()]
    if not found:
        message = f"no file matches {source!r}: check the pattern"
        raise UnreadableError(message)
    return found


def _list_folder(folder: str) -> list[str]:
    found: list[str] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(str(Path(parent, name)) for name in names if _is_wanted(parent, name))
    if not found:
        message = (
            f"the folder {folder!r} holds no reports: put text, HTML, Markdown or JSON files in it"
        )
        raise UnreadableError(message)
    return sorted(found)


def _is_wanted(parent: str, name: str) -> bool:
    if name.startswith((".", "~$")) or _ABOUT_THE_FOLDER.match(name):
        return False
    path = Path(parent, name)
    return path.suffix.lower() not in _BESIDE_A_PAGE and (path.is_file() or not path.exists())


def _read_file(path: str, limit: int) -> Raw | Failure:
    try:
        with Path(path).open("rb") as stream:
            return Raw(path=path, content=_read_stream(stream, path, limit))
    except InputError as error:
        return _failure(path, error)
    except PermissionError:
        message = f"{path!r} may not be read: change its permissions"
    except FileNotFoundError:
        message = f"{path!r} is a link to a file that is not there: mend or remove it"
    except OSError as error:
        message = (
            f"{path!r} cannot be read ({error.strerror or error}): check the file and the disk"
        )
    return Failure(path=path, error="UnreadableError", message=message)


def _read_stdin(stdin: BinaryIO | None, limit: int) -> Raw | Failure:
    if stdin is None:
        message = "'-' means standard input, but there is none: pipe a report into the command"
        return Failure(path="-", error="UnreadableError", message=message)
    try:
        return Raw(path="-", content=_read_stream(stdin, "-", limit))
    except InputError as error:
        return _failure("-", error)
    except OSError as error:
        message = f"standard input cannot be read ({error.strerror or error})"
        return Failure(path="-", error="UnreadableError", message=message)


def _read_stream(stream: BinaryIO, path: str, limit: int) -> bytes:
    content = stream.read(limit + 1)
    if len(content) > limit:
        message = f"{path!r} has more than {limit:,} bytes: split it, or raise the limit"
        raise TooLargeError(message)
    return content


def _read_address(url: str, fetcher: Fetcher) -> Raw | Failure:
    if not _WEB.match(url):
        message = (
            f"{url!r} is no web address: only http and https are fetched; name files by their path"
        )
        return Failure(path=url, error="FetchError", message=message)
    try:
        fetched = fetcher.fetch(url)
    except InputError as error:
        return _failure(url, error)
    return Raw(
        path=url, content=fetched.content, url=fetched.url, content_type=fetched.content_type
    )


def _failure(path: str, error: InputError) -> Failure:
    return Failure(path=path, error=type(error).__name__, message=str(error))
