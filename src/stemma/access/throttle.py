"""How often somebody may try to log in: a sliding window, shared by all processes of a store."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from stemma.access.moments import seconds_between, shift
from stemma.stores import Ledger

WINDOW = timedelta(minutes=15)
MOST_BY_NAME = 10
MOST_BY_ADDRESS = 30
"""More than by name: a whole office may come from one address."""

_NETWORK = 64
"""The bits of an IPv6 address that one customer's machines share (RFC 6177)."""


def reserve(ledger: Ledger, name: str, address: str, *, now: str) -> int:
    """Count an attempt as failed before it is decided, so that many at once count too.

    Returns:
        How many seconds to wait; 0: the attempt may be made.
    """
    since = shift(now, -WINDOW)
    place = _place(address)
    ledger.failed_logins.forget(until=since)
    waits = [
        seconds_between(since, times[-most]) + 1
        for times, most in (
            (ledger.failed_logins.by_name(name, since=since), MOST_BY_NAME),
            (ledger.failed_logins.by_address(place, since=since), MOST_BY_ADDRESS),
        )
        if len(times) >= most
    ]
    if waits:
        return max(waits)
    ledger.failed_logins.keep(name, place, at=now)
    return 0


def forgive(ledger: Ledger, name: str, address: str) -> None:
    """Take back the attempts of somebody who was right in the end."""
    ledger.failed_logins.forgive(name, _place(address))


def _place(address: str) -> str:
    """Give what stands for an address: for IPv6 the network, of which anybody has a whole one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ip_network((int(parsed), _NETWORK), strict=False))
    return str(parsed)
