import base64
import hashlib
import hmac
import json

import pytest

from stemma.errors import FetchError, UsageError
from stemma.model import Alert
from stemma.read.answer import Answer
from stemma.watch.delivery import DeliveryError, Webhook, read_key
from stemma.watch.delivery.webhook import sign

URL = "https://hooks.example/secret-token"
KEY = b"a key that nobody knows"


class Receiver:
    """Answers as it is told, and keeps what it was sent."""

    def __init__(self, *answers: Answer | FetchError) -> None:
        self.answers = list(answers)
        self.came: list[tuple[dict[str, str], bytes]] = []

    def __call__(self, url: str, *, headers: dict[str, str], body: bytes) -> Answer:
        assert url == URL
        self.came.append((headers, body))
        answer = self.answers.pop(0)
        if isinstance(answer, FetchError):
            raise answer
        return answer


def answer(status: int, **headers: str) -> Answer:
    return Answer(url=URL, status=status, headers=headers)


def webhook(receiver: Receiver, key: bytes | None = KEY) -> Webhook:
    return Webhook(url=URL, send=receiver, clock=lambda: "2026-01-14T06:00:00Z", key=key)


def test_a_signature_is_that_of_the_standard():
    key = read_key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signature = sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}')
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_receiver_can_tell_who_sent_it_when_and_whether_it_came_before(alert: Alert):
    receiver = Receiver(answer(204), answer(200))
    webhook(receiver).deliver(alert)
    webhook(receiver).deliver(alert)
    (headers, body), (again, _) = receiver.came
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{mac}"
    assert headers["webhook-timestamp"] == "1768370400"
    assert headers["webhook-id"] == again["webhook-id"] == alert.id


def test_the_body_is_the_alert_with_its_words(alert: Alert):
    receiver = Receiver(answer(200))
    webhook(receiver).deliver(alert)
    body = json.loads(receiver.came[0][1])
    assert (body["type"], body["timestamp"]) == ("alert.new_conflict", alert.at)
    assert body["data"]["id"] == alert.id
    assert [one["text"] for one in body["data"]["evidence"]] == ["four dead", "five & more"]


def test_without_a_key_nothing_is_signed(alert: Alert):
    receiver = Receiver(answer(200))
    webhook(receiver, None).deliver(alert)
    assert "webhook-signature" not in receiver.came[0][0]


@pytest.mark.parametrize(
    ("came", "is_refused", "wait"),
    [
        (answer(500), False, None),
        (answer(302, location="/elsewhere"), False, None),
        (answer(400), True, None),
        (answer(429, **{"retry-after": "90"}), False, 90),
        (FetchError(f"{URL!r} kept silent"), False, None),
    ],
)
def test_anything_but_a_success_is_a_failure(
    alert: Alert, came: Answer | FetchError, *, is_refused: bool, wait: float | None
):
    with pytest.raises(DeliveryError) as caught:
        webhook(Receiver(came)).deliver(alert)
    assert (caught.value.is_refused, caught.value.wait) == (is_refused, wait)


def test_the_address_may_hold_a_secret_and_is_told_to_nobody(alert: Alert):
    channel = webhook(Receiver(FetchError(f"{URL!r} kept silent")))
    with pytest.raises(DeliveryError) as caught:
        channel.deliver(alert)
    assert "secret-token" not in channel.name + str(caught.value)
    assert "nobody knows" not in repr(channel)


def test_a_secret_that_is_none_is_refused():
    assert read_key("any words") == b"any words"
    with pytest.raises(UsageError, match="no Base64"):
        read_key("whsec_*")
