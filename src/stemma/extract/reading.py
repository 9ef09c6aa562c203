"""What is known of a report before anybody is found to say anything."""

from dataclasses import dataclass

from stemma.extract.sources import Names, Persons, SourceReader
from stemma.extract.text import Quoted, Syntax, Tagging, read_tagging
from stemma.model import Annotated


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report's trees, quotations, people, names and reader of sources; tags, if there are any."""

    syntax: Syntax
    quoted: Quoted
    persons: Persons
    names: Names
    sources: SourceReader
    tagging: Tagging | None = None


def read_report(annotated: Annotated) -> Reading:
    """Index a report."""
    syntax = Syntax(annotated)
    persons = Persons(syntax)
    names = Names(syntax, persons)
    return Reading(
        syntax=syntax,
        quoted=Quoted(syntax),
        persons=persons,
        names=names,
        sources=SourceReader(names),
        tagging=read_tagging(annotated),
    )
