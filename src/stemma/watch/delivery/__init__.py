"""Alerts on their way to people: printed, in files, to web addresses, by e-mail."""

from stemma.watch.delivery.channel import Channel, DeliveryError
from stemma.watch.delivery.files import AtomFile, Lines, Printed
from stemma.watch.delivery.mail import Mail, MailServer, read_server
from stemma.watch.delivery.outbox import Delivered, deliver, latest, send_on
from stemma.watch.delivery.webhook import Webhook, read_key
from stemma.watch.delivery.writing import to_object, to_text

__all__ = [
    "AtomFile",
    "Channel",
    "Delivered",
    "DeliveryError",
    "Lines",
    "Mail",
    "MailServer",
    "Printed",
    "Webhook",
    "deliver",
    "latest",
    "read_key",
    "read_server",
    "send_on",
    "to_object",
    "to_text",
]
