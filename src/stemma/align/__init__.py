"""What the reports of one story say alike and where they differ: entities, claims, findings."""

from stemma.align.claims import align
from stemma.align.entities import find_entities, name_sources
from stemma.align.findings import find_findings
from stemma.align.settling import members, rank, settle

__all__ = [
    "align",
    "find_entities",
    "find_findings",
    "members",
    "name_sources",
    "rank",
    "settle",
]
