"""One run as JSON: the object that programs read, field by field in ``docs/json.md``."""

import json
from collections.abc import Iterable
from typing import Any

from stemma.model import (
    Claim,
    Counts,
    Coverage,
    Edge,
    Entity,
    Event,
    Figure,
    Finding,
    Report,
    Revision,
    Source,
    Span,
    Statement,
    Stemma,
    Story,
    Summary,
    Verdict,
)
from stemma.version import SCHEMA, __version__

Json = dict[str, Any]


def to_json(coverage: Coverage, *, compact: bool = False) -> str:
    """Write a coverage as JSON text, UTF-8, two blanks of indentation, ending in a line feed.

    ``compact`` leaves out all blanks, for programs: it takes a fifth of the time.
    """
    told = as_values(coverage)
    if compact:
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def summaries_to_json(summaries: Iterable[Summary]) -> str:
    """Write a list of stories as JSON text, in the order given."""
    told = {
        "stemma": __version__,
        "schema": SCHEMA,
        "stories": [_summary(summary) for summary in summaries],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _summary(summary: Summary) -> Json:
    return {
        "id": summary.id,
        "title": summary.title,
        "counts": _counts(summary.counts),
        "finding": summary.finding,
        "kinds": list(summary.kinds),
        "outlets": list(summary.outlets),
        "people": list(summary.people),
        "places": list(summary.places),
        "organisations": list(summary.organisations),
        "first": summary.first,
        "last": summary.last,
    }


def as_values(coverage: Coverage) -> Json:
    """Give the same as plain dictionaries, lists, strings and numbers."""
    return {
        "stemma": __version__,
        "schema": SCHEMA,
        "reports": [_report(report) for report in coverage.reports],
        "failures": [
            {"path": failure.path, "error": failure.error, "message": failure.message}
            for failure in coverage.failures
        ],
        "stories": [_story(story) for story in coverage.stories],
    }


def _report(report: Report) -> Json:
    published = report.published
    return {
        "id": report.id,
        "article_id": report.article_id,
        "path": report.paths[0],
        "paths": list(report.paths),
        "url": report.url,
        "outlet": report.outlet,
        "family": report.family,
        "title": report.title,
        "authors": list(report.authors),
        "published": published.value if published else None,
        "published_precision": published.precision if published else "unknown",
        "published_from": published.basis if published else None,
        "language": report.language,
        "text": report.text,
        "cut": [{"text": cut.text, "reason": cut.reason} for cut in report.cut],
    }


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "title": story.title,
        "reports": list(story.reports),
        "counts": _counts(story.counts),
        "entities": [_entity(entity) for entity in story.entities],
        "statements": [_statement(statement) for statement in story.statements],
        "claims": [_claim(claim) for claim in story.claims],
        "figures": [_figure(figure) for figure in story.figures],
        "findings": [_finding(finding) for finding in story.findings],
        "timeline": [_event(event) for event in story.timeline],
        "stemma": _stemma(story.stemma),
        "brief": [{"text": line.text, "citations": _spans(line.citations)} for line in story.brief],
        "revisions": [_revision(revision) for revision in story.revisions],
        "verdicts": [_verdict(verdict) for verdict in story.verdicts],
    }


def _span(span: Span) -> Json:
    return {"report": span.report, "start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _counts(counts: Counts) -> Json:
    return {
        "reports": counts.reports,
        "outlets": counts.outlets,
        "families": counts.families,
        "origins": {"low": counts.origins.low, "high": counts.origins.high},
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "misspellings": list(entity.misspellings),
        "description": entity.description,
        "mentions": _spans(entity.mentions),
    }


def _source(source: Source) -> Json:
    return {
        "name": source.name,
        "kind": source.kind,
        "entity": source.entity,
        "spans": _spans(source.spans),
        "description": source.description,
        "count": source.count,
    }


def _statement(statement: Statement) -> Json:
    factuality = statement.factuality
    return {
        "id": statement.id,
        "report": statement.report,
        "content": _spans(statement.content),
        "text": statement.text,
        "voice": statement.voice,
        "act": statement.act,
        "factuality": {
            "hedged": factuality.hedged,
            "negated": factuality.negated,
            "conditional": factuality.conditional,
            "future": factuality.future,
        },
        "source": _source(statement.source) if statement.source else None,
        "via": [_source(source) for source in statement.via],
        "cue": _span(statement.cue) if statement.cue else None,
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "text": claim.text,
        "worded_by": claim.worded_by,
        "appearances": list(claim.appearances),
        "first_appearance": claim.first_appearance,
        "counts": _counts(claim.counts),
        "status": claim.status,
    }


def _number(value: float | None) -> float | int | None:
    """Write whole numbers without a fraction."""
    return int(value) if value is not None and value == int(value) else value


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "statement": figure.statement,
        "span": _span(figure.span),
        "value": _number(figure.value),
        "high": _number(figure.high),
        "unit": figure.unit,
        "counted": figure.counted,
        "bound": figure.bound,
        "scope": figure.scope,
        "as_of": figure.as_of,
    }


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "message": finding.message,
        "weight": finding.weight,
        "evidence": _spans(finding.evidence),
        "values": list(finding.values),
        "claims": list(finding.claims),
    }


def _event(event: Event) -> Json:
    return {
        "date": event.date,
        "precision": event.precision,
        "text": event.text,
        "spans": _spans(event.spans),
        "claim": event.claim,
    }


def _revision(revision: Revision) -> Json:
    return {
        "id": revision.id,
        "earlier": revision.earlier,
        "later": revision.later,
        "why": revision.why,
        "changes": [
            {
                "kind": change.kind,
                "earlier": _span(change.earlier),
                "later": _span(change.later),
                "message": change.message,
                "weight": change.weight,
                "notice": _span(change.notice) if change.notice else None,
            }
            for change in revision.changes
        ],
        "notices": [
            {
                "kind": notice.kind,
                "span": _span(notice.span),
                "wrong": _span(notice.wrong) if notice.wrong else None,
                "right": _span(notice.right) if notice.right else None,
            }
            for notice in revision.notices
        ],
    }


def _verdict(verdict: Verdict) -> Json:
    return {
        "id": verdict.id,
        "kind": verdict.kind,
        "author": verdict.author,
        "at": verdict.at,
        "reason": verdict.reason,
        "answer": verdict.answer,
        "subject": [{**_span(one.span), "words": one.words} for one in verdict.subject],
    }


def _edge(edge: Edge) -> Json:
    return {
        "from": edge.source,
        "to": edge.target,
        "kind": edge.kind,
        "strength": edge.strength,
        "weight": edge.weight,
        "evidence": [
            {"reason": evidence.reason, "spans": _spans(evidence.spans)}
            for evidence in edge.evidence
        ],
    }


def _stemma(stemma: Stemma) -> Json:
    return {
        "nodes": [{"id": node.id, "kind": node.kind, "name": node.name} for node in stemma.nodes],
        "edges": [_edge(edge) for edge in stemma.edges],
        "families": [list(family) for family in stemma.families],
    }
