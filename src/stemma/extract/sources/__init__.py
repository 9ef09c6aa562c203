"""Whom or what a phrase names: people, outlets, bodies and the unnamed, each read for itself.

``reader`` turns a phrase into a ``Source``; what others said before is not asked here.
"""

from stemma.extract.sources.counts import PLURAL_TAGS, QUANTIFIERS
from stemma.extract.sources.media import is_agency, is_outlet
from stemma.extract.sources.nobody import is_nobody
from stemma.extract.sources.persons import Person, Persons
from stemma.extract.sources.reader import SourceReader

__all__ = [
    "PLURAL_TAGS",
    "QUANTIFIERS",
    "Person",
    "Persons",
    "SourceReader",
    "is_agency",
    "is_nobody",
    "is_outlet",
]
