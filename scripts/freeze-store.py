"""Keep a small store as this version makes it, for the tests of later versions.

    python scripts/freeze-store.py

Run it when a release has a new schema: tests/contracts/test_migrations.py then holds every later
version to opening this store with all that is in it. Before the first release, run it anew
whenever the schema changes. What the store holds is made by the commands themselves: reports, a
revision, a failure, alerts, a verdict that was taken back, a feed, an account with a token.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import zstandard

ROOT = Path(__file__).parents[1]
RELEASED = ROOT / "tests" / "contracts" / "released"
COVERAGE = ROOT / "examples" / "coverage"
DAM = ("cpa-kestrin-gate.html", "quaysidechronicle-dam.html", "tarnsidestandard-dam.html")
CHANGED = ("four people", "six people")
FEED = '<opml version="2.0"><body><outline xmlUrl="http://127.0.0.1:9/feed"/></body></opml>'
LEVEL = 19


def main() -> None:
    """Fill a store, and write the file where the tests look for it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        fill(folder)
        with closing(sqlite3.connect(folder / "stemma.db")) as connection:
            (version,) = connection.execute("SELECT version_num FROM stemma_version").fetchone()
            connection.execute("VACUUM INTO ?", (str(folder / "compact.db"),))
        content = (folder / "compact.db").read_bytes()
    packed = zstandard.ZstdCompressor(level=LEVEL).compress(content)
    RELEASED.mkdir(exist_ok=True)
    frozen = RELEASED / f"{version}.db.zst"
    frozen.write_bytes(packed)
    sys.stdout.write(f"{frozen.relative_to(ROOT)}: {len(packed)} bytes\n")


def fill(folder: Path) -> None:
    """Let the store in a folder have something of everything."""
    stemma(folder, "add", "--quiet", *(str(COVERAGE / name) for name in DAM))
    page = (COVERAGE / DAM[0]).read_text(encoding="utf-8")
    (folder / "later.html").write_text(page.replace(*CHANGED), encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02")
    stemma(folder, "add", "--quiet", "later.html", "broken.txt", status=1)
    story = json.loads(stemma(folder, "stories", "--format", "json"))["stories"][0]["id"]
    told = json.loads(stemma(folder, "report", "--story", story, "--format", "json"))
    statement = told["stories"][0]["statements"][0]["id"]
    stemma(folder, "decide", "speaker", statement, "Mirela Tosk", "--by", "Ida Noll")
    listed = json.loads(stemma(folder, "decide", "list", "--format", "json"))["verdicts"]
    stemma(folder, "decide", "undo", listed[0]["id"], "--by", "Ida Noll")
    account = ("account", "add", "ida", "--role", "editor", "--password-stdin")
    stemma(folder, *account, told="not used anywhere\n")
    stemma(folder, "account", "token", "ida", "--label", "a script")
    (folder / "feeds.opml").write_text(FEED, encoding="utf-8")
    watch = ("--once", "--allow-private", "--contact", "desk@newsroom.example", "--quiet")
    stemma(folder, "watch", "feeds.opml", *watch, status=1)  # nobody answers there


def stemma(folder: Path, *arguments: str, status: int = 0, told: str = "") -> str:
    """Run a command over the store in a folder; give what it wrote."""
    environment = {**os.environ, "STEMMA_DB": str(folder / "stemma.db")}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "stemma", *arguments],
        cwd=folder,
        env=environment,
        input=told,
        stdout=subprocess.PIPE,
        check=False,
        encoding="utf-8",
    )
    if done.returncode != status:
        sys.exit(f"stemma {' '.join(arguments)} ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    main()
