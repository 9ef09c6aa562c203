"""The command line: ``stemma report SOURCE…``."""

from stemma.cli.main import main

__all__ = ["main"]
