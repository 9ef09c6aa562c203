"""Who looks on: the owner of the machine, somebody with an account, or a stranger."""

from dataclasses import dataclass, replace
from hashlib import sha256
from secrets import token_hex
from urllib.parse import quote

from fastapi import Request
from markupsafe import escape

from stemma.model import Actor, Role
from stemma.model.account import allows

_NAME = f"name-{token_hex(16)}"
_FORM_TOKEN = f"form-token-{token_hex(16)}"
"""Stand in remembered pages for what differs from visitor to visitor; nobody can know them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who looks on, and what they may do.

    ``name`` is that of an account; the owner of a desk without accounts has none, and is asked
    for one (``typed`` is what they last wrote). ``role`` None: may see nothing. ``form_token`` is
    what the forms of a session carry, ``token`` the id of a program's token.
    """

    role: Role | None
    name: str | None = None
    typed: str = ""
    form_token: str | None = None
    token: str | None = None
    address: str | None = None

    @property
    def is_owner(self) -> bool:
        """Tell whether it is the owner of a desk that has no accounts."""
        return self.role is not None and self.name is None

    @property
    def fingerprint(self) -> str:
        """Give what is the same as long as pages look the same to them."""
        if self.is_owner:
            return quote(self.typed)
        told = f"{self.name}\n{self.role}\n{self.form_token}"
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def likeness(self) -> tuple[str | None, str, bool]:
        """Give what is the same for all to whom a remembered page looks the same."""
        return self.role, self.typed, self.form_token is not None

    def may(self, needed: Role) -> bool:
        """Tell whether they may do what a role may."""
        return self.role is not None and allows(self.role, needed)

    def actor(self, typed: str = "") -> Actor:
        """Give whom to write down; a name that was typed counts for the owner alone."""
        if self.is_owner:
            return Actor(name=typed.strip(), through="desk", address=self.address)
        through = self.token or "session"
        return Actor(name=self.name or "", through=through, address=self.address)

    def masked(self) -> "Visitor":
        """Give whoever stands for all that are alike, in pages that are remembered."""
        if self.name is None:
            return self
        return replace(self, name=_NAME, form_token=self.form_token and _FORM_TOKEN)

    def unmask(self, page: str) -> str:
        """Put into a remembered page what is theirs alone."""
        if self.name is None:
            return page
        named = page.replace(_NAME, str(escape(self.name)))
        return named.replace(_FORM_TOKEN, self.form_token or "")


STRANGER = Visitor(role=None)


def visitor_of(request: Request) -> Visitor:
    """Give who looks on."""
    return getattr(request.state, "visitor", STRANGER)
