"""A process that is killed loses the batch it was at, and nothing else."""

import json
import sys
from pathlib import Path
from subprocess import run

KILLING = str(Path(__file__).with_name("killing.py"))


def kill_often(location: str, kills: int) -> dict[str, object]:
    done = run(  # noqa: S603 - our own program
        [sys.executable, "-W", "ignore", KILLING, location, str(kills), "20260310"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def expect_an_end(done: dict[str, object], *, kills: int) -> None:
    held = done["held"]
    assert isinstance(held, list)
    assert done["killed"] == len(held) == kills  # pyright: ignore[reportUnknownArgumentType] - numbers
    assert len(set(held)) > 3, "the kills came at different moments"  # pyright: ignore[reportUnknownArgumentType]
    assert done["ended"], "some came to their end in between"


def test_a_store_survives_200_kills_during_adding_and_comes_to_the_same_end(tmp_path: Path):
    expect_an_end(kill_often(str(tmp_path / "stemma-{}.db"), 200), kills=200)


def test_so_does_one_on_a_server_that_goes_on(postgres_server: str):
    expect_an_end(kill_often(postgres_server.format("killed_{}"), 25), kills=25)
