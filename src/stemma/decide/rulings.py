"""Verdicts as arguments of the stages: which statements, names and reports they are about now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from stemma.decide.anchors import Found, Texts, find_statement
from stemma.decide.consistency import Opinion, Pairs, reconcile
from stemma.decide.pins import find_pins
from stemma.model import Anchor, Extracted, Span, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a statement (``name``, None for nobody) where that ``is_right``, else who does not.

    ``wrong`` are the names that were decided to be wrong while nobody is decided to be right.
    """

    name: str | None
    is_right: bool
    wrong: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report has its text from: nowhere else, a report (by id), or a medium (by name)."""

    report: str | None
    medium: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What verdicts say of one story.

    ``claims`` are pairs of statement ids, ``names`` pairs of spans; ``speakers`` go by statement
    id, ``origins`` by report id. ``applied`` are the verdicts whose words were found, with where,
    ``apart`` those that keep a report of the story from others, with the ids of both and those of
    their articles; ``lost`` those whose words are nowhere any more, ``overruled`` those that a
    later one contradicts, with that one.
    """

    claims: Pairs[str] = field(default_factory=Pairs)
    names: Pairs[Span] = field(default_factory=Pairs)
    speakers: Mapping[str, Speaker] = field(default_factory=dict[str, Speaker])
    origins: Mapping[str, Origin] = field(default_factory=dict[str, Origin])
    applied: tuple[tuple[Verdict, tuple[Found, ...]], ...] = ()
    apart: tuple[tuple[Verdict, frozenset[str]], ...] = ()
    lost: tuple[Verdict, ...] = ()
    overruled: tuple[tuple[Verdict, Verdict], ...] = ()


NO_RULINGS = Rulings()


def rule(
    verdicts: Sequence[Verdict], story: Sequence[Extracted], successors: Mapping[str, str]
) -> Rulings:
    """Find what verdicts are about in the reports of a story.

    ``verdicts`` are those in force, in order of deciding; ``successors`` maps superseded
    versions to the next. Where two contradict each other, the later one rules.
    """
    if not verdicts:
        return NO_RULINGS
    pieces = {one.annotated.report.id: one for one in story}
    texts = Texts({name: one.annotated.report for name, one in pieces.items()}, successors)
    placed = [(verdict, _find(verdict, texts)) for verdict in verdicts]
    applied = [(verdict, found) for verdict, found in placed if found is not None]
    claims, of_claims = reconcile(_of_claims(applied, pieces))
    names, of_names = reconcile(_named(applied))
    standing = _standing(verdicts, texts)
    of_stories = find_pins(verdicts, standing).overruled
    speakers, of_speakers = _speakers(applied, pieces)
    origins, of_origins = _origins(applied)
    return Rulings(
        claims=claims,
        names=names,
        speakers=speakers,
        origins=origins,
        applied=tuple(applied),
        apart=tuple(_apart(verdicts, standing, [one for one, _ in of_stories])),
        lost=tuple(one for one, found in placed if found is None and _is_here(one, texts)),
        overruled=(*of_stories, *of_claims, *of_names, *of_speakers, *of_origins),
    )


def _find(verdict: Verdict, texts: Texts) -> tuple[Found, ...] | None:
    """Find the words of all anchors; of whole reports, the reports alone matter."""
    found = [_find_anchor(anchor, verdict, texts) for anchor in verdict.subject]
    return tuple(one for one in found if one is not None) if None not in found else None


def _find_anchor(anchor: Anchor, verdict: Verdict, texts: Texts) -> Found | None:
    found = texts.find(anchor)
    if found is not None or not is_about_reports(verdict):
        return found
    name = texts.find_report(anchor)
    return None if name is None else Found(span=Span(report=name, start=0, end=0), changed=False)


def is_about_reports(verdict: Verdict) -> bool:
    """Tell whether a verdict is about whole reports."""
    return verdict.kind in {"same_story", "different_story", "own_origin", "taken_from"}


def _is_here(verdict: Verdict, texts: Texts) -> bool:
    """Tell whether the reports of a verdict are all of this story, so that its words should be."""
    return all(texts.find_report(anchor) is not None for anchor in verdict.subject)


def _standing(verdicts: Iterable[Verdict], texts: Texts) -> dict[str, str]:
    return {
        anchor.span.report: texts.latest(anchor.span.report)
        for verdict in verdicts
        for anchor in verdict.subject
    }


def _apart(
    verdicts: Sequence[Verdict], standing: Mapping[str, str], overruled: Sequence[Verdict]
) -> Iterator[tuple[Verdict, frozenset[str]]]:
    for verdict in verdicts:
        if verdict.kind == "different_story" and verdict not in overruled:
            reports = {standing[one.span.report] for one in verdict.subject}
            yield verdict, frozenset(reports | {one.article for one in verdict.subject})


Applied = Sequence[tuple[Verdict, tuple[Found, ...]]]


def _of_claims(applied: Applied, pieces: Mapping[str, Extracted]) -> list[Opinion[str]]:
    opinions: list[Opinion[str]] = []
    for verdict, found in applied:
        if verdict.kind not in {"same_claim", "different_claim"}:
            continue
        said = [find_statement(one, pieces[one.span.report]) for one in found]
        for one, other in pairwise(said):
            if one is not None and other is not None:
                opinions.append(Opinion(verdict=verdict, one=one.id, others=(other.id,)))
    return opinions


def _named(applied: Applied) -> list[Opinion[Span]]:
    return [
        Opinion(verdict=verdict, one=found[0].span, others=(found[1].span,))
        for verdict, found in applied
        if verdict.kind in {"same_name", "different_name"}
    ]


def _speakers(
    applied: Applied, pieces: Mapping[str, Extracted]
) -> tuple[dict[str, Speaker], list[tuple[Verdict, Verdict]]]:
    """Let the latest verdict on each statement rule."""
    speakers: dict[str, Speaker] = {}
    overruled: list[tuple[Verdict, Verdict]] = []
    for verdict, found in applied:
        if verdict.kind not in {"speaker", "not_speaker"}:
            continue
        said = find_statement(found[0], pieces[found[0].span.report])
        if said is None:
            continue
        before = speakers.get(said.id)
        if before is not None and _contradicts(verdict, before):
            overruled.append((before.verdict, verdict))
            before = None
        speakers[said.id] = _with(verdict, before)
    return speakers, overruled


def _with(verdict: Verdict, before: Speaker | None) -> Speaker:
    """Add a verdict on the speaker to one that does not contradict it."""
    if verdict.kind == "speaker":
        return Speaker(name=verdict.answer, is_right=True, wrong=(), verdict=verdict)
    if before is not None and before.is_right:
        return before
    wrong = (*(before.wrong if before else ()), verdict.answer or "")
    return Speaker(name=None, is_right=False, wrong=wrong, verdict=verdict)


def _contradicts(verdict: Verdict, before: Speaker) -> bool:
    if verdict.kind == "not_speaker":
        return before.is_right and before.name == verdict.answer
    if before.is_right:
        return before.name != verdict.answer
    return verdict.answer in before.wrong


def _origins(
    applied: Applied,
) -> tuple[dict[str, Origin], list[tuple[Verdict, Verdict]]]:
    origins: dict[str, Origin] = {}
    overruled: list[tuple[Verdict, Verdict]] = []
    for verdict, found in applied:
        if verdict.kind not in {"own_origin", "taken_from"}:
            continue
        taker, *source = [one.span.report for one in found]
        origin = Origin(
            report=source[0] if source else None, medium=verdict.answer, verdict=verdict
        )
        before = origins.get(taker)
        if before is not None and (before.report, before.medium) != (origin.report, origin.medium):
            overruled.append((before.verdict, verdict))
        origins[taker] = origin
        if (against := _find_circle(taker, origins)) is not None:
            overruled.append((origins.pop(against).verdict, verdict))
    return origins, overruled


def _find_circle(taker: str, origins: Mapping[str, Origin]) -> str | None:
    """Find who takes from a taker that takes from it, directly or by way of others."""
    at = origins[taker].report
    while at is not None and at != taker and at in origins:
        source = origins[at].report
        if source == taker:
            return at
        at = source
    return None
