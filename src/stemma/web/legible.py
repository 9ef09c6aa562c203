"""Paths as pages and JSON can hold them."""

import re
from dataclasses import replace

from stemma.model import Coverage, Report

_LONE = re.compile("[\ud800-\udfff]")
"""Surrogates that stand for the bytes of file names that are not UTF-8 (PEP 383)."""


def legible(coverage: Coverage) -> Coverage:
    """Give a coverage whose reports have paths that can be written as UTF-8."""
    if not any(map(_LONE.search, (path for one in coverage.reports for path in one.paths))):
        return coverage
    return replace(coverage, reports=tuple(_legible(report) for report in coverage.reports))


def _legible(report: Report) -> Report:
    return replace(report, paths=tuple(_write(path) for path in report.paths))


def _write(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
