"""Accuracy only goes up: the quick part of the evals holds to its floors.

The corpora are taken from the folder that ``CORPORA`` names (``CORPORA=folder make test``);
without it the invented examples alone are scored.
"""

import os
import sys
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).parents[2]


def test_no_figure_falls_under_its_floor():
    corpora = os.environ.get("CORPORA")
    folder = [str(Path(ROOT, corpora))] if corpora else []
    evals = run(  # noqa: S603 - our own script
        [sys.executable, str(ROOT / "evals" / "run.py"), *folder, "--quick"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert evals.returncode == 0, evals.stdout + evals.stderr
    assert "conflicts" in evals.stdout
