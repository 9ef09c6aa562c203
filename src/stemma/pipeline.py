"""The order of the work, from inputs to stories.

Reading, language and extraction go report by report, dating, aligning, tracing and telling story
by story, so both can be spread over processes; only grouping sees all reports at once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from stemma import align, decide, extract, group, read, revise, tell, trace
from stemma.crew import gather
from stemma.model import (
    Coverage,
    Extracted,
    Failure,
    Finding,
    Report,
    Revised,
    Story,
    Verdict,
    digest,
)
from stemma.ports import Annotator, Encoder, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The language parts that the work needs."""

    annotator: Annotator
    encoder: Encoder


PartsLoader = Callable[[], Parts]
"""Makes the parts: a function that other processes can import by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a story is told from.

    ``members`` are its reports, of every article the latest version; ``earlier`` the versions that
    others supersede, and ``revised`` says which follows which. ``verdicts`` are those in force, in
    order of deciding, ``elsewhere`` the reports that they put into other stories, and ``seen``
    tells when each report came.
    """

    members: tuple[Extracted, ...]
    earlier: tuple[Extracted, ...] = ()
    revised: tuple[Revised, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    elsewhere: tuple[Extracted, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story, and its reports as they are dated by each other, by age."""

    story: Story
    reports: tuple[Report, ...]


def cover(
    inputs: Iterable[read.Raw | Failure],
    *,
    load_parts: PartsLoader,
    progress: Progress,
    workers: int,
) -> Coverage:
    """Do the whole work; the order of the inputs makes no difference.

    An input that cannot be read becomes a ``Failure``, and the others go on.
    """
    found = list(inputs)
    raws = [one for one in found if not isinstance(one, Failure)]
    failures = [one for one in found if isinstance(one, Failure)]
    with gather(len(raws), workers=workers, progress=progress) as crew:
        outcomes = [
            outcome
            for several in crew.each("Reading", partial(parse, load_parts), raws)
            for outcome in several
        ]
        failures += [one for one in outcomes if isinstance(one, Failure)]
        reports = read.fold(one for one in outcomes if not isinstance(one, Failure))
        understood = tuple(crew.each("Understanding", partial(understand, load_parts), reports))
        failures += [one for one in understood if isinstance(one, Failure)]
        stories = _group([one for one in understood if not isinstance(one, Failure)])
        compared = tuple(crew.each("Comparing", partial(tell_story, load_parts), stories))
    failures += [one for one in compared if isinstance(one, Failure)]
    told = [one for one in compared if isinstance(one, Told)]
    dated = {report.id: report for one in told for report in one.reports}
    return Coverage(
        reports=tuple(sorted((dated.get(one.id, one) for one in reports), key=_age)),
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.message))),
        stories=_by_prominence((one.story for one in told), dated),
    )


def parse(load_parts: PartsLoader, raw: read.Raw) -> tuple[Report | Failure, ...]:
    """Read the reports that a source holds."""
    return read.parse(raw, encoder=_parts(load_parts).encoder)


def understand(load_parts: PartsLoader, report: Report) -> Extracted | Failure:
    """Read one report; a bug that it brings to light must not cost the others."""
    try:
        return extract.extract(_parts(load_parts).annotator.annotate(report))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is listed and the others go on
        return _own_up(error, report, "was read, but not understood")


def tell_story(load_parts: PartsLoader, gathered: Gathered) -> Told | Failure:
    """Compare the reports of one story; the order in which they are given changes nothing.

    A bug that one story brings to light must not cost the others.
    """
    try:
        return _tell(_parts(load_parts), gathered)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is listed and the others go on
        report = _by_age(gathered.members)[0].annotated.report
        return _own_up(error, report, "was understood, but its story could not be told")


def _own_up(error: Exception, report: Report, done: str) -> Failure:
    """Say what a bug of ours left undone."""
    return Failure(
        path=report.paths[0],
        error=type(error).__name__,
        message=(
            f"{report.paths[0]!r} {done}: {error!r}. This is a bug of Stemma: please report it "
            "with the text."
        ),
    )


def _tell(parts: Parts, gathered: Gathered) -> Told:
    dated = _date_together(parts.annotator, gathered.members)
    read_so = tuple(map(revise.set_notices_aside, dated))
    successors = {one.earlier: one.later for one in gathered.revised}
    rulings = decide.rule(gathered.verdicts, read_so, successors)
    unnamed = decide.put_speakers(read_so, rulings.speakers)
    names, same = rulings.names, rulings.claims
    entities = align.find_entities(unnamed, together=names.together, apart=names.apart)
    story = align.name_sources(unnamed, entities)
    reports = tuple(one.annotated.report for one in story)
    traced = trace.trace(story)
    stemma = trace.rule(traced, reports, _decided_origins(rulings))
    said = {statement.id: statement for one in story for statement in one.statements}
    claims = tuple(
        align.settle(
            claim,
            trace.count_claim(stemma, reports, [said[name] for name in claim.appearances]),
        )
        for claim in align.align(
            story, entities, encoder=parts.encoder, together=same.together, apart=same.apart
        )
    )
    versions = _by_age([*story, *gathered.earlier])
    revisions = revise.compare_versions(versions, gathered.revised)
    present = decide.Present(
        story=story,
        elsewhere=gathered.elsewhere,
        read=traced,
        ruled=stemma,
        seen=gathered.seen,
    )
    findings = _by_weight(
        [
            *align.find_findings(story, entities, claims, stemma, encoder=parts.encoder),
            *revise.find_changes(revisions, versions, claims),
            *decide.find_conflicts(rulings, present),
        ]
    )
    claims = align.rank(claims, findings)
    counts = trace.count(stemma, reports, [report.id for report in reports])
    told = Story(
        id=digest("story", versions[0].annotated.report.id),
        title=tell.title(story),
        reports=tuple(report.id for report in reports),
        counts=counts,
        entities=entities,
        statements=tuple(said.values()),
        claims=claims,
        figures=tuple(figure for one in story for figure in one.figures),
        findings=findings,
        timeline=tell.timeline(story, claims),
        stemma=stemma,
        brief=tell.brief(story, claims, counts),
        revisions=revisions,
        verdicts=gathered.verdicts,
    )
    return Told(story=told, reports=reports)


def _decided_origins(rulings: decide.Rulings) -> dict[str, trace.DecidedOrigin]:
    return {
        report: trace.DecidedOrigin(
            report=origin.report, medium=origin.medium, reason=decide.sign(origin.verdict)
        )
        for report, origin in rulings.origins.items()
    }


@cache
def _parts(load_parts: PartsLoader) -> Parts:
    """Load once in each process."""
    return load_parts()


def _group(extracted: Sequence[Extracted]) -> tuple[Gathered, ...]:
    """Sort reports into stories; earlier versions go where the latest of their article goes."""
    by_id = {one.annotated.report.id: one for one in extracted}
    revised = revise.find_revised(one.annotated.report for one in extracted)
    successors = {one.earlier: one.later for one in revised}
    groups = group.group([one.annotated for name, one in by_id.items() if name not in successors])
    home = {member: number for number, members in enumerate(groups) for member in members}
    earlier = {name: home.get(_latest(name, successors)) for name in successors}
    return tuple(
        Gathered(
            members=tuple(by_id[member] for member in members),
            earlier=tuple(by_id[name] for name, of in earlier.items() if of == number),
            revised=tuple(one for one in revised if earlier[one.earlier] == number),
        )
        for number, members in enumerate(groups)
    )


def _latest(report: str, successors: Mapping[str, str]) -> str:
    while report in successors:
        report = successors[report]
    return report


def _date_together(annotator: Annotator, members: Sequence[Extracted]) -> tuple[Extracted, ...]:
    """Date reports by the others of their story, and understand anew what gained a date."""
    before = _by_age(members)
    dated = read.date_together([one.annotated.report for one in before])
    return _by_age(
        one
        if report == one.annotated.report
        else extract.extract(annotator.redate(one.annotated, report))
        for one, report in zip(before, dated, strict=True)
    )


def _by_prominence(stories: Iterable[Story], reports: Mapping[str, Report]) -> tuple[Story, ...]:
    """Put the story with most reports first, then the one that began first."""
    return tuple(
        sorted(stories, key=lambda story: (-len(story.reports), _age(reports[story.reports[0]])))
    )


def _by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (-one.weight, one.kind, one.id)))


def _by_age(story: Iterable[Extracted]) -> tuple[Extracted, ...]:
    return tuple(sorted(story, key=lambda one: _age(one.annotated.report)))


def _age(report: Report) -> tuple[str, str]:
    """Order by date, undated last, then by id."""
    return (report.published.universal if report.published else "~", report.id)
