"""All forms of speech in a report, the surest first."""

from stemma.extract.attribution import Attribution
from stemma.extract.forms.according import find_according
from stemma.extract.forms.adjectival import find_by_adjective
from stemma.extract.forms.announced import find_announced
from stemma.extract.forms.cited import find_cited
from stemma.extract.forms.headlines import find_in_headline, headline_ranges
from stemma.extract.forms.nominal import find_by_noun
from stemma.extract.forms.proposed import find_proposed
from stemma.extract.forms.quoted_as import find_quoted_as, find_relays
from stemma.extract.forms.responses import find_responses
from stemma.extract.forms.transcripts import find_in_transcript
from stemma.extract.forms.word_order import find_by_order
from stemma.extract.predicates import find_by_syntax
from stemma.extract.reading import Reading

_SKIPPED_PARTS = frozenset(("byline", "dateline", "credit", "subhead"))


def find_forms(reading: Reading) -> list[Attribution]:
    """Find the attributions that a form of speech tells, before their contents are complete.

    Headlines, transcripts and announced paragraphs are read whole, other sentences one by one.
    Bylines, datelines, credits and subheads say nothing.
    """
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
    return found


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
    found += find_by_adjective(reading, first, last, used=used)
    used.update(at for one in found for at in one.places)
    found += find_proposed(reading, first, last, used=used)
    used.update(at for one in found for at in one.places)
    return found + find_cited(reading, first, last, used=used)


def _up_to(attribution: Attribution, surest: set[int]) -> list[int]:
    """Cut a content off where another speaker's cue begins: ``X, reported Z``."""
    others = surest.intersection(attribution.content)
    behind = [at for at in others if at > attribution.cue[-1]]
    if not behind:
        return [at for at in attribution.content if at not in others]
    return [at for at in attribution.content if at < min(behind) and at not in others]
