"""The stores that every contract is held to: in memory, a SQLite file, a PostgreSQL server."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from stemma.stores import Store, open_store, searching
from stemma.stores.tables import schema

KINDS = ("memory", "sqlite", "postgres")
_ACCOUNT = "postgres"
"""PostgreSQL refuses to run as root; its package makes this account."""

_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "shared_buffers": "16MB",
    "max_connections": "50",
}
_START_SECONDS = 30
_numbers = count()


def _programs() -> Path | None:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a server on a socket in a temporary folder; give the address of its databases."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL IS MISSING: see scripts/need-postgres")
    account = _ACCOUNT if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="stemma-"))
    if account:
        shutil.chown(folder, account)
    cluster = folder / "cluster"
    initdb = [programs / "initdb", "-D", cluster, "-U", "stemma", "-A", "trust", "-E", "UTF8"]
    settings = [f"--{name}={value}" for name, value in _SETTINGS.items()]
    server = [programs / "postgres", "-D", cluster, "-k", folder, *settings]
    try:
        subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [*initdb, "--locale=C", "--no-sync"], user=account, check=True, capture_output=True
        )
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(server, user=account, stderr=log, stdout=log) as process,  # noqa: S603 - the same
        ):
            try:
                yield _wait_for(f"postgresql://stemma@/{{}}?host={quote(str(folder), safe='')}")
            finally:
                process.send_signal(signal.SIGQUIT)  # at once: all of it is thrown away
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(address: str) -> str:
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            psycopg.connect(address.format("postgres")).close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return address


@pytest.fixture(scope="session")
def postgres_location(postgres_server: str) -> str:
    """Give the address of a database whose schema stands; whoever uses it empties it first."""
    location = _create(postgres_server, "stemma")
    open_store(location).close()
    return location


def _create(server: str, name: str) -> str:
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return server.format(name)


def _empty(location: str) -> None:
    tables = ", ".join([*schema.tables, searching.TABLE])
    with psycopg.connect(location) as connection:
        connection.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE".encode())


@pytest.fixture(params=KINDS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give where a store is that holds nothing yet."""
    match request.param:
        case "memory":
            return "memory:"
        case "sqlite":
            return str(tmp_path / "stemma.db")
        case _:
            location: str = request.getfixturevalue("postgres_location")
            _empty(location)
            return location


@pytest.fixture
def empty_database(postgres_server: str) -> str:
    """Give the address of a database without any table."""
    return _create(postgres_server, f"empty_{next(_numbers)}")


@pytest.fixture(scope="module")
def another_database(postgres_server: str) -> str:
    """Give the address of a database for a whole file of tests, without any table."""
    return _create(postgres_server, f"another_{next(_numbers)}")


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """Open a store that holds nothing yet."""
    opened = open_store(location)
    yield opened
    opened.close()
