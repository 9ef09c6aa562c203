"""The order of the work over a store: adding, grouping, telling what changed, showing."""

from stemma.archive.adding import Added, add
from stemma.archive.change import Change, Listener
from stemma.archive.deciding import Listed, Request, list_verdicts, take_down, undo
from stemma.archive.effects import Effect, find_effects
from stemma.archive.explaining import Explained, explain
from stemma.archive.history import History, find_history, find_questions
from stemma.archive.importing import load
from stemma.archive.naming import Place, locate, shorten
from stemma.archive.redoing import redo
from stemma.archive.refreshing import refresh
from stemma.archive.showing import Article, Version, cover_story, find_article, find_raw, show
from stemma.archive.verifying import Verified, verify
from stemma.archive.workshop import Clock, Workshop, present

__all__ = [
    "Added",
    "Article",
    "Change",
    "Clock",
    "Effect",
    "Explained",
    "History",
    "Listed",
    "Listener",
    "Place",
    "Request",
    "Verified",
    "Version",
    "Workshop",
    "add",
    "cover_story",
    "explain",
    "find_article",
    "find_effects",
    "find_history",
    "find_questions",
    "find_raw",
    "list_verdicts",
    "load",
    "locate",
    "present",
    "redo",
    "refresh",
    "shorten",
    "show",
    "take_down",
    "undo",
    "verify",
]
