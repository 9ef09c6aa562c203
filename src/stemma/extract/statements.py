"""A report's statements: the order of the work."""

from collections.abc import Mapping
from dataclasses import replace

from stemma.extract.according import find_according
from stemma.extract.announced import find_announced
from stemma.extract.assembly import Assembly
from stemma.extract.attribution import Attribution
from stemma.extract.clauses import find_by_syntax
from stemma.extract.continuations import continue_quotations
from stemma.extract.coordination import split_coordinated
from stemma.extract.coreference import Speaker
from stemma.extract.figures import tie_figures
from stemma.extract.headlines import find_in_headline, headline_ranges
from stemma.extract.layers import tell_layers
from stemma.extract.negation import keep_negations
from stemma.extract.nominal import find_by_noun
from stemma.extract.outlets import add_outlets
from stemma.extract.own_voice import absorb_rests, find_own_voice
from stemma.extract.phrases import tell_phrases
from stemma.extract.proposed import find_proposed
from stemma.extract.quoted_as import find_quoted_as, find_relays
from stemma.extract.reading import Reading, read_report
from stemma.extract.relatives import complete_relatives
from stemma.extract.responses import find_responses
from stemma.extract.rests import drop_severed
from stemma.extract.speakers import SpeakerReader
from stemma.extract.surface import find_by_order
from stemma.extract.syntax import Syntax
from stemma.extract.transcripts import find_in_transcript
from stemma.model import Annotated, Extracted, Statement

_MEASURES = frozenset(("after", "before", "since", "than", "until"))
_MEASURED = 6
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
    attributions = find_attributions(reading)
    speakers = _resolve(attributions, SpeakerReader(reading))
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


def find_attributions(reading: Reading) -> list[Attribution]:
    """Find all attributions of a report, in text order; layers are not yet told apart."""
    syntax = reading.syntax
    found: list[Attribution] = []
    for first, last in headline_ranges(syntax):
        found += find_in_headline(reading, first, last)
    found += find_in_transcript(syntax, reading.persons)
    announced = find_announced(reading)
    read = {at for one in found for at in one.places}
    read.update(at for one in announced for at in (*one.cue, one.content[0] - 1, *one.content))
    found += announced
    for sentence in syntax.annotated.sentences:
        first, last = sentence.first, sentence.last
        kind = syntax.annotated.report.parts[sentence.part].kind
        if kind not in _SKIPPED_PARTS and read.isdisjoint((first, last - 1)):
            found += _find_in_sentence(reading, first, last)
    found = keep_negations(syntax, reading.quoted, continue_quotations(reading, found))
    found = tell_phrases(reading, complete_relatives(syntax, reading.quoted, found))
    for one in found:
        one.source = reading.sources.whole(one.source, {*one.cue, *one.content})
    found = [one for one in found if not _is_nobody(syntax, one.source)]
    add_outlets(reading, found)
    return split_coordinated(reading, found)


def _is_nobody(syntax: Syntax, source: list[int]) -> bool:
    """Tell the writer, ``two years after hundreds of women`` and ``more than it`` from speakers."""
    if [syntax.words[at] for at in source] in (["i"], ["we"], ["you"]):
        return True
    near = source[1:_MEASURED]
    return any(syntax.words[at] in _MEASURES and not _counts(syntax, at + 1) for at in near)


def _counts(syntax: Syntax, at: int) -> bool:
    """Tell ``more than 200 workers`` from ``more than it``."""
    return at < len(syntax.tokens) and syntax.tokens[at].upos == "NUM"


def _find_in_sentence(reading: Reading, first: int, last: int) -> list[Attribution]:
    """Try responses first, then what commas and word order tell, then the parse."""
    found = find_responses(reading, first, last)
    used = {at for one in found for at in (*one.cue, *one.content)}
    found += find_quoted_as(reading, first, last)
    used.update(at for pair in find_relays(reading, first, last) for at in pair)
    found += find_according(reading, first, last)
    found += [one for one in find_by_order(reading, first, last) if used.isdisjoint(one.cue)]
    used.update(at for one in found for at in one.cue)
    surest = {at for one in found for at in (*one.cue, *one.source)}
    for one in find_by_syntax(reading, first, last, used=used):
        one.content = _up_to(one, surest)
        found += [one] if one.content else []
    used.update(at for one in found for at in one.places)
    found += find_by_noun(reading, first, last, used=used)
    used.update(at for one in found for at in one.places)
    return found + find_proposed(reading, first, last, used=used)


def _up_to(attribution: Attribution, surest: set[int]) -> list[int]:
    """Cut a content off where another speaker's cue begins: ``X, reported Z``."""
    others = surest.intersection(attribution.content)
    behind = [at for at in others if at > attribution.cue[-1]]
    if not behind:
        return [at for at in attribution.content if at not in others]
    return [at for at in attribution.content if at < min(behind) and at not in others]


def _resolve(attributions: list[Attribution], speakers: SpeakerReader) -> dict[int, Speaker | None]:
    """Give each attribution's speaker by its ``id()``, resolved in text order."""
    found: dict[int, Speaker | None] = {}
    ahead: list[Attribution] = []
    for attribution in sorted(
        attributions, key=lambda one: (min(one.cue or one.content), one.place)
    ):
        if attribution.continues is None:
            speaker = speakers.read(attribution.source, {*attribution.content})
        elif id(attribution.continues) in found:
            speaker = _going_on(attribution, found)
        else:
            ahead.append(attribution)
            continue
        found[id(attribution)] = speaker
        if speaker is not None:
            end = max(attribution.content + attribution.cue)
            speakers.coreference.note(replace(speaker, end=end))
    found.update((id(attribution), _going_on(attribution, found)) for attribution in ahead)
    return found


def _going_on(attribution: Attribution, found: Mapping[int, Speaker | None]) -> Speaker | None:
    """Give the speaker of the attribution that goes on here."""
    before = found.get(id(attribution.continues))
    return before and replace(before, place=attribution.place)
