"""Versions of one article: which report is a version of which, and what changed between them."""

from stemma.revise.comparing import compare, compare_versions
from stemma.revise.findings import find_changes
from stemma.revise.notices import find_notices
from stemma.revise.sides import set_notices_aside
from stemma.revise.versions import find_earlier, find_revised, follow, in_order

__all__ = [
    "compare",
    "compare_versions",
    "find_changes",
    "find_earlier",
    "find_notices",
    "find_revised",
    "follow",
    "in_order",
    "set_notices_aside",
]
