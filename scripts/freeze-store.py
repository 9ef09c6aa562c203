"""Keep a small store as this version makes it, for the tests of later versions.

    python scripts/freeze-store.py

Run it when a release has a new schema: tests/contracts/test_migrations.py then holds every later
version to opening this store with all that is in it. Before the first release, run it anew
whenever the schema changes.
"""

import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import zstandard

ROOT = Path(__file__).parents[1]
RELEASED = ROOT / "tests" / "contracts" / "released"
FEW = 2
LEVEL = 19


def main() -> None:
    """Add a few invented reports, and write the file where the tests look for it."""
    sources = sorted((ROOT / "examples" / "coverage").iterdir())[:FEW]
    with tempfile.TemporaryDirectory() as scratch:
        store, compact = Path(scratch) / "stemma.db", Path(scratch) / "compact.db"
        add = [sys.executable, "-m", "stemma", "add", "--quiet", "--db", str(store)]
        subprocess.run([*add, *map(str, sources)], check=True)  # noqa: S603 - our own command
        with closing(sqlite3.connect(store)) as connection:
            (version,) = connection.execute("SELECT version_num FROM stemma_version").fetchone()
            connection.execute("VACUUM INTO ?", (str(compact),))
        content = zstandard.ZstdCompressor(level=LEVEL).compress(compact.read_bytes())
    RELEASED.mkdir(exist_ok=True)
    frozen = RELEASED / f"{version}.db.zst"
    frozen.write_bytes(content)
    sys.stdout.write(f"{frozen.relative_to(ROOT)}: {len(content)} bytes\n")


if __name__ == "__main__":
    main()
