"""What was found that a newsroom wants to know at once, the latest first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from stemma.model import Alert
from stemma.watch.delivery.writing import LABELS
from stemma.web.rendering import desk_of, show

router = APIRouter(tags=["alerts"])

_PAGE = 50

Before = Annotated[int | None, Query(ge=1, le=2**31 - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertsPage:
    """Alerts, the latest first; ``before`` asks for the next page, if there is one."""

    alerts: tuple[Alert, ...]
    before: int | None


@router.get("/alerts.json")
def alerts_as_json(request: Request, before: Before = None) -> AlertsPage:
    """Give the alerts, the latest first, each with the words that it rests on."""
    return _look(request, before)


@router.get("/alerts", response_class=HTMLResponse, include_in_schema=False)
def show_alerts(request: Request, before: Before = None) -> Response:
    """Show the alerts."""
    titles = {one.id: one.title for one in desk_of(request).summaries()}
    return show(
        request, "alerts.html.j2", listed=_look(request, before), labels=LABELS, titles=titles
    )


def _look(request: Request, before: int | None) -> AlertsPage:
    with desk_of(request).newsroom.store.read() as ledger:
        found = ledger.alerts.page(most=_PAGE + 1, before=before)
    page = found[:_PAGE]
    return AlertsPage(
        alerts=tuple(alert for _, alert in page),
        before=page[-1][0] if len(found) > _PAGE else None,
    )
