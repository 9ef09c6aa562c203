import pytest

from stemma.errors import FetchError
from stemma.read.public_addresses import UnknownHostError, is_public, resolve


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 (an address to refuse, not one to bind)
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
    ],
)
def test_private_and_special_addresses_are_not_public(number: str):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_internet_are_public(number: str):
    assert is_public(number)


def test_a_name_for_this_machine_is_refused_with_what_to_do():
    with pytest.raises(FetchError, match=r"not on the public internet.*save the page"):
        resolve("localhost", asked="http://localhost/", allow_private=False)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1"])
def test_odd_spellings_of_loopback_are_refused(host: str):
    with pytest.raises(FetchError):
        resolve(host, asked=f"http://{host}/", allow_private=False)


def test_a_host_that_is_not_there_is_told_apart():
    with pytest.raises(UnknownHostError, match="there is no host"):
        resolve("nobody.invalid", asked="http://nobody.invalid/", allow_private=False)
