"""What is known of a report before anybody is found to say anything."""

from dataclasses import dataclass

from stemma.extract.persons import Persons
from stemma.extract.quoted import Quoted
from stemma.extract.sources import SourceReader
from stemma.extract.syntax import Syntax
from stemma.model import Annotated


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's trees, quotations, people, and the reader of its speakers."""

    syntax: Syntax
    quoted: Quoted
    persons: Persons
    sources: SourceReader


def read_report(annotated: Annotated) -> Reading:
    """Index a report."""
    syntax = Syntax(annotated)
    persons = Persons(syntax)
    return Reading(syntax, Quoted(syntax), persons, SourceReader(syntax, persons))
