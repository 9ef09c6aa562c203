"""What changes while somebody looks on, as server-sent events (WHATWG HTML, 9.2)."""

import json
import re
from asyncio import sleep, to_thread
from collections.abc import AsyncIterator
from threading import Event
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from stemma.watch.delivery.writing import LABELS
from stemma.web.desk import Desk
from stemma.web.guarding import is_still_admitted
from stemma.web.rendering import desk_of

router = APIRouter(tags=["live"])

_PAUSE_SECONDS = 2.0
_BEATS = 10
"""After so many pauses without news a comment is sent, so that a reader that left is noticed."""


_SEEN = re.compile(r"(?P<change>\d{1,18})(?:\.(?P<alert>\d{1,18}))?")
_STREAM = {"text/event-stream": {"schema": {"type": "string"}}}


@router.get(
    "/live",
    response_class=StreamingResponse,
    responses={200: {"description": "Events, as long as the program listens", "content": _STREAM}},
)
def follow(request: Request, after: Annotated[int | None, Query(ge=0)] = None) -> StreamingResponse:
    """Stream the stories that change and the alerts that are found.

    The id of each event has the number of the latest change and that of the latest alert
    (``57.12``). ``Last-Event-ID``, or else ``after`` (the number of a change), tells what was seen
    already; without either, what comes from now on is told.
    """
    seen = _SEEN.fullmatch(request.headers.get("last-event-id", ""))
    change = int(seen["change"]) if seen else after
    alert = int(seen["alert"]) if seen and seen["alert"] else None
    desk = desk_of(request)
    return StreamingResponse(
        _events(request, desk, change, alert),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _events(
    request: Request, desk: Desk, change: int | None, alert: int | None
) -> AsyncIterator[str]:
    change = change if change is not None else await to_thread(desk.last_change)
    alert = alert if alert is not None else await to_thread(desk.last_alert)
    yield f"retry: 3000\n{_event('hello', change, alert, {})}"
    beats = 0
    ending: Event = request.app.state.ending
    while await _goes_on(request, ending):
        changes = await to_thread(desk.changed_since, change)
        if changes:
            change = changes[-1][0]
            stories = list(dict.fromkeys(story for _, story in changes))
            yield _event("change", change, alert, {"stories": stories})
        for alert, found in await to_thread(desk.alerts_since, alert):  # noqa: B020 - its number is what was told last
            told = {"kind": found.kind, "label": LABELS[found.kind], "message": found.message}
            place = {"id": found.id, "story": found.story, "at": found.at}
            yield _event("alert", change, alert, {**place, **told})
        beats += 1
        if beats % _BEATS == 0:
            yield ": still here\n\n"
        await sleep(_PAUSE_SECONDS)


async def _goes_on(request: Request, ending: Event) -> bool:
    """Tell whether the desk goes on, and somebody is there who may be."""
    gone = ending.is_set() or await request.is_disconnected()
    return not gone and await to_thread(is_still_admitted, request)


def _event(name: str, change: int, alert: int, told: dict[str, object]) -> str:
    return f"id: {change}.{alert}\nevent: {name}\ndata: {json.dumps(told)}\n\n"
