"""Taking down what people decide: to what words, and which stories are to be told anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stemma import decide
from stemma.archive import grouping
from stemma.archive.anchoring import anchor_names
from stemma.archive.decisions import Decisions, find_latest, read_decisions
from stemma.archive.held import find_extracted
from stemma.archive.homecoming import give_back_ids
from stemma.archive.naming import locate, shorten
from stemma.errors import UsageError
from stemma.model import Run, Verdict
from stemma.model.verdict import VerdictKind
from stemma.stores import Ledger

_HEXADECIMAL = frozenset("0123456789abcdef")
_ID = 6
"""So many letters and digits are taken for the beginning of an id, not for a name."""

_NUMBERS: dict[VerdictKind, int] = {
    "same_story": 2,
    "different_story": 2,
    "same_claim": 2,
    "different_claim": 2,
    "same_name": 3,
    "different_name": 3,
}
"""How many names a decision takes, where it is not one; of two names, their story is the first."""

State = Literal["in force", "undone", "overruled", "without its words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody decides.

    ``names`` are ids or their beginnings: two reports, two statements (or claims), one statement,
    or one report; for names a story, then the two names as they are printed. A story stands for
    its first report that is not named itself, and where a report is not of it, for all of them.
    ``answer`` is the right or wrong speaker, or the outlet, the agency or the report (by its id)
    that a report takes from.
    """

    kind: VerdictKind
    names: tuple[str, ...]
    author: str
    reason: str | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A verdict with how it stands, and the id of the verdict that took it back or overrules it."""

    verdict: Verdict
    state: State
    by: str | None


def take_down(ledger: Ledger, request: Request, *, now: str) -> Verdict:
    """Keep a verdict, and mark the stories that it is about as to be told anew.

    Raises:
        UsageError: It names something that there is not, or that such a verdict is not about; or
            the same was decided and taken back within the same second.
    """
    _expect_author(request.author)
    _expect_names(request)
    names, answer = _origin(ledger, request)
    verdict = Verdict(
        kind=request.kind,
        author=request.author.strip(),
        at=now,
        reason=request.reason,
        subject=anchor_names(ledger, request.kind, names),
        answer=answer,
    )
    _expect_stories(ledger, verdict)
    if not ledger.verdicts.keep(verdict) and verdict not in read_decisions(ledger).verdicts:
        message = "this was decided and taken back within one second: decide it once more"
        raise UsageError(message)
    _settle(ledger, verdict, now)
    return verdict


def _origin(ledger: Ledger, request: Request) -> tuple[tuple[str, ...], str | None]:
    """Take an answer that is the id of a report for that report, any other for a name."""
    answer = request.answer
    digits = (answer or "").rpartition(":")[2].lower()
    if request.kind != "taken_from" or len(digits) < _ID or not set(digits) <= _HEXADECIMAL:
        return request.names, answer
    return (*request.names, locate(ledger, digits).id), None


def undo(ledger: Ledger, name: str, *, author: str, reason: str | None, now: str) -> Verdict:
    """Take a verdict back by a further one; to take back an undo brings the verdict back.

    Raises:
        UsageError: There is no such verdict, or it is taken back already.
    """
    _expect_author(author)
    verdicts = {one.id: one for one in ledger.verdicts.all()}
    target = _find_verdict(verdicts, name)
    follower = {one.undoes: one for one in verdicts.values() if one.undoes}
    chain = [target]
    while chain[-1].id in follower:
        chain.append(follower[chain[-1].id])
    if len(chain) % 2 == 0:
        message = (
            f"{target.id} is taken back already, by {chain[-1].id}: "
            f"'stemma decide undo {shorten(chain[-1].id)}' brings it back"
        )
        raise UsageError(message)
    last = chain[-1].id
    verdict = Verdict(kind="undo", author=author.strip(), at=now, reason=reason, undoes=last)
    ledger.verdicts.keep(verdict)
    while target.undoes is not None:
        target = verdicts[target.undoes]
    _settle(ledger, target, now)
    return verdict


def list_verdicts(ledger: Ledger, *, run: Run) -> tuple[Listed, ...]:
    """Give every verdict in the order of deciding, and how it stands now."""
    decisions = read_decisions(ledger)
    overruled, lost = _examine(ledger, decisions, run)
    return tuple(
        _list(standing, overruled, lost) for standing in decide.stand(ledger.verdicts.all())
    )


def _list(standing: decide.Standing, overruled: dict[str, str], lost: set[str]) -> Listed:
    verdict = standing.verdict
    if standing.undone_by is not None:
        return Listed(verdict=verdict, state="undone", by=standing.undone_by.id)
    if verdict.id in overruled:
        return Listed(verdict=verdict, state="overruled", by=overruled[verdict.id])
    return Listed(
        verdict=verdict, state="without its words" if verdict.id in lost else "in force", by=None
    )


def _examine(ledger: Ledger, decisions: Decisions, run: Run) -> tuple[dict[str, str], set[str]]:
    """Give the verdicts in force that others overrule, with those, and those without words."""
    overruled: dict[str, str] = {}
    lost = {one.id for one in decisions.verdicts if len(decisions.named(one)) < len(one.subject)}
    reports = {name for one in decisions.verdicts for name in decisions.named(one)}
    homes = {ledger.stories.of_report(name) for name in reports} - {None}
    for home in sorted(filter(None, homes)):
        members = ledger.stories.members(home)
        found = [find_extracted(ledger, name, run) for name in members]
        story = [one for one in found if one is not None]
        behind = ledger.revisions.behind(members)
        successors = {pair.revised.earlier: pair.revised.later for pair in behind}
        rulings = decide.rule(decisions.about(members), story, successors)
        overruled |= {earlier.id: later.id for earlier, later in rulings.overruled}
        lost |= {verdict.id for verdict in rulings.lost}
    return overruled, lost


def _settle(ledger: Ledger, verdict: Verdict, now: str) -> None:
    """Group anew what is decided about stories, and mark all stories touched as stale."""
    named = [find_latest(ledger, anchor.span.report) for anchor in verdict.subject]
    reports = [name for name in named if name is not None]
    if verdict.kind in {"same_story", "different_story"}:
        _group_anew(ledger, reports, now)
    homes = {ledger.stories.of_report(name) for name in reports}
    ledger.stories.touch(filter(None, homes), at=now)


def _group_anew(ledger: Ledger, reports: Sequence[str], now: str) -> None:
    before = {ledger.stories.of_report(name) for name in reports} - {None}
    near = {name for home in filter(None, before) for name in ledger.stories.members(home)}
    grouping.place_anew(ledger, reports, now=now, pins=read_decisions(ledger).pins)
    homes = {ledger.stories.of_report(name) for name in {*near, *reports}}
    give_back_ids(ledger, filter(None, homes), now=now)


def _expect_stories(ledger: Ledger, verdict: Verdict) -> None:
    """Refuse to sort what no story takes: reports in other languages."""
    if verdict.kind not in {"same_story", "different_story"}:
        return
    for anchor in verdict.subject:
        latest = find_latest(ledger, anchor.span.report)
        if latest is None or ledger.stories.of_report(latest) is None:
            message = (
                f"{anchor.span.report} is in no story: only reports in English are sorted into them"
            )
            raise UsageError(message)


def _expect_author(author: str) -> None:
    if not author.strip():
        message = "a verdict needs an author: say who decides with --by, or set STEMMA_AUTHOR"
        raise UsageError(message)


def _expect_names(request: Request) -> None:
    wanted = _NUMBERS.get(request.kind, 1)
    if len(request.names) != wanted:
        about = f"{request.kind.replace('_', ' ')!r} is decided about"
        message = f"{about} {wanted} things, and {len(request.names)} were named"
        raise UsageError(message)


def _find_verdict(verdicts: dict[str, Verdict], name: str) -> Verdict:
    digits = name.rpartition(":")[2].lower()
    found = [one for key, one in verdicts.items() if key.rpartition(":")[2].startswith(digits)]
    if len(found) != 1 or not digits:
        trouble = "could be any of several verdicts" if found and digits else "is no verdict"
        message = f"{name!r} {trouble}: 'stemma decide list' shows them"
        raise UsageError(message)
    return found[0]
