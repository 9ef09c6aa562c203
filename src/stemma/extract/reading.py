"""What is known of a report before anybody is found to say anything."""

from dataclasses import dataclass

from stemma.extract.sources import Persons, SourceReader
from stemma.extract.text import Quoted, Syntax, Tagging, read_tagging
from stemma.model import Annotated


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's trees, quotations, people, reader of speakers, and the network's tags, if any."""

    syntax: Syntax
    quoted: Quoted
    persons: Persons
    sources: SourceReader
    tagging: Tagging | None = None


def read_report(annotated: Annotated) -> Reading:
    """Index a report."""
    syntax = Syntax(annotated)
    persons = Persons(syntax)
    sources = SourceReader(syntax, persons)
    return Reading(syntax, Quoted(syntax), persons, sources, read_tagging(annotated))
