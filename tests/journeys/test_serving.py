"""The desk as a process: it ends when it is asked to, and says so where it cannot begin."""

import signal
import socket
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen, run

import httpx
import pytest


def command(folder: Path, port: int) -> list[str]:
    store = str(folder / "stemma.db")
    return [sys.executable, "-m", "stemma", "serve", "--db", store, "--port", str(port)]


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the desk did not begin")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_desk_ends_when_it_is_asked_to_though_a_page_is_open(
    tmp_path: Path, number: signal.Signals
):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    with Popen(command(tmp_path, port), stderr=PIPE) as running:  # noqa: S603 - our own command
        try:
            wait_for(port)
            with httpx.stream("GET", f"http://127.0.0.1:{port}/live", timeout=30) as page:
                lines = page.iter_lines()  # the page is left with them
                assert next(lines) == "retry: 3000"
                running.send_signal(number)
                assert running.wait(timeout=20) == 0
        finally:
            running.kill()


def test_a_port_that_is_taken_is_wrong_use(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = command(tmp_path, taken.getsockname()[1])
        done = run(told, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - the same
    assert done.returncode == 2
    assert "give another --port" in done.stderr
