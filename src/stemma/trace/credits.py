"""Credits: the copy is an agency's, and the report says so."""

from collections.abc import Iterator, Sequence

from stemma.model import Credit, Evidence, Report
from stemma.trace.media import Media, Medium
from stemma.trace.phrases import find_first_printers
from stemma.trace.ties import Tie

_SURE = 0.99
_CREDITED = 0.97
_CONTRIBUTED = 0.4
_WHERE = {
    "metadata": "the page's metadata",
    "address": "the address",
    "contribution": "a note on contributors",
}


def find_credit_ties(report: Report, media: Media) -> tuple[Tie, ...]:
    """Give a tie for every agency that a report credits or belongs to, and where it first stood.

    A credit makes the report depend on the agency, surely where the report's words say so, and
    likely where only metadata do and persons sign it too. Of several agencies, or one that only
    contributed, nothing tells whose copy it is: possible ties.
    """
    names = sorted({credit.agency for credit in report.credits} | {report.agency or ""} - {""})
    whole = [name for name in names if _is_whole(report, name)]
    ties: list[Tie] = []
    for name in names:
        published = name == report.agency
        signs = [credit for credit in report.credits if credit.agency == name]
        firm = published or whole == [name]
        shared = not published and _is_shared(report, signs, media)
        ties.append(
            Tie(
                report=report.id,
                medium=media.find_agency(name) or Medium(name=name, is_agency=True),
                kind="credit",
                strength=("likely" if shared else "certain") if firm else "possible",
                weight=_SURE if published else _CREDITED if firm else _CONTRIBUTED,
                evidence=tuple(_explain(report, name, signs)),
            )
        )
    return (*ties, *_reprints(report, media))


def _reprints(report: Report, media: Media) -> Iterator[Tie]:
    """Give a tie for every outlet in which the report says that it first appeared."""
    for span, medium in find_first_printers(report, media):
        reason = f"{report.name} says that it first appeared in {medium.name}"
        yield Tie(
            report=report.id,
            medium=medium,
            kind="credit",
            strength="certain",
            weight=_CREDITED,
            evidence=(Evidence(reason=reason, spans=(span,)),),
        )


def _is_whole(report: Report, name: str) -> bool:
    return any(
        credit.agency == name and credit.basis != "contribution" for credit in report.credits
    )


def _is_shared(report: Report, signs: Sequence[Credit], media: Media) -> bool:
    """Tell whether only metadata credit the agency, beside persons."""
    authors = [author for author in report.authors if media.find_agency(author) is None]
    return bool(authors) and all(credit.span is None for credit in signs)


def _explain(report: Report, name: str, signs: Sequence[Credit]) -> Iterator[Evidence]:
    if name == report.agency:
        yield Evidence(reason=f"{name} itself published it", spans=())
    for credit in signs:
        where = _WHERE.get(credit.basis, f"the {credit.basis}")
        spans = (credit.span,) if credit.span else ()
        yield Evidence(reason=f"{where} of {report.name} credits {name}", spans=spans)
