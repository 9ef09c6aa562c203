"""The tutorial, run as it stands: every command in a shell, every answer as it is printed there."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_MARK = "--- command {} ---"


def read_steps(page: str) -> list[tuple[str, str]]:
    """Give each command with what is to be printed."""
    steps: list[tuple[str, str]] = []
    for block in _BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            steps.append((command, printed))
    return steps


def fits(printed: str, wanted: str) -> bool:
    """Compare, where "…" stands for anything; blanks at the ends of lines make no difference."""
    pattern = "".join(
        "(?:.*\n)*?" if line == "…" else ".*?".join(map(re.escape, line.split("…"))) + "\n"
        for line in map(str.rstrip, wanted.strip().splitlines())
    )
    shown = "".join(f"{line.rstrip()}\n" for line in printed.strip().splitlines())
    return re.fullmatch(pattern, shown) is not None


@pytest.mark.parametrize(
    ("printed", "wanted", "same"),
    [
        ("a\nb\nc", "a\n…\nc", True),
        ("a\nc", "a\n…\nc", True),
        ("a  \nb", "a\nb", True),
        ("abc", "a…c", True),
        ("a\nb", "a…", False),
        ("a\nb", "a", False),
        ("", "", True),
    ],
)
def test_an_ellipsis_stands_for_lines_or_for_part_of_one(printed: str, wanted: str, same: bool):  # noqa: FBT001 - a parameter
    assert fits(printed, wanted) == same


def test_the_tutorial_tells_what_happens(tmp_path: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    feed = tmp_path / "examples" / "feed.xml"
    feed.write_text(feed.read_text(encoding="utf-8").replace("8123", port), encoding="utf-8")
    steps = read_steps(TUTORIAL.read_text(encoding="utf-8").replace("8123", port))
    script = ["trap 'kill $(jobs -p) 2>/dev/null' EXIT"]
    for number, (command, _) in enumerate(steps):
        script.append(f"echo '{_MARK.format(number)}'")
        if command.endswith("&"):
            script.append(f"{command.removesuffix('&')} >/dev/null 2>&1 &")
            script.append(
                f"until (echo >/dev/tcp/127.0.0.1/{port}) 2>/dev/null; do sleep 0.1; done"
            )
        else:
            script.append(f"{command} 2>&1")
    done = subprocess.run(  # noqa: S603 - the commands of our own tutorial
        ["bash", "-c", "\n".join(script)],  # noqa: S607 - whatever bash there is
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    for number, (command, wanted) in enumerate(steps):
        _, _, after = done.stdout.partition(_MARK.format(number) + "\n")
        printed = after.partition(_MARK.format(number + 1))[0]
        assert fits(printed, wanted), f"$ {command}\n{printed}"
