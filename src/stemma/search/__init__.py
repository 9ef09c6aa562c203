"""Searching: what people type, what words are, what is found, and what is shown of it."""

from stemma.search.grammar import ask, parse
from stemma.search.labels import EVERY, labels_of, written
from stemma.search.lexing import FILTERS
from stemma.search.matching import exact_words, fits, look, loosen, wanted
from stemma.search.passages import passages_of, texts_of
from stemma.search.query import All, Either, Filter, Label, Node, Not, Query, Words
from stemma.search.ranking import Ranking
from stemma.search.snippets import cut_snippet
from stemma.search.words import stems_of

__all__ = [
    "EVERY",
    "FILTERS",
    "All",
    "Either",
    "Filter",
    "Label",
    "Node",
    "Not",
    "Query",
    "Ranking",
    "Words",
    "ask",
    "cut_snippet",
    "exact_words",
    "fits",
    "labels_of",
    "look",
    "loosen",
    "parse",
    "passages_of",
    "stems_of",
    "texts_of",
    "wanted",
    "written",
]
