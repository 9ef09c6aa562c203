"""Requests to an address and their answers: the only file that knows httpx."""

import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpx

from stemma.errors import FetchError, TooLargeError
from stemma.read.answer import Answer
from stemma.read.fetched_page import FetchedPage
from stemma.read.public_addresses import UnknownHostError, resolve
from stemma.version import __version__

_HEADERS = {
    "User-Agent": f"stemma-news/{__version__} (fetches single news reports that its user names)",
    "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,text/*;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_MOST_REDIRECTS = 5
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_SAVE_IT = "open it in a browser, save the page and give the file"
_REFUSALS = {
    401: f"wants a login (401): {_SAVE_IT}",
    402: f"wants payment (402): {_SAVE_IT}",
    403: f"refuses programs (403): {_SAVE_IT}",
    404: "holds no page (404): check the address",
    410: "held a page that is gone (410): look for a copy in a web archive",
    429: "asks to wait (429): try again later",
    451: "is withheld for legal reasons (451)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Asks for one address, within bounds.

    ``limit`` is in bytes, ``patience`` in seconds, ``deadline`` on the monotonic clock;
    ``too_slow`` is what to say when that has passed.
    """

    limit: int
    patience: float
    deadline: float
    too_slow: str
    allow_private: bool

    def follow(self, url: str) -> FetchedPage:
        """Give what the address holds, after at most five redirects.

        Raises:
            FetchError: the address is refused, keeps silent, or answers with an error.
            TooLargeError: the body is larger than the limit.
        """
        address = url
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self.ask(address, asked=url)
            if answer.redirect is None:
                return _page(answer, url)
            address = _join(answer, url)
        message = f"{url!r} redirects more than {_MOST_REDIRECTS} times: {_SAVE_IT}"
        raise FetchError(message)

    def ask(
        self,
        address: str,
        *,
        asked: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Send one request, a POST where it has a body; give the answer, whatever its status.

        ``asked`` is the address to name in messages, where this one comes of a redirect.

        Raises:
            FetchError: the address is refused, keeps silent, or breaks off.
            TooLargeError: the body is larger than the limit.
        """
        url = asked or address
        try:
            return self._ask(address, url, headers or {}, body)
        except httpx.TimeoutException:
            message = f"{url!r} kept silent for {self.patience:g} seconds: try again, or {_SAVE_IT}"
            raise FetchError(message) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, zlib.error) as error:
            message = f"{url!r} could not be fetched ({error}): check the address and the network"
            raise FetchError(message) from None

    def _ask(
        self, address: str, asked: str, headers: Mapping[str, str], body: bytes | None
    ) -> Answer:
        target = httpx.URL(address)
        if target.scheme not in {"http", "https"} or not target.host:
            message = (
                f"{asked!r} leads to {address!r}, which is no http or https address: {_SAVE_IT}"
            )
            raise FetchError(message)
        proxied = target.scheme in getproxies() and not proxy_bypass(target.host)
        request = self._request(target, asked, proxied=proxied)
        request["headers"] = {**_HEADERS, **headers, **request.get("headers", {})}
        with (
            httpx.Client(timeout=self.patience, trust_env=proxied) as client,
            client.stream("GET" if body is None else "POST", content=body, **request) as response,
        ):
            return Answer(
                url=str(target),
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                content=self._read(response, asked) if response.is_success else b"",
            )

    def _request(self, target: httpx.URL, asked: str, *, proxied: bool) -> dict[str, Any]:
        """Point the request at a number that was checked, not at a name that may change.

        Behind a proxy the name is the proxy's to resolve: the check is what can be told here.
        """
        host = target.raw_host.decode("ascii")
        try:
            number = resolve(host, asked=asked, allow_private=self.allow_private)
        except UnknownHostError as error:
            if proxied:
                return {"url": target}
            raise FetchError(str(error)) from None
        if proxied:
            return {"url": target}
        return {
            "url": target.copy_with(host=number),
            "headers": {"Host": target.netloc.decode("ascii")},
            "extensions": {"sni_hostname": host},
        }

    def _read(self, response: httpx.Response, asked: str) -> bytes:
        """Read the body, unpacking no more than the limit allows."""
        unpack = _unpacker(response.headers.get("content-encoding", ""))
        content = bytearray()
        for chunk in response.iter_raw():
            content += unpack(chunk, self.limit + 1 - len(content))
            if len(content) > self.limit:
                message = (
                    f"{asked!r} has more than {self.limit:,} bytes: raise the limit to read it"
                )
                raise TooLargeError(message)
            if time.monotonic() > self.deadline:
                raise FetchError(self.too_slow)
        return bytes(content)


def _page(answer: Answer, asked: str) -> FetchedPage:
    if not answer.is_success:
        refusal = _REFUSALS.get(
            answer.status, f"answers with error {answer.status}: try again later"
        )
        message = f"{asked!r} {refusal}"
        raise FetchError(message)
    return FetchedPage(
        url=answer.url, content=answer.content, content_type=answer.headers.get("content-type")
    )


def _join(answer: Answer, asked: str) -> str:
    """Give the whole address that a redirect leads to."""
    try:
        return str(httpx.URL(answer.url).join(answer.redirect or ""))
    except (httpx.InvalidURL, ValueError) as error:
        message = f"{asked!r} redirects to no address ({error}): {_SAVE_IT}"
        raise FetchError(message) from None


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    """Give a function of (packed bytes, most bytes wanted)."""
    if encoding.strip().lower() not in {"gzip", "x-gzip", "deflate"}:
        return lambda chunk, _most: chunk
    stream = zlib.decompressobj(_GZIP_OR_ZLIB)
    return stream.decompress
