import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

import pytest

from stemma.errors import FetchError, TooLargeError
from stemma.read.fetch import HttpFetcher

_PAGE = b"<p>The ferry struck a bank.</p>"
_BOMB = gzip.compress(b"\0" * 50_000_000)


class _Misbehaving(BaseHTTPRequestHandler):
    """A server that does whatever the path asks for."""

    def do_GET(self) -> None:
        action = self.path.strip("/").partition("/")[0].replace("-", "_")
        getattr(self, f"_{action}")()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(202, self.headers["X-Sign"].encode() + body)

    def log_message(self, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Keep quiet."""

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._answer(200, _PAGE, Content_Type="text/html; charset=x-wrong")

    def _agent(self) -> None:
        self._answer(200, (self.headers["User-Agent"] + self.headers["Host"]).encode())

    def _gzip(self) -> None:
        self._answer(200, gzip.compress(_PAGE), Content_Encoding="gzip")

    def _deflate(self) -> None:
        self._answer(200, zlib.compress(_PAGE), Content_Encoding="deflate")

    def _broken_gzip(self) -> None:
        self._answer(200, b"this is no gzip at all", Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._answer(200, _BOMB, Content_Encoding="gzip")

    def _once(self) -> None:
        self._answer(302, b"", Location="/page")

    def _loop(self) -> None:
        self._answer(302, b"", Location="/loop")

    def _to_file(self) -> None:
        self._answer(302, b"", Location="file:///etc/hostname")

    def _missing(self) -> None:
        self._answer(404, b"<h1>Not found</h1>")

    def _failing(self) -> None:
        self._answer(503, b"")

    def _cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"short")

    def _silent(self) -> None:
        time.sleep(1)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in count():
            self.wfile.write(b"x" * 10_000)

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(40):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client had enough, as it should
            super().handle()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Misbehaving) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture
def fetcher() -> HttpFetcher:
    return HttpFetcher(limit=100_000, seconds=2, patience=0.5, allow_private=True)


@pytest.mark.parametrize("path", ["page", "gzip", "deflate"])
def test_a_page_comes_as_it_is_however_it_was_packed(server: str, fetcher: HttpFetcher, path: str):
    assert fetcher.fetch(f"{server}/{path}").content == _PAGE


def test_the_declared_type_comes_with_it(server: str, fetcher: HttpFetcher):
    assert fetcher.fetch(f"{server}/page").content_type == "text/html; charset=x-wrong"


def test_it_says_honestly_who_asks_and_for_which_host(server: str, fetcher: HttpFetcher):
    answer = fetcher.fetch(server.replace("127.0.0.1", "localhost") + "/agent").content
    assert answer.startswith(b"stemma-news/")
    assert b"localhost:" in answer


def test_a_redirect_is_followed_and_the_last_address_told(server: str, fetcher: HttpFetcher):
    assert fetcher.fetch(f"{server}/once").url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("loop", "redirects more than 5 times"),
        ("to-file", "no http or https address"),
        ("missing", r"no page \(404\): check the address"),
        ("failing", "error 503: try again later"),
        ("cut", "could not be fetched"),
        ("broken-gzip", "could not be fetched"),
        ("silent", "kept silent for 0.5 seconds"),
    ],
)
def test_what_goes_wrong_is_named_with_the_address(
    server: str, fetcher: HttpFetcher, path: str, message: str
):
    with pytest.raises(FetchError, match=message) as caught:
        fetcher.fetch(f"{server}/{path}")
    assert f"'{server}/{path}'" in str(caught.value)


@pytest.mark.parametrize("path", ["endless", "bomb"])
def test_no_more_is_taken_than_the_limit_allows(server: str, fetcher: HttpFetcher, path: str):
    with pytest.raises(TooLargeError, match="more than 100,000 bytes"):
        fetcher.fetch(f"{server}/{path}")


def test_a_server_that_sends_a_byte_at_a_time_cannot_hold_us(server: str):
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"not through after 0\.3 seconds"):
        HttpFetcher(seconds=0.3, patience=5, allow_private=True).fetch(f"{server}/drip")
    assert time.monotonic() - began < 1


def test_a_host_that_nobody_knows_is_a_plain_fetch_error(monkeypatch: pytest.MonkeyPatch):
    def know_nobody(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr("socket.getaddrinfo", know_nobody)
    with pytest.raises(FetchError, match=r"there is no host 'nobody\.invalid'") as caught:
        HttpFetcher().fetch("http://nobody.invalid/")
    assert type(caught.value) is FetchError


def test_a_private_address_is_refused_before_anything_is_sent(server: str):
    with pytest.raises(FetchError, match="not on the public internet"):
        HttpFetcher().fetch(f"{server}/page")


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch):
    known = socket.getaddrinfo

    def resolve_public_name(host: str, *args: object, **options: object) -> object:
        return known("127.0.0.1" if host == "news.example" else host, *args, **options)  # pyright: ignore[reportCallIssue, reportArgumentType, reportUnknownVariableType]

    def is_public_name(number: str) -> bool:
        return len(checked) == 1 and bool(number)

    checked: list[str] = []

    def check(number: str) -> bool:
        checked.append(number)
        return is_public_name(number)

    monkeypatch.setattr("socket.getaddrinfo", resolve_public_name)
    monkeypatch.setattr("stemma.read.public_addresses.is_public", check)
    address = server.replace("127.0.0.1", "news.example")
    with pytest.raises(FetchError, match="not on the public internet"):
        HttpFetcher().fetch(f"{address}/once")
    assert len(checked) == 2


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://a b/", "https://\0/", "http://x:99999/"]
)
def test_an_address_that_is_none_fails_clearly(fetcher: HttpFetcher, address: str):
    with pytest.raises(FetchError):
        fetcher.fetch(address)


@pytest.mark.parametrize(("path", "status"), [("page", 200), ("missing", 404), ("failing", 503)])
def test_one_request_gives_one_answer_whatever_its_status(
    server: str, fetcher: HttpFetcher, path: str, status: int
):
    answer = fetcher.ask(f"{server}/{path}")
    assert answer.status == status
    assert answer.is_success == (status == 200)
    assert answer.content == (_PAGE if status == 200 else b"")


def test_one_request_follows_no_redirect(server: str, fetcher: HttpFetcher):
    answer = fetcher.ask(f"{server}/once")
    assert (answer.redirect, answer.is_for_good, answer.content) == ("/page", False, b"")


def test_a_request_says_what_it_is_told_to_say(server: str, fetcher: HttpFetcher):
    answer = fetcher.ask(f"{server}/agent", headers={"User-Agent": "watcher/1"})
    assert answer.content.startswith(b"watcher/1")


def test_a_request_with_a_body_posts_it(server: str, fetcher: HttpFetcher):
    answer = fetcher.ask(f"{server}/hook", headers={"X-Sign": "signed"}, body=b"words")
    assert (answer.status, answer.content) == (202, b"signedwords")


@pytest.mark.parametrize("path", ["silent", "cut", "broken-gzip"])
def test_a_request_without_an_answer_is_an_error(server: str, fetcher: HttpFetcher, path: str):
    with pytest.raises(FetchError):
        fetcher.ask(f"{server}/{path}")
