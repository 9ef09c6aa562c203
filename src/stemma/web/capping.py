"""No request is taken whose body is larger than any form of ours, or than files that are added."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stemma.web.trouble import tell

MEGABYTE = 1024 * 1024
MOST_BYTES = 256 * 1024
MOST_ADDED = 20 * MEGABYTE
"""Of all files that are added at once."""

_ADDING = {"/add", "/add.json"}
_WITHOUT_BODY = {"GET", "HEAD", "OPTIONS"}
_SIGNS = {b"content-length", b"transfer-encoding"}


class BodyCap:
    """Reads a body before anything else does, whether its length is told or not."""

    def __init__(self, app: ASGIApp, *, most: int = MOST_BYTES) -> None:
        """Stand before an application; ``most`` is in bytes."""
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse with 413 (RFC 9110, 15.5.14), or pass the body on as a whole."""
        if scope["type"] != "http" or not _may_have_body(scope):
            await self.app(scope, receive, send)
            return
        most = MOST_ADDED if scope["path"] in _ADDING else self.most
        body = None if _told_length(scope) > most else await _read(receive, most)
        if body is None:
            message = f"this is larger than {most // 1024:,} kB, the most that is taken"
            await tell(Request(scope), 413, message, {"Connection": "close"})(scope, receive, send)
            return
        await self.app(scope, replay(body, receive), send)


def replay(body: bytes, receive: Receive) -> Receive:
    """Give the body first, and then what else comes: that the browser went away."""
    waiting = [body]

    async def give() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return give


async def _read(receive: Receive, most: int) -> bytes | None:
    """Give the body, None where it is larger than this."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts)
        part: bytes = message.get("body", b"")
        size += len(part)
        if size > most:
            return None
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _may_have_body(scope: Scope) -> bool:
    return scope["method"] not in _WITHOUT_BODY or any(
        name.lower() in _SIGNS for name, _ in scope["headers"]
    )


def _told_length(scope: Scope) -> int:
    told = [value for name, value in scope["headers"] if name.lower() == b"content-length"]
    return max((int(value) for value in told if value.isdigit()), default=0)
