"""Names of hosts -> addresses of the public internet, and of nothing else."""

import ipaddress
import socket

from stemma.errors import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOW_32_BITS = 0xFFFFFFFF


class UnknownHostError(FetchError):
    """No name server here knows the host; a proxy might."""


def resolve(host: str, *, asked: str, allow_private: bool) -> str:
    """Give one IP address of a host; the caller connects to that and asks no name server again.

    Raises:
        FetchError: there is no such host, or one of its addresses is private, loopback,
            link-local, multicast or reserved.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        message = f"there is no host {host!r} ({asked!r}): check the address and the network"
        raise UnknownHostError(message) from None
    numbers = [str(entry[4][0]).split("%")[0] for entry in found]
    for number in numbers:
        if not allow_private and not is_public(number):
            message = (
                f"{asked!r} leads to {host!r} at {number}, which is not on the public internet: "
                "only public addresses are fetched; save the page and give the file"
            )
            raise FetchError(message)
    return numbers[0]


def is_public(number: str) -> bool:
    """Tell whether an IP address, and any IPv4 address inside it, is on the public internet."""
    address = ipaddress.ip_address(number)
    inner: ipaddress.IPv4Address | None = None
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & _LOW_32_BITS)
        if address.teredo:
            return False
    if inner is not None:
        return is_public(str(inner))
    return address.is_global and not address.is_multicast
