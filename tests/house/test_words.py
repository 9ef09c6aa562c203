"""The project speaks of the project alone."""

import re
from pathlib import Path
from subprocess import run

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = {
    ".py",
    ".md",
    ".toml",
    ".tsv",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".j2",
    ".json",
    ".lock",
    "",
}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users)/\w")


def tracked() -> list[Path]:
    listed = run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    paths = [ROOT / line for line in listed.splitlines()]
    return [path for path in paths if path.suffix in WRITTEN and path.is_file()]


@pytest.mark.parametrize("path", tracked(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_knows_the_machine_it_was_written_on(path: Path):
    if path == Path(__file__):
        return
    assert not MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
