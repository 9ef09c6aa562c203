import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.main import commands
from stemma.language import inventory, list_networks


def test_the_list_names_each_network_its_size_digest_and_licence():
    done = CliRunner().invoke(commands, ["models"])
    assert done.exit_code == 0
    for network in list_networks():
        assert network.name in done.stdout
        assert network.purpose in done.stdout
        assert network.recorded in done.stdout
        assert network.licence in done.stdout
    assert " MB" in done.stdout


def test_the_list_is_json_on_request():
    done = CliRunner().invoke(commands, ["models", "--format", "json"])
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert answer["schema"] == 1
    for network, told in zip(list_networks(), answer["models"], strict=True):
        assert told["file"] == network.name
        assert told["bytes"] == network.size
        assert told["sha256"] == told["recorded_sha256"] == network.recorded
        assert told["state"] == "as recorded"
        assert told["licence"] == network.licence


def test_a_changed_or_missing_file_is_told_and_ends_with_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    changed, missing, *_ = [network.name for network in list_networks()]
    (tmp_path / changed).write_bytes(b"not a network")
    monkeypatch.setattr(inventory, "WEIGHTS", tmp_path)
    done = CliRunner().invoke(commands, ["models"])
    assert done.exit_code == 1
    assert f"{changed}, 0.0 kB" in done.stdout
    assert "CHANGED" in done.stdout
    assert f"{missing}, not there" in done.stdout
    assert "MISSING" in done.stdout
