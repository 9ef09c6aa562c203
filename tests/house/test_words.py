"""The project speaks of the project alone."""

import re
from pathlib import Path

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


def written() -> list[Path]:
    folders = ["src", "tests", "docs", "examples", "evals", "bench", "scripts"]
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    return sorted(
        path
        for path in [*paths, *ROOT.glob("*")]
        if path.is_file() and path.suffix in WRITTEN and "__pycache__" not in path.parts
    )


@pytest.mark.parametrize("path", written(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_knows_the_machine_it_was_written_on(path: Path):
    if path == Path(__file__):
        return
    assert not MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
