import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma import archive, read
from stemma.cli.main import commands
from stemma.newsroom import Newsroom, record_alerts
from stemma.settings import Settings, Silence
from stemma.stores import open_store


@pytest.fixture
def location(tmp_path: Path, raws: dict[str, read.Raw], workshop: archive.Workshop) -> str:
    """A store of reports that were added by hand; two of them differ on a figure."""
    location = str(tmp_path / "stemma.db")
    with closing(open_store(location)) as store:
        newsroom = Newsroom(
            settings=Settings(store=location),
            progress=Silence(),
            store=store,
            clock=workshop.clock,
            listeners=(record_alerts(workshop.clock),),
        )
        newsroom.take(raws.values())
        newsroom.refresh()
    return location


@pytest.fixture
def ask(location: str) -> Callable[..., str]:
    def ask(*options: str) -> str:
        done = CliRunner().invoke(commands, ["alerts", "--db", location, *options])
        assert done.exit_code == 0, done.output
        return done.stdout

    return ask


def test_what_came_of_reports_that_were_added_by_hand_is_listed(ask: Callable[..., str]):
    assert "New conflict" in ask()
    assert "4,000" in ask()
    told = [json.loads(line) for line in ask("--format", "json").splitlines()]
    conflict = next(one for one in told if one["kind"] == "new_conflict")
    assert {"4,000", "6,000"} <= {
        word for piece in conflict["evidence"] for word in piece["text"].split()
    }
    assert ask("--story", conflict["story"], "--format", "json").count("\n") == len(told)
    assert ask("--most", "1", "--format", "json").count("\n") == 1


def test_a_report_in_no_story_has_no_alerts(
    ask: Callable[..., str], location: str, workshop: archive.Workshop
):
    page = """El puente de Halden sigue cerrado porque los peritos han encontrado grietas en uno de
los pilares, según ha comunicado el ayuntamiento a los vecinos de la ciudad de Halden este martes.
"""
    with closing(open_store(location)) as store:
        raw = read.Raw(path="puente", content=page.encode())
        (report,) = archive.add(store, [raw], workshop=workshop).reports
    assert ask("--story", report) == ""


def test_an_alert_of_no_story_is_asked_for_in_vain(location: str):
    done = CliRunner().invoke(commands, ["alerts", "--db", location, "--story", "0" * 16])
    assert done.exit_code == 2
    assert "nothing in this store is named" in done.stderr
