"""Bytes in, reports out: finding inputs, taking them apart, cutting residue, dating."""

from stemma.read.dating import date_together
from stemma.read.duplicates import fold, name_words
from stemma.read.fetch import HttpFetcher
from stemma.read.parsing import parse
from stemma.read.raw import Raw
from stemma.read.reports import name_report
from stemma.read.sources import find

__all__ = [
    "HttpFetcher",
    "Raw",
    "date_together",
    "find",
    "fold",
    "name_report",
    "name_words",
    "parse",
]
