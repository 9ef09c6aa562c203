"""What can be decided about something, and what was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from stemma import archive
from stemma.errors import UsageError
from stemma.model import Claim, Entity, Report, Statement, Story, Summary
from stemma.tell.lookup import Lookup
from stemma.web.filtering import Filter
from stemma.web.rendering import desk_of, show

router = APIRouter(tags=["decide"])

_LONGEST = 200
_MOST = 8
_WORD = re.compile(r"\w{4,}")
_KINDS = {"story", "report", "claim", "statement", "entity", "finding"}

Name = Annotated[str, Query(max_length=_LONGEST)]
Words = Annotated[str, Query(max_length=_LONGEST)]


@dataclass(frozen=True)
class Matter:
    """Something that can be decided about, within its story; ``wanted`` are words to look for."""

    place: archive.Place
    story: Story | None
    lookup: Lookup
    wanted: str = ""

    @property
    def kind(self) -> str:
        """What it is: a story, a report, a claim, a statement, a name or a finding."""
        return self.place.kind

    @cached_property
    def report(self) -> Report:
        """The report, or that of the statement."""
        name = self.statement.report if self.kind == "statement" else self.place.id
        return self.lookup.report(name)

    @cached_property
    def claim(self) -> Claim | None:
        """The claim, or the one that the statement makes; None where it makes none."""
        story = self._expect_story()
        for claim in story.claims:
            if claim.id == self.place.id or self.place.id in claim.appearances:
                return claim
        if self.kind == "statement":
            return None
        message = f"{self.place.id!r} is part of no claim"
        raise UsageError(message)

    @cached_property
    def words(self) -> str:
        """The words of the claim, or those of a statement that makes none."""
        return self.claim.text if self.claim else self.statement.text

    @cached_property
    def statement(self) -> Statement:
        """The statement."""
        return self.lookup.statement(self.place.id)

    @cached_property
    def entity(self) -> Entity:
        """The name."""
        return next(one for one in self._expect_story().entities if one.id == self.place.id)

    @cached_property
    def title(self) -> str:
        """Its words."""
        match self.kind:
            case "report":
                return self.report.title or self.report.name
            case "claim":
                return self.words
            case "statement":
                return self.statement.text
            case "entity":
                return self.entity.name
            case _:
                return self._expect_story().title

    @cached_property
    def back(self) -> str:
        """The address of the place where it stands."""
        match self.kind:
            case "report":
                return f"/report/{self.place.id}"
            case "statement":
                return f"/report/{self.statement.report}#{self.statement.id}"
            case "claim" | "finding":
                digest = self.place.id.rpartition(":")[2]
                return f"/story/{self._expect_story().id}#{self.kind}-{digest}"
            case _:
                return f"/story/{self._expect_story().id}"

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims to decide about: those of a finding; beside a claim, others that are like it."""
        story = self._expect_story()
        if self.kind == "finding":
            about = next(one.claims for one in story.findings if one.id == self.place.id)
            return tuple(claim for claim in story.claims if claim.id in about)
        others = [claim for claim in story.claims if claim is not self.claim]
        if self.wanted:
            words = self.wanted.casefold().split()
            others = [one for one in others if all(word in one.text.casefold() for word in words)]
        mine = _words(self.words)
        return tuple(sorted(others, key=lambda one: -_likeness(mine, _words(one.text)))[:_MOST])

    @cached_property
    def said(self) -> tuple[Statement, ...]:
        """The statements of the claim; a statement that makes none stands alone."""
        names = self.claim.appearances if self.claim else (self.statement.id,)
        return tuple(map(self.lookup.statement, names))

    @cached_property
    def names(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The names of the story as they are printed, each kind by itself."""
        printed: dict[str, set[str]] = {}
        for entity in self._expect_story().entities:
            printed.setdefault(entity.kind, set()).update(entity.aliases)
        return tuple((kind, tuple(sorted(names))) for kind, names in printed.items())

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Everybody whom the story quotes or names, to choose a speaker from."""
        story = self._expect_story()
        named = [one.name for one in story.entities if one.kind != "place"]
        quoted = [one.source.name for one in story.statements if one.source]
        return tuple(sorted({*named, *quoted}))

    @cached_property
    def media(self) -> tuple[str, ...]:
        """Wire services and outlets that the story's stemma names."""
        nodes = self._expect_story().stemma.nodes
        return tuple(sorted({node.name for node in nodes if node.kind == "agency"}))

    @cached_property
    def others(self) -> tuple[Report, ...]:
        """The other reports of the story."""
        reports = self.lookup.story_reports(self.story) if self.story else ()
        return tuple(one for one in reports if one.id != self.place.id)

    def find_stories(self, held: Sequence[Summary]) -> tuple[Summary, ...]:
        """Give the other stories that have the wanted words, else those that share most names."""
        here = self.story.id if self.story else None
        others = [one for one in held if one.id != here]
        if self.wanted:
            return Filter(words=self.wanted).select(others)[:_MOST]
        mine = next((one for one in held if one.id == here), None)
        shared = [(len(_names(one) & _names(mine)) if mine else 0, one) for one in others]
        near = sorted((one for one in shared if one[0]), key=lambda one: -one[0])
        return tuple(one for _, one in near[:_MOST])

    def _expect_story(self) -> Story:
        if self.story is None:
            message = f"no story is told of {self.place.id!r}"
            raise UsageError(message)
        return self.story


@router.get("/decide.json")
def history_as_json(request: Request, about: Name) -> archive.History:
    """Give what was decided about a story, a report, a claim, a statement or a name."""
    return desk_of(request).history(about)


@router.get("/decide", response_class=HTMLResponse, include_in_schema=False)
def show_matter(request: Request, about: Name, q: Words = "") -> HTMLResponse:
    """Show what can be decided about something, and what was."""
    desk = desk_of(request)
    place, coverage = desk.look(about)
    if place.kind not in _KINDS:
        message = f"nothing is decided about {place.kind}s"
        raise UsageError(message)
    story = coverage.stories[0] if coverage.stories else None
    matter = Matter(place=place, story=story, lookup=Lookup(coverage), wanted=q.strip())
    return show(
        request,
        "decide.html.j2",
        matter=matter,
        stories=matter.find_stories(desk.summaries()) if place.kind in {"story", "report"} else (),
        history=desk.history(place.id),
    )


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _likeness(left: set[str], right: set[str]) -> float:
    return len(left & right) / max(1, len(left | right))


def _names(summary: Summary) -> set[str]:
    return {*summary.people, *summary.places, *summary.organisations}
