"""The outlet to which, or in which, something was said: a layer behind the speaker.

``told Reuters``, ``said in an interview with Reuters``, ``wrote in Reuters``, ``as cited by
Reuters``.
"""

from collections import defaultdict
from collections.abc import Iterable

from stemma.extract.attribution import Attribution
from stemma.extract.reading import Reading
from stemma.extract.sources import is_outlet

_TELLING = frozenset(("say", "claim", "deny", "vow", "ask", "think"))
_REACH = 16


def add_outlets(reading: Reading, attributions: Iterable[Attribution]) -> None:
    """Put the outlets that stand beside a cue, outside all that is said, into ``via``."""
    told = list(attributions)
    taken = {at for one in told for at in (*one.cue, *one.source)}
    taken.update(at for one in told for layer in one.via for at in layer)
    holders: defaultdict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(told):
        for at in one.content:
            holders[at].add(number)
    for attribution in told:
        if not attribution.cue or attribution.nominal or attribution.response:
            continue
        if attribution.verb_class in _TELLING and not attribution.via:
            cue = attribution.cue[-1]
            near = range(cue + 1, cue + 1 + _REACH)
            said = {at for at in near if at in holders and holders[at] - holders.get(cue, set())}
            outlet = _find_outlet(reading, attribution, taken, said)
            if outlet:
                attribution.via.append(outlet)
                taken.update(outlet)


def _find_outlet(
    reading: Reading, attribution: Attribution, taken: set[int], said: set[int]
) -> list[int]:
    """Give the tokens of the first outlet behind the cue, in the same sentence."""
    syntax = reading.syntax
    text = syntax.annotated.report.text
    start = attribution.cue[-1] + 1
    last = min(start + _REACH, syntax.sentence(attribution.cue[-1]).last)
    known = reading.names.media
    for at in range(start, last):
        name = reading.names.at.get(at)
        if at in reading.persons.at or at in taken or at in said:
            continue
        if name is None:
            told = syntax.words[at - 1] == "told" or syntax.words[at - 2 : at] == ["told", "the"]
            text_here = syntax.tokens[at].text
            if text_here in known or (told and text_here[:1].isupper() and is_outlet(text_here)):
                return [at]
        if name is None or name.first != at:
            continue
        if is_outlet(text[name.start : name.end], known):
            return list(range(name.first, name.last))
    return []
