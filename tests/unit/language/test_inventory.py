from pathlib import Path

import pytest

from stemma.language import inventory, list_networks
from stemma.language.session import WEIGHTS

CARD = (WEIGHTS / "README.md").read_text("utf-8")


def test_every_file_of_a_network_is_listed_once():
    files = sorted(path.name for path in WEIGHTS.iterdir() if path.suffix in (".onnx", ".json"))
    assert sorted(network.name for network in list_networks()) == files


def test_every_file_is_as_recorded_here_and_on_the_card():
    for network in list_networks():
        assert network.state == "as recorded", network.name
        assert f"`{network.recorded}`" in CARD, network.name
        assert network.size == (WEIGHTS / network.name).stat().st_size


def test_every_file_says_what_it_is_for_and_its_licence():
    for network in list_networks():
        assert network.purpose, network.name
        assert network.licence, network.name


def test_a_file_that_was_changed_is_told_from_one_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    changed, *missing = [network.name for network in list_networks()]
    (tmp_path / changed).write_bytes(b"not a network")
    monkeypatch.setattr(inventory, "WEIGHTS", tmp_path)
    states = {network.name: network.state for network in list_networks()}
    assert states == {changed: "changed"} | dict.fromkeys(missing, "missing")
