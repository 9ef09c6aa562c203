"""What one says and another denies."""

import re
from collections.abc import Iterator, Sequence

from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.align.spelling import fold
from stemma.model import Finding, Span, digest

_ANSWERED = 0.78
_ALONE = 0.46
_LEAST_ALIKE = 0.62
_FEWEST_WORDS = 4
_POINTING = frozenset({"he", "it", "she", "that", "they", "this", "which", "who"})
_LEAST_SHARED = 2
_MOST_COMPARED = 20
_DENIALS = frozenset(
    [
        "denial",
        "denied",
        "denies",
        "deny",
        "denying",
        "dispute",
        "disputed",
        "disputes",
        "rebutted",
        "refuted",
        "refutes",
        "rejected",
        "rejects",
        "repudiated",
        "rubbished",
    ]
)
_ACCUSED = "accusation|allegation|charge|claim|report|rumou?r|suggestion"
_UNTRUE = (
    "false|untrue|not true|baseless|unfounded|groundless|fabricated|fabrications|invented|lies"
    "|a lie|nonsense|without foundation|politically motivated"
)
_IN_WORDS = (
    re.compile(
        rf"\b(?:{_ACCUSED})s?\b[^,;.]{{0,40}}\b(?:are|is|was|were) (?:\w+ly )?(?:{_UNTRUE})\b"
    ),
    re.compile(
        r"(?:\b(?:never|no|not)|n't)\b.{3,80}, as (?:had been |has been |was )?"
        r"(?:(?:some|several|many|other|certain) )?"
        r"(?:(?:\w+ )?(?:critics|media|newspapers|outlets|reports|rivals) (?:ha[ds]e? )?)?"
        r"(?:alleged|claimed|reported|suggested)\b"
    ),
)
"""Denials in the words of what is said: "the charges were false", "not fenced, as some claimed"."""


def find_denials(view: StoryView) -> Iterator[Finding]:
    """Find denials, with the statement that is denied where some report has it.

    What is denied is looked for among the statements of others that share a name and whose
    words are near in meaning.
    """
    told: set[tuple[str | None, str]] = set()
    for denial in view.all_appearances():
        if not _denies(view, denial):
            continue
        match = _match(view, denial)
        key = (_speaker(denial), "" if match is None else match.statement.text)
        worth = match is not None or len(denial.statement.text.split()) >= _FEWEST_WORDS
        if worth and key not in told:
            told.add(key)
            yield _finding(view, denial, match)


def _denies(view: StoryView, appearance: Appearance) -> bool:
    statement = appearance.statement
    if statement.source is None or statement.cue is None or statement.act == "response":
        return False
    if statement.source.kind in {"crowd", "document"}:
        return False
    if statement.source.entity is None and statement.source.name.lower() in _POINTING:
        return False
    if set(fold(view.words(statement.cue)).split()) & _DENIALS:
        return True
    said = fold(statement.text)
    return any(pattern.search(said) for pattern in _IN_WORDS)


def _speaker(appearance: Appearance) -> str | None:
    source = appearance.statement.source
    return None if source is None else source.entity or fold(source.name)


def _candidates(
    view: StoryView, denial: Appearance, appearances: Sequence[Appearance]
) -> list[Appearance]:
    """Give the assertions of others that share the most words with what is denied."""
    wanted = view.terms(denial)
    scored = [
        (count, at)
        for at, one in enumerate(appearances)
        if one.statement.act == "assertion"
        and not one.statement.factuality.negated
        and (count := len(wanted & view.terms(one))) >= _LEAST_SHARED
        and _speaker(one) != _speaker(denial)
        and not any(
            span.overlaps(other)
            for span in one.statement.content
            for other in denial.statement.content
        )
    ]
    best = sorted((-count, at) for count, at in scored)
    return [appearances[at] for _, at in best[:_MOST_COMPARED]]


def _match(view: StoryView, denial: Appearance) -> Appearance | None:
    others = _candidates(view, denial, view.all_appearances())
    alike = [view.alike(denial.statement, one.statement) for one in others]
    best = max(range(len(others)), key=lambda at: (alike[at], -at), default=None)
    return others[best] if best is not None and alike[best] >= _LEAST_ALIKE else None


def _finding(view: StoryView, denial: Appearance, match: Appearance | None) -> Finding:
    statement = denial.statement
    name = "" if statement.source is None else statement.source.name
    cue = statement.content[0] if statement.cue is None else statement.cue
    start = min(cue.start, statement.content[0].start)
    end = max(cue.end, statement.content[-1].end)
    span = Span(report=statement.report, start=start, end=end)
    message = f"{denial.report.name}: {name} {quoted(view.words(span))}."
    evidence = [span]
    claims = {view.claim_of(statement)}
    if match is not None:
        said = match.statement
        source = "" if said.source is None else f" on the word of {said.source.name}"
        message += f" {match.report.name} has it{source}: {quoted(said.text)}"
        evidence += said.content
        claims.add(view.claim_of(said))
    return Finding(
        id=digest("finding", "denial", *(str(part) for part in (span, *evidence))),
        kind="denial",
        message=message,
        weight=_ALONE if match is None else _ANSWERED,
        evidence=tuple(evidence),
        values=(),
        claims=tuple(sorted(claim for claim in claims if claim is not None)),
    )
