"""A report's statements: the order of the work."""

from stemma.extract.assembly import Assembly
from stemma.extract.attribution import Attribution
from stemma.extract.contents import (
    absorb_rests,
    complete_relatives,
    continue_quotations,
    drop_severed,
    keep_negations,
    split_coordinated,
    tell_phrases,
)
from stemma.extract.figures import tie_figures
from stemma.extract.forms import find_forms
from stemma.extract.own_voice import find_own_voice
from stemma.extract.reading import Reading, read_report
from stemma.extract.sources import is_nobody
from stemma.extract.speakers import add_outlets, resolve_speakers, tell_layers
from stemma.model import Annotated, Extracted, Statement


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
    reading = read_report(annotated)
    statements = _find_statements(reading)
    return Extracted(
        annotated=annotated,
        statements=statements,
        figures=tie_figures(annotated, statements),
        moments=annotated.moments,
    )


def _find_statements(reading: Reading) -> tuple[Statement, ...]:
    syntax = reading.syntax
    attributions = _find_attributions(reading)
    speakers = resolve_speakers(reading, attributions)
    told = tell_layers(reading, attributions, speakers)
    taken = {at for one in told if not one.attribution.aside for at in one.attribution.places}
    for one in told:
        if not one.attribution.aside or one.attribution.phrase:
            one.attribution.content = absorb_rests(syntax, one.attribution.content, taken)
        one.attribution.content = drop_severed(syntax, one.attribution.content)
        if not one.attribution.aside:
            taken.update(one.attribution.content)
    sources = {at for one in told for at in one.attribution.source}
    assembly = Assembly(reading)
    found = [assembly.attributed(one) for one in told]
    found += [assembly.own(content) for content in find_own_voice(syntax, taken, sources)]
    return tuple(sorted(found, key=lambda one: (one.content[0].start, one.voice == "own", one.id)))


def _find_attributions(reading: Reading) -> list[Attribution]:
    """Find all attributions of a report, in text order; layers are not yet told apart."""
    syntax = reading.syntax
    found = find_forms(reading)
    found = keep_negations(syntax, reading.quoted, continue_quotations(reading, found))
    found = tell_phrases(reading, complete_relatives(syntax, reading.quoted, found))
    for one in found:
        one.source = reading.names.whole(one.source, {*one.cue, *one.content})
    found = [one for one in found if not is_nobody(syntax, one.source)]
    add_outlets(reading, found)
    return split_coordinated(reading, found)
