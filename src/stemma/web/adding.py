"""Adding reports: files, or a text that somebody pastes."""

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, Response

from stemma import archive
from stemma.model import Deed, Failure
from stemma.read import Raw
from stemma.web.capping import MEGABYTE, MOST_ADDED
from stemma.web.rendering import desk_of, show
from stemma.web.taking_in import BusyError, take_in
from stemma.web.visitor import visitor_of

router = APIRouter(tags=["add"])

MOST_FILES = 20
MOST_BYTES = 10 * MEGABYTE
"""Of one file."""

_LONGEST = 2000
_LONGEST_TEXT = 500_000
_PASTED = "pasted text"
_NO_FILES: list[UploadFile] = []

Files = Annotated[list[UploadFile], File()]
SomeFiles = Annotated[list[UploadFile], File(min_length=1, description="Reports, as files")]
Text = Annotated[str, Form(max_length=_LONGEST_TEXT)]
Line = Annotated[str, Form(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of adding.

    ``reports`` are the ids of new reports; ``known`` counts inputs that were held already,
    ``copies`` those with a report that was; ``failures`` say of each other one why it was not read.
    """

    reports: tuple[str, ...]
    known: int
    copies: int
    failures: tuple[Failure, ...]


@router.get("/add", response_class=HTMLResponse, include_in_schema=False)
def show_form(request: Request) -> Response:
    """Ask for files, or a text."""
    return _show(request)


@router.post("/add", response_class=HTMLResponse, include_in_schema=False)
def add_by_form(  # noqa: PLR0913, PLR0917 - one for each field of the form
    request: Request,
    files: Files = _NO_FILES,
    text: Text = "",
    title: Line = "",
    outlet: Line = "",
    url: Line = "",
    date: Line = "",
) -> Response:
    """Add what a form holds, and show what came of it."""
    pasted = _paste(text, title=title, outlet=outlet, url=url, date=date)
    try:
        raws = [*_read(files), *pasted]
        if not raws:
            return _show(request, 422, trouble="Choose files, or paste the text of a report.")
        taken = _take_in(request, raws)
    except HTTPException as error:
        return _show(request, error.status_code, trouble=error.detail)
    desk = desk_of(request)
    return _show(request, taken=taken, new=[desk.report(name) for name in taken.reports])


@router.post("/add.json")
def add(request: Request, files: SomeFiles) -> TakenIn:
    """Add files: each is read as ``stemma add`` reads it, and its stories are told anew."""
    return _take_in(request, _read(files))


def _take_in(request: Request, raws: list[Raw]) -> TakenIn:
    newsroom = desk_of(request).newsroom
    try:
        added = take_in(newsroom, raws)
    except BusyError as error:
        detail = "Others are adding reports: try again in a minute."
        raise HTTPException(503, detail, {"Retry-After": "60"}) from error
    _note(request, added)
    return TakenIn(
        reports=added.reports, known=added.known, copies=added.copies, failures=added.failures
    )


def _note(request: Request, added: archive.Added) -> None:
    """Write into the audit log who added how many reports."""
    newsroom, visitor = desk_of(request).newsroom, visitor_of(request)
    deed = Deed(
        at=newsroom.clock(),
        act="reports_added",
        actor=visitor.actor(visitor.typed),
        detail=f"{len(added.reports)}",
    )
    with newsroom.store.write() as ledger:
        ledger.deeds.keep(deed)


def _read(files: list[UploadFile]) -> list[Raw]:
    """Give the bytes of files, each under its own name without its folders.

    Raises:
        HTTPException: There are too many, or one is too large.
    """
    chosen = [one for one in files if one.filename]
    if len(chosen) > MOST_FILES:
        raise HTTPException(413, f"These are {len(chosen)} files; {MOST_FILES} are taken at once.")
    raws: list[Raw] = []
    for one in chosen:
        name = PurePath((one.filename or "").replace("\\", "/")).name or "file"
        content = one.file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            detail = f"{name!r} is larger than {MOST_BYTES // MEGABYTE} MB, the most that is taken."
            raise HTTPException(413, detail)
        raws.append(Raw(path=name, content=content))
    return raws


def _paste(text: str, *, title: str, outlet: str, url: str, date: str) -> list[Raw]:
    """Give a pasted text as the record of an article, as other programs write one."""
    if not text.strip():
        return []
    told = {"title": title, "outlet": outlet, "url": url, "date": date}
    record = {name: value.strip() for name, value in told.items() if value.strip()}
    content = json.dumps({**record, "text": text}, ensure_ascii=False).encode("utf-8", "replace")
    return [Raw(path=_PASTED, content=content, content_type="application/json")]


def _show(request: Request, status: int = 200, **values: object) -> Response:
    asked = {"trouble": None, "taken": None, "new": ()}
    caps = {"files": MOST_FILES, "each": MOST_BYTES // MEGABYTE, "all": MOST_ADDED // MEGABYTE}
    return show(request, "adding.html.j2", status, caps=caps, **{**asked, **values})
