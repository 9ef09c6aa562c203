"""Which copy came from which, and how many origins there are."""

from stemma.trace.counting import count, count_claim
from stemma.trace.tracing import trace

__all__ = ["count", "count_claim", "trace"]
