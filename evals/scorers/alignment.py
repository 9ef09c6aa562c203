"""Aligning claims: which sentences of several reports say the same.

ECB+: all pairs of sentences of two reports of one event that both mention actions which run
through several reports. A pair says the same where it shares an action, and of all that the two
mention (actions, participants, times, places) at least half and three; it does not where it
shares no action. Pairs in between are left out, and so are mentions of saying and pairs of the
same words. ``ecbplus_ap`` is the average precision of our scores, ``ecbplus_best_f1`` the F1 at
the best cut; ``ecbplus_claims_*`` is what comes out: pairs that stand in one claim.

ClaimDiff: ``claimdiff_ap`` ranks its pairs, of which those count that are labelled as
strengthening. The peer of both is the cosine of MiniLM vectors plus a quarter of the TF-IDF
cosine.

Examples: ``examples_claims`` is the share of the truth's claims that the run over ``examples/``
finds as one claim, ``examples_apart`` the share of what must not be one claim that is not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, groupby

from evals.examples import told
from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, Tally, if_present
from evals.readers.claimdiff import read_claimdiff
from evals.readers.ecbplus import Mention, ShortReport, read_ecbplus
from evals.scorers import tfidf
from evals.scorers.ranking import Ranking

from stemma import align, language
from stemma.align.claims.pairs import find_pairs
from stemma.align.claims.scores import score as score_pairs
from stemma.align.claims.wordings import find_wordings
from stemma.model import Annotated, Extracted, Factuality, Statement, digest

KEYS = (
    "ecbplus_ap",
    "ecbplus_best_f1",
    "ecbplus_claims_p",
    "ecbplus_claims_f1",
    "claimdiff_ap",
    "examples_claims",
    "examples_apart",
)
ALIKE = 0.5
_FEWEST = 3
_PEER_TERMS = 0.25
_DENIALS = frozenset({"not", "n't", "never", "no"})

Pair = tuple[str, str]
"""Statement ids, in order."""


def score(selection: Selection) -> Outcome:
    """Score ECB+, ClaimDiff and the examples."""
    peers: dict[str, float] = {}

    def ecbplus() -> Mapping[str, float]:
        ours, theirs, claims = _ecbplus(read_ecbplus(selection))
        peers["ecbplus_ap"] = theirs.average_precision
        peers["ecbplus_best_f1"] = theirs.best_f1
        values = (ours.average_precision, ours.best_f1, claims.precision, claims.f1)
        return dict(zip(KEYS[:4], values, strict=True))

    def claimdiff() -> Mapping[str, float]:
        ours, theirs = _claimdiff(selection)
        peers["claimdiff_ap"] = theirs.average_precision
        return {KEYS[4]: ours.average_precision}

    figures = if_present(ecbplus, *KEYS[:4]) | if_present(claimdiff, KEYS[4]) | _examples()
    return Outcome(figures=figures, peers=peers)


def _ecbplus(reports: Iterable[ShortReport]) -> tuple[Ranking, Ranking, Tally]:
    ours, theirs, claims = Ranking(), Ranking(), Tally()
    for _, group in groupby(reports, key=lambda one: one.event):
        members = list(group)
        story = [piece(_annotate(one), one.sentences) for one in members]
        mentions = {
            statement.id: [mention for mention in one.mentions if mention.sentence == at]
            for one, extracted in zip(members, story, strict=True)
            for at, statement in enumerate(extracted.statements)
        }
        words = {
            statement.id: re.findall(r"\w+", statement.text.lower())
            for extracted in story
            for statement in extracted.statements
        }
        told_alike = _claimed(story)
        scores, peer = pair_scores(story), peer_scores(story)
        for pair in _across(story):
            same = say_the_same(mentions[pair[0]], mentions[pair[1]])
            if same is None or words[pair[0]] == words[pair[1]]:
                continue
            ours.add(scores.get(pair, 0.0), right=same)
            theirs.add(peer[pair], right=same)
            together = pair in told_alike
            claims.add(together and same, together, same)
    return ours, theirs, claims


def say_the_same(left: Iterable[Mention], right: Iterable[Mention]) -> bool | None:
    """Tell whether two sentences say the same, by their mentions; None: neither yes nor no."""
    ours, theirs = set(left), set(right)
    acts = {one.chain for one in ours if one.is_action}
    others = {one.chain for one in theirs if one.is_action}
    if not acts or not others:
        return None
    if not acts & others:
        return False
    every, further = {one.chain for one in ours}, {one.chain for one in theirs}
    shared = every & further
    alike = len(shared) >= max(_FEWEST, ALIKE * len(every | further))
    return True if alike else None


def _annotate(report: ShortReport) -> Annotated:
    return annotate(make_report(report.text, name=report.name, title=report.has_title))


def _claimdiff(selection: Selection) -> tuple[Ranking, Ranking]:
    """Rank the pairs; each claim is a report, and those of one topic are one story."""
    ours, theirs = Ranking(), Ranking()
    pairs = sorted(read_claimdiff(selection), key=lambda pair: pair.topic)
    for _, group in groupby(pairs, key=lambda pair: pair.topic):
        members = list(group)
        texts = sorted({text for pair in members for text in (pair.left, pair.right)})
        annotated = [annotate(make_report(text, name=text)) for text in texts]
        story = [piece(one, [(0, len(one.report.text))]) for one in annotated]
        ids = {text: one.statements[0].id for text, one in zip(texts, story, strict=True)}
        scores, peer = pair_scores(story), peer_scores(story)
        for pair in members:
            key = _ordered(ids[pair.left], ids[pair.right])
            if key in peer:
                ours.add(scores.get(key, 0.0), right=pair.strengthens)
                theirs.add(peer[key], right=pair.strengthens)
    return ours, theirs


def piece(annotated: Annotated, sentences: Sequence[tuple[int, int]]) -> Extracted:
    """Make every sentence a statement in the report's own voice."""
    report = annotated.report
    statements: list[Statement] = []
    for start, end in sentences:
        words = {t.lemma.lower() for t in annotated.tokens if start <= t.start < end}
        statements.append(
            Statement(
                id=digest("statement", report.id, start),
                report=report.id,
                content=(report.span(start, end),),
                text=report.text[start:end],
                voice="own",
                act="assertion",
                factuality=Factuality(negated=bool(words & _DENIALS)),
                source=None,
                via=(),
                cue=None,
            )
        )
    return Extracted(
        annotated=annotated,
        statements=tuple(statements),
        figures=annotated.figures,
        moments=annotated.moments,
    )


def pair_scores(story: Sequence[Extracted]) -> dict[Pair, float]:
    """Give our score of each pair of statements that is looked at; the rest score nothing."""
    wordings = find_wordings(story, align.find_entities(story))
    if not wordings:
        return {}
    vectors = language.load_encoder().encode([wording.text for wording in wordings])
    pairs = find_pairs(wordings, vectors)
    found = {
        _ordered(one.id, other.id): float(probability)
        for left, right, probability in zip(
            pairs.left, pairs.right, score_pairs(pairs), strict=True
        )
        for one in wordings[int(left)].statements
        for other in wordings[int(right)].statements
    }
    for wording in wordings:
        for one, other in combinations(wording.statements, 2):
            found[_ordered(one.id, other.id)] = 1.0
    return found


def peer_scores(story: Sequence[Extracted]) -> dict[Pair, float]:
    """Give the peer's score of each pair of statements of two reports."""
    statements = [statement for one in story for statement in one.statements]
    texts = [statement.text for statement in statements]
    vectors = language.load_encoder().encode(texts)
    alike = vectors @ vectors.T + _PEER_TERMS * tfidf.similarities(texts)
    return {
        _ordered(statements[left].id, statements[right].id): float(alike[left, right])
        for left, right in combinations(range(len(statements)), 2)
    }


def _claimed(story: Sequence[Extracted]) -> set[Pair]:
    """Give the pairs of statements that stand in one claim."""
    entities = align.find_entities(story)
    claims = align.align(story, entities, encoder=language.load_encoder())
    return {
        _ordered(one, other)
        for claim in claims
        for one, other in combinations(claim.appearances, 2)
    }


def _across(story: Sequence[Extracted]) -> Iterable[Pair]:
    for one, other in combinations(story, 2):
        for left in one.statements:
            for right in other.statements:
                yield _ordered(left.id, right.id)


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _examples() -> dict[str, float]:
    answer = told()
    together, apart = Tally(), Tally()
    for entry in answer.truth["claims"]:
        together.add(bool(answer.claims(entry["quotes"])), 0, 1)
    for entry in answer.truth["never"]:
        if entry["kind"] == "same_claim":
            apart.add(not answer.claims(entry["quotes"]), 0, 1)
    return {"examples_claims": together.recall, "examples_apart": apart.recall}
