"""What an editor should look at."""

from stemma.align.findings.found import find_findings

__all__ = ["find_findings"]
