"""The answer, for people and for programs."""

from stemma.tell.as_html import to_html
from stemma.tell.as_json import summaries_to_json, to_json
from stemma.tell.as_markdown import to_markdown
from stemma.tell.brief import brief
from stemma.tell.detail import print_claim, print_report
from stemma.tell.terminal import print_coverage
from stemma.tell.timeline import timeline
from stemma.tell.title import title

__all__ = [
    "brief",
    "print_claim",
    "print_coverage",
    "print_report",
    "summaries_to_json",
    "timeline",
    "title",
    "to_html",
    "to_json",
    "to_markdown",
]
