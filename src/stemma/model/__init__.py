"""The nouns: frozen values, standard library only. Each file holds one idea."""

from stemma.model.account import Account, ApiToken, Role, Session
from stemma.model.alert import Alert
from stemma.model.annotated import Annotated, Name, Sentence, Token
from stemma.model.claim import Claim, Counts, Origins
from stemma.model.coverage import Coverage
from stemma.model.deed import Actor, Deed
from stemma.model.entity import Entity
from stemma.model.event import Event
from stemma.model.extracted import Extracted
from stemma.model.figure import Figure
from stemma.model.finding import Finding
from stemma.model.ids import digest
from stemma.model.moment import Moment
from stemma.model.passage import Hit, Hits, Passage
from stemma.model.report import Credit, Cut, Failure, Part, Published, Report
from stemma.model.revision import Change, Notice, Revised, Revision
from stemma.model.run import Run
from stemma.model.span import Span
from stemma.model.statement import Factuality, Source, Statement
from stemma.model.stemma import LOST_COPY, Edge, Evidence, Node, Stemma
from stemma.model.story import BriefLine, Story
from stemma.model.summary import Summary
from stemma.model.verdict import Anchor, Verdict, anchor

__all__ = [
    "LOST_COPY",
    "Account",
    "Actor",
    "Alert",
    "Anchor",
    "Annotated",
    "ApiToken",
    "BriefLine",
    "Change",
    "Claim",
    "Counts",
    "Coverage",
    "Credit",
    "Cut",
    "Deed",
    "Edge",
    "Entity",
    "Event",
    "Evidence",
    "Extracted",
    "Factuality",
    "Failure",
    "Figure",
    "Finding",
    "Hit",
    "Hits",
    "Moment",
    "Name",
    "Node",
    "Notice",
    "Origins",
    "Part",
    "Passage",
    "Published",
    "Report",
    "Revised",
    "Revision",
    "Role",
    "Run",
    "Sentence",
    "Session",
    "Source",
    "Span",
    "Statement",
    "Stemma",
    "Story",
    "Summary",
    "Token",
    "Verdict",
    "anchor",
    "digest",
]
