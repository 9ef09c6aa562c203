"""Who may come in: passwords, sessions, tokens, and what is written down of it."""

from stemma.access.door import Door, Entered, Refused
from stemma.access.passwords import Passwords
from stemma.access.register import Register
from stemma.access.secret import form_token, is_token
from stemma.access.visit import Expired, Visit, recognise, see

__all__ = [
    "Door",
    "Entered",
    "Expired",
    "Passwords",
    "Refused",
    "Register",
    "Visit",
    "form_token",
    "is_token",
    "recognise",
    "see",
]
