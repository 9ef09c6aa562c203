"""Whom or what a phrase names: people, outlets, bodies and the unnamed, each read for itself.

``reader`` turns a phrase into a ``Source``: ``naming`` tells whom it names, ``kinds`` what it
is, ``counts`` how many. ``speaking`` tells words that can be a speaker from those that cannot.
Who spoke before is not asked here.
"""

from stemma.extract.sources.counts import PLURAL_TAGS, QUANTIFIERS
from stemma.extract.sources.kinds import SPEAKS_FOR
from stemma.extract.sources.media import is_agency, is_outlet
from stemma.extract.sources.names import Names
from stemma.extract.sources.naming import find_person
from stemma.extract.sources.nobody import is_nobody
from stemma.extract.sources.persons import Person, Persons
from stemma.extract.sources.reader import SourceReader
from stemma.extract.sources.speaking import can_speak, is_person

__all__ = [
    "PLURAL_TAGS",
    "QUANTIFIERS",
    "SPEAKS_FOR",
    "Names",
    "Person",
    "Persons",
    "SourceReader",
    "can_speak",
    "find_person",
    "is_agency",
    "is_nobody",
    "is_outlet",
    "is_person",
]
