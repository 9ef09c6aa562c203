"""Alerts sent to a web address, signed as Standard Webhooks has it.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from typing import Protocol

from stemma.errors import InputError, UsageError
from stemma.model import Alert, digest
from stemma.read.answer import Answer
from stemma.watch.clock import Clock, moment
from stemma.watch.delivery.channel import DeliveryError
from stemma.watch.delivery.writing import to_object
from stemma.watch.waiting import asked_to_wait

_PREFIX = "whsec_"
_LATER = frozenset({408, 425, 429})
_CLIENT_ERRORS = range(400, 500)


class Send(Protocol):
    """Sends one request and gives the answer, whatever its status."""

    def __call__(self, url: str, *, headers: dict[str, str], body: bytes) -> Answer:
        """Send it; raise ``InputError`` where there is no answer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Posts each alert as JSON; any answer but a success (2xx) is a failure.

    ``webhook-id`` is the same at every attempt: receivers tell a repeated alert by it. The
    signature is an HMAC-SHA256 of id, time and body with ``key``; without a key there is none.
    """

    url: str
    send: Send
    clock: Clock
    key: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """A digest of the address, which may hold a secret."""
        return digest("webhook", self.url)

    def deliver(self, alert: Alert) -> None:
        """Post one.

        Raises:
            DeliveryError: There was no success.
        """
        now = self.clock()
        stamp = str(int(moment(now).timestamp()))
        body = _body(alert)
        headers = {
            "Content-Type": "application/json",
            "webhook-id": alert.id,
            "webhook-timestamp": stamp,
        }
        if self.key is not None:
            headers["webhook-signature"] = sign(self.key, alert.id, stamp, body)
        try:
            answer = self.send(self.url, headers=headers, body=body)
        except InputError as error:
            raise DeliveryError(str(error).replace(repr(self.url), "the webhook")) from None
        if not answer.is_success:
            message = f"the webhook answers with {answer.status}"
            is_refused = answer.status in _CLIENT_ERRORS and answer.status not in _LATER
            wait = asked_to_wait(answer.headers, moment(now))
            raise DeliveryError(message, is_refused=is_refused, wait=wait)


def sign(key: bytes, name: str, stamp: str, body: bytes) -> str:
    """Give the signature of a message: ``v1,`` and the HMAC-SHA256 in Base64."""
    mac = hmac.new(key, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(mac).decode()}"


def read_key(secret: str) -> bytes:
    """Read a secret: ``whsec_`` and Base64, or else the text itself.

    Raises:
        UsageError: What follows ``whsec_`` is no Base64.
    """
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except binascii.Error:
        message = "the webhook's secret begins with whsec_, but is no Base64: copy it once more"
        raise UsageError(message) from None


def _body(alert: Alert) -> bytes:
    message = {"type": f"alert.{alert.kind}", "timestamp": alert.at, "data": to_object(alert)}
    return json.dumps(message, ensure_ascii=False).encode()
