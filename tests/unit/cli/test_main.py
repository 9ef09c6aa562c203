from importlib import import_module
from typing import Any, cast

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from stemma.cli import main


def _threads() -> set[int]:
    told = cast("list[dict[str, Any]]", threadpool_info())
    return {one["num_threads"] for one in told if one["user_api"] == "blas"}


def test_the_program_multiplies_in_one_thread(monkeypatch: pytest.MonkeyPatch):
    seen: list[set[int]] = []
    program = import_module("stemma.cli.main")
    monkeypatch.setattr(program, "commands", lambda: seen.append(_threads()))
    with threadpool_limits(limits=2, user_api="blas"):
        main()
    assert seen == [{1}]
