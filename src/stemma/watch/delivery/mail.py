"""Alerts by e-mail (SMTP), over TLS where the server has it."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from hashlib import sha256

from stemma.errors import UsageError
from stemma.model import Alert
from stemma.watch.clock import moment
from stemma.watch.delivery.channel import DeliveryError, name_channel
from stemma.watch.delivery.writing import to_text, to_title

_TLS_FROM_THE_START = 465
_PATIENCE_SECONDS = 30.0
_LONGEST_SUBJECT = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed in. A password is sent over TLS or not at all."""

    host: str
    port: int = 25
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Sends each alert as a message; those of one story form one thread."""

    server: MailServer
    sender: str
    recipients: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse addresses that are none.

        Raises:
            UsageError: One of them has no host.
        """
        for address in (self.sender, *self.recipients):
            if "@" not in parseaddr(address)[1] or not address.isprintable():
                message = f"{address!r} is no e-mail address"
                raise UsageError(message)

    @property
    def name(self) -> str:
        """The recipients."""
        return name_channel("mail", ",".join(sorted(self.recipients)))

    def to_each(self) -> tuple["Mail", ...]:
        """Give a channel for every recipient: that one is refused has nobody else mailed again."""
        return tuple(replace(self, recipients=(one,)) for one in dict.fromkeys(self.recipients))

    def deliver(self, alert: Alert) -> None:
        """Hand one in.

        Raises:
            DeliveryError: The server cannot be reached, or refuses it.
        """
        try:
            with self._connect() as connection:
                self._log_in(connection)
                refused = connection.send_message(self._write(alert))
        except smtplib.SMTPRecipientsRefused as error:
            message = f"no recipient is accepted: {_reasons(error.recipients)}"
            raise DeliveryError(message, is_refused=True) from None
        except (smtplib.SMTPException, OSError, ssl.SSLError) as error:
            message = f"the mail server {self.server.host!r} does not take it: {error}"
            raise DeliveryError(message) from None
        if refused:
            message = f"some recipients are not accepted: {_reasons(refused)}"
            raise DeliveryError(message, is_refused=True)

    def _connect(self) -> smtplib.SMTP:
        server = self.server
        if server.port == _TLS_FROM_THE_START:
            secure = ssl.create_default_context()
            return smtplib.SMTP_SSL(
                server.host, server.port, timeout=_PATIENCE_SECONDS, context=secure
            )
        return smtplib.SMTP(server.host, server.port, timeout=_PATIENCE_SECONDS)

    def _log_in(self, connection: smtplib.SMTP) -> None:
        server = self.server
        connection.ehlo()
        secure = server.port == _TLS_FROM_THE_START
        if not secure and connection.has_extn("starttls"):
            connection.starttls(context=ssl.create_default_context())
            connection.ehlo()
            secure = True
        if server.user is None:
            return
        if not secure:
            message = f"the mail server {server.host!r} has no TLS: no password is sent to it"
            raise DeliveryError(message)
        connection.login(server.user, server.password or "")

    def _write(self, alert: Alert) -> EmailMessage:
        message = EmailMessage()
        domain = parseaddr(self.sender)[1].rpartition("@")[2]
        message["Subject"] = f"[Stemma] {to_title(alert)}"[:_LONGEST_SUBJECT]
        message["From"] = self.sender
        message["To"] = ", ".join(self.recipients)
        message["Date"] = format_datetime(moment(alert.at))
        message["Message-ID"] = f"<{_short(alert.id)}.alert@{domain}>"
        message["References"] = f"<{_short(alert.story)}.story@{domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(to_text(alert))
        return message


def read_server(
    location: str, *, user: str | None = None, password: str | None = None
) -> MailServer:
    """Read ``host`` or ``host:port``.

    Raises:
        UsageError: The port is no number.
    """
    host, _, port = location.partition(":")
    if not host or (port and not (port.isascii() and port.isdigit())):
        message = f"{location!r} is no mail server: give its host, or host:port"
        raise UsageError(message)
    return MailServer(host=host, port=int(port or 25), user=user or None, password=password)


def _short(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:32]


def _reasons(refused: dict[str, tuple[int, bytes]]) -> str:
    several: Sequence[str] = [
        f"{address} ({code} {reason.decode('utf-8', 'replace')})"
        for address, (code, reason) in sorted(refused.items())
    ]
    return ", ".join(several)
