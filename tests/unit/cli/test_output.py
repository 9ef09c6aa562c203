from pathlib import Path

import pytest

from stemma.cli.output import Format, write, write_coverage
from stemma.model import Coverage

NOTHING = Coverage(reports=(), failures=(), stories=())
TABLES = [Format.CLAIMS, Format.FIGURES, Format.TIMELINE]


@pytest.mark.parametrize("form", TABLES)
def test_a_table_in_a_file_says_that_it_is_utf_8(form: Format, tmp_path: Path):
    write_coverage(NOTHING, form, tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_bytes().startswith(b"\xef\xbb\xbfstory,")


@pytest.mark.parametrize("form", TABLES)
def test_a_table_in_a_pipe_is_text_alone(form: Format, capsys: pytest.CaptureFixture[str]):
    write_coverage(NOTHING, form, None)
    assert capsys.readouterr().out.startswith("story,")


def test_a_file_name_that_is_no_utf_8_can_be_written_to_a_file(tmp_path: Path):
    write('{"path": "caf\udce9.txt"}\r\n', tmp_path / "report.json")
    assert (tmp_path / "report.json").read_bytes() == b'{"path": "caf\\udce9.txt"}\r\n'
