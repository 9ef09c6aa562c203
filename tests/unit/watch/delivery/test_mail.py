import shutil
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from subprocess import run
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope

from stemma.errors import UsageError
from stemma.model import Alert
from stemma.stores import Store
from stemma.watch.clock import after
from stemma.watch.delivery import DeliveryError, Mail, MailServer, deliver, read_server

NOBODY = "nobody@quayside.example"


class Letterbox:
    """Takes what is handed in, but for one address that it does not know."""

    def __init__(self) -> None:
        self.came: list[EmailMessage] = []
        self.recipients: list[list[str]] = []

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, _server: object, _session: object, envelope: Envelope, address: str, _options: object
    ) -> str:
        if address == NOBODY:
            return "550 nobody is called so"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - as above
        self, _server: object, _session: object, envelope: Envelope
    ) -> str:
        content = cast("bytes", envelope.content)
        self.came.append(message_from_bytes(content, policy=policy.default))
        self.recipients.append([str(one) for one in envelope.rcpt_tos])
        return "250 OK"


Serve = Callable[..., tuple[Letterbox, MailServer]]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a mail server on loopback, with further settings of aiosmtpd."""
    running: list[Controller] = []

    def start(**settings: Any) -> tuple[Letterbox, MailServer]:  # noqa: ANN401 - passed on
        letterbox = Letterbox()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        controller = Controller(letterbox, hostname="127.0.0.1", port=port, **settings)
        controller.start()
        running.append(controller)
        return letterbox, MailServer(host="localhost", port=port)

    yield start
    for controller in running:
        controller.stop()


def mail(server: MailServer, *recipients: str) -> Mail:
    to = recipients or ("desk@quayside.example", "night@quayside.example")
    return Mail(server=server, sender="Stemma <alerts@quayside.example>", recipients=to)


def test_an_alert_comes_with_its_quotes_to_everybody(serve: Serve, alert: Alert):
    letterbox, server = serve()
    mail(server).deliver(alert)
    (message,) = letterbox.came
    assert letterbox.recipients == [["desk@quayside.example", "night@quayside.example"]]
    assert message["Subject"].startswith("[Stemma] New conflict: Gate fails")
    assert "“five & more”" in message.get_content()
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_repeated_message_is_known_by_its_id_and_a_story_is_one_thread(
    serve: Serve, alert: Alert
):
    letterbox, server = serve()
    for one in (alert, alert, replace(alert, id="alert:sha256:another")):
        mail(server).deliver(one)
    names = [message["Message-ID"] for message in letterbox.came]
    assert names[0] == names[1] != names[2]
    assert len({message["References"] for message in letterbox.came}) == 1


def test_words_of_a_stranger_add_no_header(serve: Serve, alert: Alert):
    letterbox, server = serve()
    mail(server).deliver(replace(alert, message="x\r\nBcc: spy@elsewhere.example\r\n\r\nhello"))
    assert letterbox.came[0]["Bcc"] is None
    assert letterbox.recipients == [["desk@quayside.example", "night@quayside.example"]]


def test_no_password_is_sent_in_the_clear(serve: Serve, alert: Alert):
    letterbox, server = serve()
    with pytest.raises(DeliveryError, match="has no TLS: no password is sent"):
        mail(replace(server, user="desk", password="secret")).deliver(alert)  # noqa: S106
    assert letterbox.came == []


def test_a_password_goes_over_tls_to_a_server_that_is_trusted_and_to_no_other(
    serve: Serve, alert: Alert, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    certificate, key = make_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    logged_in: list[bytes] = []

    def authenticate(*parts: Any) -> AuthResult:  # noqa: ANN401 - five, of several types
        logged_in.append(parts[-1].password)
        return AuthResult(success=True)

    letterbox, server = serve(tls_context=context, authenticator=authenticate, auth_required=True)
    channel = mail(replace(server, user="desk", password="secret"))  # noqa: S106 - invented
    with pytest.raises(DeliveryError, match="CERTIFICATE_VERIFY_FAILED"):
        channel.deliver(alert)
    assert (logged_in, letterbox.came) == ([], [])
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    channel.deliver(alert)
    assert logged_in == [b"secret"]
    assert len(letterbox.came) == 1


def make_certificate(folder: Path) -> tuple[Path, Path]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command += ["-out", str(certificate), "-keyout", str(key)]
    run(command, check=True, capture_output=True)  # noqa: S603 - our own words
    return certificate, key


def test_a_recipient_that_nobody_knows_is_told(serve: Serve, alert: Alert):
    letterbox, server = serve()
    with pytest.raises(DeliveryError, match="nobody is called so"):
        mail(server, NOBODY).deliver(alert)
    with pytest.raises(DeliveryError, match=NOBODY):
        mail(server, NOBODY, "desk@quayside.example").deliver(alert)
    assert letterbox.recipients == [["desk@quayside.example"]]


def test_a_recipient_that_nobody_knows_has_the_others_get_no_mail_twice(
    serve: Serve, alert: Alert, store: Store
):
    letterbox, server = serve()
    channels = mail(server, NOBODY, "desk@quayside.example").to_each()
    with store.write() as ledger:
        ledger.alerts.keep([alert], channels=[one.name for one in channels], at=alert.at)
    for seconds in (0, 3_600, 86_400):
        now = after(alert.at, seconds)
        came = deliver(store, channels, clock=lambda now=now: now)
        assert len(came.problems) == 1
    assert letterbox.recipients == [["desk@quayside.example"]]
    with store.read() as ledger:
        assert ledger.alerts.waiting() == {f"mail:{NOBODY}": 1}


def test_a_server_that_is_not_there_is_tried_later(alert: Alert):
    with pytest.raises(DeliveryError, match="does not take it") as caught:
        mail(MailServer(host="127.0.0.1", port=9)).deliver(alert)
    assert not caught.value.is_refused


@pytest.mark.parametrize("address", ["desk", "", "desk@quayside.example\nBcc: a@b.example"])
def test_what_is_no_address_is_refused(address: str):
    with pytest.raises(UsageError, match="no e-mail address"):
        mail(MailServer(host="localhost"), address or "@")


def test_a_server_is_read_with_its_port():
    assert read_server("mail.example") == MailServer(host="mail.example", port=25)
    assert read_server("mail.example:587").port == 587
    for wrong in ("", ":25", "mail.example:smtp"):
        with pytest.raises(UsageError, match="no mail server"):
            read_server(wrong)
