from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.main import commands
from stemma.errors import UsageError
from stemma.lookout import find_roots
from stemma.model import Alert
from stemma.stores import open_store

OPML = "<opml><body><outline xmlUrl='https://a.example/1'/><outline xmlUrl='{}'/></body></opml>"


def test_addresses_are_taken_each_once():
    first = "https://a.example/feed"
    found = find_roots([first, "HTTP://a.example/Feed#top", first], limit=9)
    assert found == ("https://a.example/feed", "http://a.example/Feed")


def test_an_opml_file_stands_for_its_feeds(tmp_path: Path):
    path = tmp_path / "desk.opml"
    path.write_text(OPML.format("https://b.example/2"), encoding="utf-8")
    found = find_roots([str(path), "https://a.example/1"], limit=10_000)
    assert found == ("https://a.example/1", "https://b.example/2")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<opml><body/></opml>", "no OPML list with feeds in it"),
        ("<rss version='2.0'><channel><title>Q</title></channel></rss>", "no OPML list with"),
        ("nothing", "is no OPML list"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, content: str | None, message: str):
    path = tmp_path / "desk.opml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        find_roots([str(path)], limit=10_000)


@pytest.mark.parametrize(
    "source", ["ftp://a.example/feed", "https://", "https://a.example/" + "x" * 3_000]
)
def test_an_address_that_cannot_be_watched_is_refused(source: str):
    with pytest.raises(UsageError, match="no web address that can be watched"):
        find_roots([source], limit=9)


def test_nothing_to_watch_is_said(tmp_path: Path):
    done = CliRunner().invoke(commands, ["watch", "--once", "--db", str(tmp_path / "a.db")])
    assert done.exit_code == 2
    assert "nothing to watch: name a feed" in done.stderr


def test_a_host_that_does_not_answer_is_named_and_nothing_counts_as_read(tmp_path: Path):
    nobody = "http://127.0.0.1:9/feed"
    arguments = ["watch", nobody, "--once", "--allow-private", "--db", str(tmp_path / "a.db")]
    done = CliRunner().invoke(commands, arguments)
    assert done.exit_code == 1
    told = " ".join(done.stderr.split())
    assert f"Not done: '{nobody}' was not asked: http://127.0.0.1:9/robots.txt cannot" in told


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--tell", "everything"], "there is no alert 'everything'"),
        (["--mail", "desk"], "'desk' is no e-mail address"),
        (["--mail", "desk@a.example", "--smtp", "mail:smtp"], "is no mail server"),
        (["--webhook", "ftp://a.example"], "the webhook is no web address"),
        (["--contact", "dé@a.example"], "is no address"),
        (["--every", "60", "--at-least-every", "15"], "the second must be as long or longer"),
    ],
)
def test_a_command_that_makes_no_sense_says_why(options: list[str], message: str, tmp_path: Path):
    arguments = ["watch", "https://a.example/feed", "--once", "--db", str(tmp_path / "a.db")]
    done = CliRunner().invoke(commands, [*arguments, *options])
    assert done.exit_code == 2
    assert message in done.stderr


def test_what_waits_for_several_recipients_together_waits_for_each(tmp_path: Path):
    ida, mats = "ida@fenmarkpost.example", "mats@fenmarkpost.example"
    at = "2026-01-14T06:00:00Z"
    alert = Alert(id="a", kind="new_story", story="s", at=at, message="New", evidence=(), quotes=())
    location = str(tmp_path / "a.db")
    with closing(open_store(location)) as store, store.write() as ledger:
        ledger.alerts.keep([alert], channels=[f"mail:{ida},{mats}"], at=at)
    arguments = ["watch", "http://127.0.0.1:9/feed", "--once", "--allow-private", "--db", location]
    arguments += ["--mail", mats, "--mail", ida, "--smtp", "127.0.0.1:9"]
    CliRunner().invoke(commands, arguments)
    with closing(open_store(location)) as store, store.read() as ledger:
        assert ledger.alerts.waiting() == {f"mail:{ida}": 1, f"mail:{mats}": 1}
