from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma import archive, read
from stemma.cli.main import commands
from stemma.stores import open_store


@pytest.fixture
def store(tmp_path: Path, workshop: archive.Workshop, raws: dict[str, read.Raw]) -> str:
    path = str(tmp_path / "stemma.db")
    with closing(open_store(path)) as store:
        archive.add(store, [raws["otter"]], workshop=workshop)
    return path


def test_what_export_writes_is_read_from_standard_input(store: str, tmp_path: Path):
    other = str(tmp_path / "other.db")
    exported = CliRunner().invoke(commands, ["export", "--db", store]).stdout
    imported = CliRunner().invoke(commands, ["import", "-", "--db", other], input=exported)
    assert (imported.exit_code, imported.stdout.endswith("rows imported\n")) == (0, True)
    assert CliRunner().invoke(commands, ["export", "--db", other]).stdout == exported


def test_standard_input_that_is_no_text_is_refused(tmp_path: Path):
    path = str(tmp_path / "other.db")
    result = CliRunner().invoke(commands, ["import", "-", "--db", path], input=b"\xff\xfe\x00")
    assert result.exit_code == 2
    assert "cannot read '-'" in result.stderr
