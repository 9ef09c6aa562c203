"""What changes while somebody looks on, as server-sent events (WHATWG HTML, 9.2)."""

import json
from asyncio import sleep, to_thread
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from stemma.web.desk import Desk
from stemma.web.guarding import is_still_admitted
from stemma.web.rendering import desk_of

router = APIRouter(tags=["live"])

_PAUSE_SECONDS = 2.0
_BEATS = 10
"""After so many pauses without news a comment is sent, so that a reader that left is noticed."""


_STREAM = {"text/event-stream": {"schema": {"type": "string"}}}


@router.get(
    "/live",
    response_class=StreamingResponse,
    responses={200: {"description": "Events, as long as the program listens", "content": _STREAM}},
)
def follow(request: Request, after: Annotated[int | None, Query(ge=0)] = None) -> StreamingResponse:
    """Stream the stories that change, each event with the number of the change as its id.

    ``Last-Event-ID``, or else ``after``, tells what was seen already; without either, what
    changes from now on is told.
    """
    seen = request.headers.get("last-event-id", "")
    start = int(seen) if seen.isdigit() else after
    desk = desk_of(request)
    return StreamingResponse(
        _events(request, desk, start),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _events(request: Request, desk: Desk, start: int | None) -> AsyncIterator[str]:
    last = start if start is not None else await to_thread(desk.age)
    yield f"retry: 3000\nid: {last}\nevent: hello\ndata: {{}}\n\n"
    beats = 0
    while not await request.is_disconnected() and await to_thread(is_still_admitted, request):
        changes = await to_thread(desk.changed_since, last)
        if changes:
            last = changes[-1][0]
            stories = list(dict.fromkeys(story for _, story in changes))
            yield f"id: {last}\nevent: change\ndata: {json.dumps({'stories': stories})}\n\n"
        beats += 1
        if beats % _BEATS == 0:
            yield ": still here\n\n"
        await sleep(_PAUSE_SECONDS)
