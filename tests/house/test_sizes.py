"""One concept a file: a file that outgrows a reader's eye holds two."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES = 300
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc"}

FILES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_fits_a_readers_eye(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_named_after_its_idea(path: Path):
    assert not VAGUE & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
