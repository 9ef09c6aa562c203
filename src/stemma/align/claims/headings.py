"""Whether a statement stands in a headline."""

from stemma.model import Report, Statement


def is_heading(statement: Statement, report: Report) -> bool:
    """Tell whether a statement begins in a headline or a subhead of its report."""
    start = statement.content[0].start
    return any(
        part.kind in {"headline", "subhead"} and part.start <= start < part.end
        for part in report.parts
    )
