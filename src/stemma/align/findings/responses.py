"""What reports say of a body that would not answer."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import Appearance, StoryView, listed, unique
from stemma.align.spelling import titles, words
from stemma.model import Finding, Span, digest

_WEIGHT = 0.7
_FAR = 120
"""Characters between the verb and what follows it, beyond which they are not shown as one."""

_KINDS = (
    ("declined", re.compile(r"\b(?:declin|refus|would not|wouldn|no comment|not comment)")),
    (
        "could not be reached",
        re.compile(r"\bnot (?:\w+ )?(?:be )?(?:reach|contact|available)|\bunavailable\b"),
    ),
    ("did not respond", re.compile(r"\b(?:respon|repl|answer|return)")),
)


@dataclass(frozen=True, slots=True)
class _Response:
    kind: str
    span: Span
    name: str


def find_changed_responses(view: StoryView) -> Iterator[Finding]:
    """Find bodies that one report says declined, another that they did not respond."""
    bodies: defaultdict[str, list[_Response]] = defaultdict(list)
    for appearance in view.all_appearances():
        if appearance.statement.act == "response" and appearance.statement.source is not None:
            response = _read(view, appearance)
            if response is not None:
                bodies[_body(appearance)].append(response)
    for body, responses in bodies.items():
        kinds = _apart(responses)
        if len(kinds) > 1:
            yield _finding(view, body, kinds)


def _body(appearance: Appearance) -> str:
    source = appearance.statement.source
    if source is None:
        return ""
    if source.entity is not None:
        return source.entity
    name = [word for word in words(source.name) if word not in _SPEAKERS]
    return " ".join(word for word in name if (word,) not in titles())


_SPEAKERS = frozenset({"a", "the", "spokesman", "spokeswoman", "spokesperson", "officials", "for"})


def _read(view: StoryView, appearance: Appearance) -> _Response | None:
    statement = appearance.statement
    spans = [*statement.content, *([] if statement.cue is None else [statement.cue])]
    start = min(span.start for span in spans)
    end = max(span.end for span in spans)
    if end - start > _FAR:
        start, end = statement.content[0].start, statement.content[0].end
    span = Span(report=statement.report, start=start, end=end)
    said = view.words(span).lower()
    kind = next((kind for kind, pattern in _KINDS if pattern.search(said)), None)
    source = statement.source
    return None if kind is None or source is None else _Response(kind, span, source.name)


def _apart(responses: list[_Response]) -> dict[str, list[_Response]]:
    """Sort by kind, without the kinds of reports that tell more than one."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for response in responses:
        told[response.span.report].add(response.kind)
    kinds: defaultdict[str, list[_Response]] = defaultdict(list)
    for response in responses:
        if len(told[response.span.report]) == 1:
            kinds[response.kind].append(response)
    return dict(kinds)


def _finding(view: StoryView, body: str, kinds: dict[str, list[_Response]]) -> Finding:
    first = [responses[0] for responses in kinds.values()]
    told = "; ".join(
        f"{listed(unique([view.name(one.span.report) for one in responses]))}: "
        f"{quoted(view.words(responses[0].span))}"
        for responses in kinds.values()
    )
    name = view.entities[body].name if body in view.entities else first[0].name
    return Finding(
        id=digest("finding", "changed_response", body, *(one.span.report for one in first)),
        kind="changed_response",
        message=f"{name}: reports differ on the answer. {told}.",
        weight=_WEIGHT,
        evidence=tuple(one.span for one in first),
        values=tuple(view.words(one.span) for one in first),
    )
