"""Letting the latest version of an article stand for it in its story."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from stemma import read, revise
from stemma.archive import grouping
from stemma.archive.decisions import read_decisions
from stemma.model import Report, Revised
from stemma.stores import Ledger
from stemma.stores.reports import Held


def find_versions(ledger: Ledger, reports: Iterable[str], *, now: str) -> None:
    """Tell which new reports are versions of an article that is held.

    Earlier versions leave their story; what is told of it quotes them. New reports have their
    stories already: versions of one text are looked for there, and at their address.
    """
    for held in ledger.reports.several(reports):
        _take_over(ledger, held.report, now)
        revised = revise.find_earlier(held.report, _before(ledger, held))
        if revised is not None and revised.kind == "new_article":
            ledger.revisions.keep(revised, seen=now)
        elif revised is not None:
            _follow(ledger, held.report, revised, now)


def _take_over(ledger: Ledger, newcomer: Report, now: str) -> None:
    """Let copies that name no outlet give way to the first that does, as if they came after it.

    One stays whose words people decided about: what they decided is to hold.
    """
    if newcomer.outlet is None:
        return
    alike = ledger.reports.with_words(read.name_words(newcomer))
    copies = [one.report for one in alike if one.report.outlet is None and not one.superseded_by]
    decided: Collection[str] = read_decisions(ledger).latest if copies else ()
    for copy in copies:
        if copy.id not in decided:
            ledger.reports.add_paths(newcomer.id, copy.paths)
            ledger.reports.supersede(copy.id, newcomer.id)
            _stand(ledger, copy.id, newcomer.id, latest=newcomer.id, now=now)


def _before(ledger: Ledger, newcomer: Held) -> list[Report]:
    """Give the reports that ``newcomer`` may be a version of, in order of arrival."""
    report = newcomer.report
    places = list(ledger.reports.at_address(report.url)) if report.url else []
    home = ledger.stories.of_report(report.id)
    if home is not None and report.outlet is not None:
        members = ledger.reports.several(ledger.stories.members(home))
        places += [held for held in members if held.report.outlet == report.outlet]
    known = {held.seq: held.report for held in places if held.seq < newcomer.seq}
    return [known[seq] for seq in sorted(known)]


def _follow(ledger: Ledger, newcomer: Report, revised: Revised, now: str) -> None:
    """Put the versions of an article in order with the new one among them."""
    other = revised.earlier if revised.later == newcomer.id else revised.later
    known = _versions(ledger, other)
    standing = known[-1].id
    held = ledger.reports.several([*(report.id for report in known), newcomer.id])
    ordered = revise.in_order([one.report for one in held])
    for earlier, later in pairwise(ordered):
        before = ledger.revisions.before(later.id)
        if before is None or before.revised.earlier != earlier.id:
            ledger.revisions.keep(revise.follow(earlier, later), seen=now)
        ledger.reports.supersede(earlier.id, later.id)
    ledger.revisions.forget(ordered[0].id)
    ledger.reports.supersede(ordered[-1].id, None)
    _stand(ledger, standing, newcomer.id, latest=ordered[-1].id, now=now)


def _versions(ledger: Ledger, report: str) -> list[Report]:
    """Give the versions of an article, the earliest first."""
    latest = ledger.reports.find(report)
    while latest is not None and latest.superseded_by is not None:
        latest = ledger.reports.find(latest.superseded_by)
    last = latest.report.id if latest is not None else report
    chain = [*(pair.revised.earlier for pair in ledger.revisions.behind([last])), last]
    held = {one.report.id: one.report for one in ledger.reports.several(chain)}
    return [held[name] for name in chain]


def _stand(ledger: Ledger, standing: str, newcomer: str, *, latest: str, now: str) -> None:
    """Let the latest version be the one that belongs to a story: that of the one before it.

    A story that is left without reports leads to the one where the article is now.
    """
    superseded = standing if latest == newcomer else newcomer
    left, home = ledger.stories.of_report(superseded), ledger.stories.of_report(latest)
    grouping.forget(ledger, superseded, now=now)
    if left is None or home is None or left == home:
        return
    if ledger.stories.members(left):
        ledger.stories.touch([home], at=now)
    elif latest == newcomer and ledger.stories.members(home) == (latest,):
        ledger.stories.place(left, [latest], at=now)
        ledger.stories.redirect(home, left)
    else:
        ledger.stories.redirect(left, home)
        ledger.stories.touch([home], at=now)
