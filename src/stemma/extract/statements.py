"""A report's statements: the order of the work."""

from stemma.extract.according import find_according
from stemma.extract.assembly import Assembly
from stemma.extract.attribution import Attribution
from stemma.extract.clauses import find_by_syntax
from stemma.extract.continuations import continue_quotations
from stemma.extract.coreference import Coreference, Speaker
from stemma.extract.figures import tie_figures
from stemma.extract.headlines import find_in_headline, headline_ranges
from stemma.extract.layers import tell_layers
from stemma.extract.own_voice import find_own_voice
from stemma.extract.persons import Persons
from stemma.extract.quoted import Quoted
from stemma.extract.responses import find_responses
from stemma.extract.sources import SourceReader
from stemma.extract.speakers import SpeakerReader
from stemma.extract.surface import find_by_order
from stemma.extract.syntax import Syntax
from stemma.extract.transcripts import find_in_transcript
from stemma.model import Annotated, Extracted, Statement

_SKIPPED_PARTS = frozenset(("byline", "dateline", "credit", "subhead"))


def extract(annotated: Annotated) -> Extracted:
    """Find who says what in a report, and tie its figures and moments to that.

    Statements are in text order. Bylines, datelines, credits and subheads make none. A report
    that is not in English has none.
    """
    if not annotated.tokens:
        return Extracted(
            annotated=annotated,
            statements=(),
            figures=annotated.figures,
            moments=annotated.moments,
        )
    syntax = Syntax(annotated)
    statements = _find_statements(syntax)
    return Extracted(
        annotated=annotated,
        statements=statements,
        figures=tie_figures(syntax, statements),
        moments=annotated.moments,
    )


def _find_statements(syntax: Syntax) -> tuple[Statement, ...]:
    quoted = Quoted(syntax)
    persons = Persons(syntax)
    reader = SourceReader(syntax, persons)
    coreference = Coreference(syntax, quoted, persons)
    attributions = find_attributions(syntax, quoted, reader)
    speakers = _resolve(attributions, SpeakerReader(syntax, persons, reader, coreference))
    told = tell_layers(syntax, reader, attributions, speakers)
    used = {
        at
        for one in told
        if one.attribution.verb_class != "stance"
        for at in one.attribution.places
    }
    sources = {at for one in told for at in one.attribution.source}
    numbers = {syntax.sentence_of[at] for at in used}
    assembly = Assembly(syntax, quoted)
    found = [assembly.attributed(one) for one in told]
    found += [assembly.own(content) for content in find_own_voice(syntax, used, sources, numbers)]
    return tuple(sorted(found, key=lambda one: (one.content[0].start, one.voice == "own", one.id)))


def find_attributions(syntax: Syntax, quoted: Quoted, reader: SourceReader) -> list[Attribution]:
    """Find all attributions of a report, in text order; layers are not yet told apart."""
    annotated = syntax.annotated
    found: list[Attribution] = []
    titled: set[int] = set()
    for first, last in headline_ranges(syntax):
        in_headline = find_in_headline(syntax, quoted, reader, first, last)
        found += in_headline
        titled.update(range(first, last) if in_headline else ())
    transcribed = find_in_transcript(syntax, reader.persons)
    found += transcribed
    titled.update(at for one in transcribed for at in one.places)
    for sentence in annotated.sentences:
        first, last = sentence.first, sentence.last
        if (
            annotated.report.parts[sentence.part].kind in _SKIPPED_PARTS
            or sentence.last - 1 in titled
            or first in titled
        ):
            continue
        here = find_responses(syntax, quoted, first, last)
        used = {at for one in here for at in (*one.cue, *one.content)}
        here += find_according(syntax, quoted, first, last)
        here += [
            one
            for one in find_by_order(syntax, quoted, reader, first, last)
            if not used & {*one.cue}
        ]
        used |= {at for one in here for at in one.cue}
        found += here
        found += find_by_syntax(syntax, quoted, reader, first, last, used=used)
    return continue_quotations(syntax, quoted, found)


def _resolve(attributions: list[Attribution], speakers: SpeakerReader) -> dict[int, Speaker | None]:
    """Give each attribution's speaker by its ``id()``, resolved in text order."""
    found: dict[int, Speaker | None] = {}
    for attribution in sorted(
        attributions, key=lambda one: (min(one.cue or one.content), one.place)
    ):
        if attribution.continues is not None:
            before = found.get(id(attribution.continues))
            speaker = before and Speaker(
                attribution.place, before.person, before.source, before.plural
            )
        else:
            speaker = speakers.read(attribution.source, {*attribution.content})
        found[id(attribution)] = speaker
        if speaker is not None:
            speakers.coreference.note(speaker)
    return found
