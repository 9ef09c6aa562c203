"""Layers of speech: what is said about what others said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.extract.attribution import Attribution
from stemma.extract.reading import Reading
from stemma.extract.speakers.bare_media import BareMedia
from stemma.extract.speakers.speaker import Speaker
from stemma.extract.text import Syntax
from stemma.model import Source

_RELAYED = frozenset(("say", "claim", "deny", "show", "vow"))
_CARRIERS = frozenset(("outlet", "document"))
_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An attribution with its speaker and the layers above, from the speaker outwards."""

    attribution: Attribution
    speaker: Speaker | None
    via: tuple[Source, ...]


def tell_layers(
    reading: Reading,
    attributions: Sequence[Attribution],
    speakers: Mapping[int, Speaker | None],
) -> list[Told]:
    """Tie attributions that stand inside another's content to the one above.

    ``speakers`` is by ``id()`` of the attribution. "He said he thinks X" is one statement; "the
    minister said the mayor had told him X" is two, the second through the minister. An outlet
    that only passes on what somebody says becomes a layer of that statement.
    """
    syntax = reading.syntax
    contents = [frozenset(one.content) for one in attributions]
    found: list[Told] = []
    relays: set[int] = set()
    for inner in attributions:
        speaker = speakers[id(inner)]
        via = _read_via(reading, inner)
        outer = _find_outer(inner, attributions, contents)
        if outer is not None:
            above = speakers[id(outer)]
            if not _may_stand(inner) or _is_same(speaker, above):
                continue
            inner.content = [at for at in inner.content if at in outer.content]
            if not inner.content:
                continue
            if above is not None and not _is_of_report(syntax, outer, inner):
                via.append(above.source)
                via += _read_via(reading, outer)
                if above.source.kind in _CARRIERS and _is_relay(syntax, outer, inner):
                    relays.add(id(outer))
        found.append(Told(attribution=inner, speaker=speaker, via=tuple(via)))
    return [told for told in found if id(told.attribution) not in relays]


def _read_via(reading: Reading, attribution: Attribution) -> list[Source]:
    reader, media = reading.sources, BareMedia(reading)
    return [
        media.find(part) or reader.read(part)
        for places in attribution.via
        for part in reading.names.split(places)
        if part
    ]


def _find_outer(
    inner: Attribution,
    attributions: Sequence[Attribution],
    contents: Sequence[frozenset[int]],
) -> Attribution | None:
    """Give the narrowest attribution whose content holds the cue."""
    if not inner.cue:
        return None
    cue = inner.cue[-1]
    holders = [
        (len(content), number)
        for number, content in enumerate(contents)
        if cue in content
        and attributions[number] is not inner
        and not (attributions[number].cue and attributions[number].cue[-1] in inner.content)
    ]
    return attributions[min(holders)[1]] if holders else None


def _may_stand(inner: Attribution) -> bool:
    return not inner.nominal and (inner.verb_class in _RELAYED or inner.response)


def _is_of_report(syntax: Syntax, outer: Attribution, inner: Attribution) -> bool:
    """Tell ``the firm played down remarks by Noll, who said X``: the report tells that she did."""
    beside = syntax.tokens[inner.cue[-1]].relation == "acl:relcl"
    return beside and outer.phrase and outer.verb_class == "attitude"


def _is_relay(syntax: Syntax, outer: Attribution, inner: Attribution) -> bool:
    """Tell whether the outer speaker does nothing but pass on what the inner one says."""
    words = [at for at in outer.content if not syntax.is_mark(at)]
    told = syntax.dependents(inner.cue[-1], "iobj", "obl")
    passed = {*inner.content, *inner.cue, *inner.source}
    passed.update(at for child in told for at in syntax.subtree(child))
    return sum(at in passed for at in words) >= _NEARLY_ALL * len(words)


def _is_same(inner: Speaker | None, outer: Speaker | None) -> bool:
    if inner is None or outer is None:
        return inner is None
    if inner.person is not None and inner.person is outer.person:
        return True
    return inner.source.name == outer.source.name
