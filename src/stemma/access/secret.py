"""What browsers and programs show: random, and nowhere kept but as a digest."""

import hmac
from hashlib import sha256
from secrets import token_urlsafe

MARK = "stemma_"
"""Every API token begins so, and programs that look for lost secrets can find it."""

_BYTES = 32


def make_session_secret() -> str:
    """Make what a browser shows: 256 random bits."""
    return token_urlsafe(_BYTES)


def make_token_secret() -> str:
    """Make what a program shows."""
    return MARK + token_urlsafe(_BYTES)


def is_token(shown: str) -> bool:
    """Tell whether it is a program that shows it."""
    return shown.startswith(MARK)


def digest(secret: str) -> str:
    """Give what is kept: as random as the secret, so it needs no salt and no slow hash."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def form_token(secret: str) -> str:
    """Give what every form of a session carries; nothing leads from it back to the secret."""
    return hmac.new(secret.encode("utf-8", "surrogatepass"), b"form", sha256).hexdigest()
