"""What a desk with accounts asks of whoever comes."""

from dataclasses import dataclass
from typing import cast

from fastapi import Request, Response

from stemma import access
from stemma.newsroom import Newsroom

_BEARER = "bearer "


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """Accounts over a newsroom's store.

    ``behind_proxy``: a proxy of ours stands before the desk, and tells truly whom it serves and
    how (``X-Forwarded-For``, ``X-Forwarded-Proto``); else nobody is believed to.
    """

    newsroom: Newsroom
    passwords: access.Passwords
    behind_proxy: bool = False

    @property
    def door(self) -> access.Door:
        """Give where people come in."""
        newsroom = self.newsroom
        return access.Door(store=newsroom.store, clock=newsroom.clock, passwords=self.passwords)

    @property
    def register(self) -> access.Register:
        """Give who may."""
        newsroom = self.newsroom
        return access.Register(store=newsroom.store, clock=newsroom.clock, passwords=self.passwords)

    def recognise(self, shown: str) -> access.Visit | access.Expired | None:
        """Tell who shows a secret."""
        return access.recognise(self.newsroom.store, shown, now=self.newsroom.clock())

    def see(self, shown: str, visit: access.Visit) -> None:
        """Note that they were here."""
        access.see(self.newsroom.store, shown, visit, now=self.newsroom.clock())

    def address(self, request: Request) -> str:
        """Give the address that a request comes from: the last that our proxy tells."""
        forwarded = request.headers.getlist("x-forwarded-for") if self.behind_proxy else []
        if forwarded:
            return forwarded[-1].rpartition(",")[2].strip()
        return request.client.host if request.client else ""

    def is_secure(self, request: Request) -> bool:
        """Tell whether nobody can listen in between the browser and us, or our proxy."""
        if self.behind_proxy:
            return request.headers.get("x-forwarded-proto", "").strip().lower() == "https"
        return request.url.scheme == "https"

    def shown(self, request: Request) -> str | None:
        """Give the secret that comes with a request: a program's token, else a session's.

        Neither is taken for the other: what a browser sends unasked needs a form token.
        """
        told = request.headers.get("authorization")
        if told is None:
            shown = request.cookies.get(self._cookie(request), "")
            return None if not shown or access.is_token(shown) else shown
        shown = told[len(_BEARER) :].strip()
        is_bearer = told[: len(_BEARER)].lower() == _BEARER
        return shown if is_bearer and access.is_token(shown) else None

    def hand_out(self, request: Request, answer: Response, secret: str) -> None:
        """Give a browser what it is to show from now on, until it is closed."""
        answer.set_cookie(
            self._cookie(request),
            secret,
            httponly=True,
            samesite="strict",
            secure=self.is_secure(request),
        )

    def take_back(self, request: Request, answer: Response) -> None:
        """Let a browser forget what it showed."""
        name, secure = self._cookie(request), self.is_secure(request)
        answer.delete_cookie(name, httponly=True, samesite="strict", secure=secure)

    def _cookie(self, request: Request) -> str:
        """Give the name of the cookie; over TLS, one that no neighbour can set (RFC 6265bis)."""
        return "__Host-stemma" if self.is_secure(request) else "stemma"


def entrance_of(request: Request) -> Entrance | None:
    """Give the entrance of the desk; None: it has no accounts."""
    return cast("Entrance | None", request.app.state.entrance)
