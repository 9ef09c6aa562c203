"""Who is asked what and when, kept in a store: it survives whatever ends the process."""

from stemma.watch.schedule.entries import new_feed
from stemma.watch.schedule.errand import Came, Errand
from stemma.watch.schedule.lists import read_list
from stemma.watch.schedule.pausing import claim
from stemma.watch.schedule.planning import Plan, plan
from stemma.watch.schedule.revisiting import MOST_AN_HOUR
from stemma.watch.schedule.settling import refuse, settle

__all__ = [
    "MOST_AN_HOUR",
    "Came",
    "Errand",
    "Plan",
    "claim",
    "new_feed",
    "plan",
    "read_list",
    "refuse",
    "settle",
]
