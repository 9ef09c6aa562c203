"""The command as a new user runs it: real processes, real files."""

import json
import os
import sys
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen, run

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "coverage"
STORY = str(EXAMPLES / "meridian-wire.txt")


def stemma(*arguments: str, stdin: bytes = b"", width: int | None = None) -> CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1"}
    environment.pop("COLUMNS", None)
    if width:
        environment["COLUMNS"] = str(width)
    done = run(  # noqa: S603 - our own command
        [sys.executable, "-m", "stemma", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env=environment,
    )
    return CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


@pytest.mark.parametrize("width", [80, 120])
def test_the_answer_fits_the_terminal(width: int):
    done = stemma("report", str(EXAMPLES), width=width)
    assert done.returncode == 0, done.stderr
    assert max(len(line) for line in done.stdout.splitlines()) <= width
    assert "\x1b" not in done.stdout


def test_the_answer_goes_to_stdout_and_nothing_else_does():
    done = stemma("report", STORY, "--format", "json")
    assert json.loads(done.stdout)["schema"] == 1
    assert done.stderr == ""


def test_standard_input_is_a_source():
    done = stemma("report", "-", "--format", "json", stdin=Path(STORY).read_bytes())
    assert json.loads(done.stdout)["reports"][0]["path"] == "-"


def test_html_goes_to_the_file_that_is_named(tmp_path: Path):
    page = tmp_path / "report.html"
    done = stemma("report", STORY, "--format", "html", "--output", str(page))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_is_a_clear_error(tmp_path: Path):
    done = stemma("report", STORY, "--format", "md", "--output", str(tmp_path / "no" / "way.md"))
    assert done.returncode == 2
    assert "way.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_to_read_ends_with_one_and_says_why():
    done = stemma("report", "no-such-file.txt")
    assert done.returncode == 1
    assert "no-such-file.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_one_bad_source_does_not_stop_the_others():
    done = stemma("report", STORY, "no-such-file.txt", "--format", "json")
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert len(answer["reports"]) == 1
    assert [failure["path"] for failure in answer["failures"]] == ["no-such-file.txt"]
    assert "no-such-file.txt" in done.stderr


def test_strict_makes_one_bad_source_an_error():
    assert stemma("report", STORY, "no-such-file.txt", "--strict").returncode == 1


def test_no_source_is_wrong_use():
    assert stemma("report").returncode == 2


def test_quiet_says_nothing_beside_the_answer():
    done = stemma("report", STORY, "no-such-file.txt", "--format", "json", "--quiet")
    assert done.stderr == ""


def test_verbose_says_what_was_done_with_each_source():
    done = stemma("report", STORY, "--verbose")
    assert "meridian-wire.txt" in done.stderr
    assert "words" in done.stderr


def test_cut_pieces_are_shown_on_request():
    saved = str(EXAMPLES / "saved-page-0417.txt")
    assert "What was cut out" in stemma("report", saved, "--show-cut").stdout


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_a_reader_that_goes_away_is_no_error(form: str):
    command = [sys.executable, "-m", "stemma", "report", STORY, "--format", form]
    with Popen(command, stdout=PIPE, stderr=PIPE) as running:  # noqa: S603 - our own command
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert (running.stderr.read(), running.wait(timeout=120)) == (b"", 0)


def test_the_version_is_told():
    assert stemma("--version").stdout.startswith("stemma 0.")


def test_bare_stemma_shows_how_to_begin():
    assert "report" in stemma("--help").stdout
