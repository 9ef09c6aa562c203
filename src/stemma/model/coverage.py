"""Everything that one run gives."""

from dataclasses import dataclass

from stemma.model.report import Failure, Report
from stemma.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The reports that were read, the sources that failed, and the stories found.

    Reports are in order of date, then id; failures by path; stories by number of reports,
    greatest first, then by date. Every English report is in exactly one story: among its
    ``reports``, or as an earlier version in its ``revisions``.
    """

    reports: tuple[Report, ...]
    failures: tuple[Failure, ...]
    stories: tuple[Story, ...]
