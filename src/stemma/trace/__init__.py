"""Which copy came from which, and how many origins there are."""

from stemma.trace.counting import count, count_claim
from stemma.trace.ruling import DecidedOrigin, rule
from stemma.trace.tracing import trace

__all__ = ["DecidedOrigin", "count", "count_claim", "rule", "trace"]
