"""The distinct wordings of a story's statements, with what is needed to compare them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.align.claims.headings import is_heading
from stemma.align.spelling import fold, words
from stemma.align.spoken import spoken_spans, spoken_words
from stemma.align.wholeness import is_whole
from stemma.model import Entity, Extracted, Figure, Span, Statement, Token
from stemma.model.statement import Act

_ACTS = frozenset({"assertion", "attitude", "directive"})
_CONTENT = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "VERB"})
_LIGHT = frozenset(
    {"be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "mr", "mrs", "ms"}
)
_FEWEST_WORDS = 3
_FEWEST_IN_HEADLINE = 6
"""Words that a headline without a verb must have to say something."""

_DENYING = frozenset({"contradict", "deny", "denial", "dispute", "doubt", "refute", "reject"})
_REFUSING = frozenset({"decline", "refuse", "refusal", "unavailable"})
_ANSWERING = frozenset({"comment", "respond", "discuss", "elaborate"})


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Statements with the same words, in whichever reports.

    ``terms`` are lemmas of content words, with entities in place of names; ``verbs`` the lemmas
    of verbs; ``moments`` EDTF dates; ``speaker`` says it, ``person`` where it is a person with a
    name, ``quoted`` where that is in own words. ``denied`` is what is negated by its reporting
    verb ("denied that"), ``refuses`` what tells of no answer, ``headline`` what stands in
    headlines only. ``statements`` are in order of report and place.
    """

    text: str
    statements: tuple[Statement, ...]
    terms: tuple[str, ...]
    verbs: frozenset[str]
    entities: frozenset[str]
    people: frozenset[str]
    figures: tuple[Figure, ...]
    moments: frozenset[str]
    act: Act
    quoted: str | None
    speaker: str | None
    person: str | None
    negated: bool
    denied: bool
    refuses: bool
    headline: bool
    whole: bool
    length: int

    @cached_property
    def reports(self) -> frozenset[str]:
        """The ids of the reports that print these words."""
        return frozenset(statement.report for statement in self.statements)


def find_wordings(story: Sequence[Extracted], entities: Sequence[Entity]) -> list[Wording]:
    """Give the wordings of statements that may be claims, in order of first appearance.

    Responses ("declined to comment") and questions claim nothing and are left out, and so is
    whatever is too short to say something.
    """
    named = _mentions(entities)
    people = frozenset(entity.id for entity in entities if entity.kind == "person")
    grouped: defaultdict[tuple[tuple[str, ...], bool], list[tuple[Extracted, Statement]]]
    grouped = defaultdict(list)
    for piece in story:
        for statement in _claiming(piece):
            key = words(spoken_words(statement, piece.annotated.report))
            if len(key) >= _FEWEST_WORDS:
                grouped[key, statement.factuality.negated].append((piece, statement))
    readers = {piece.annotated.report.id: _Reader(piece, named, people) for piece in story}
    wordings = [
        _wording(
            [statement for _, statement in members],
            readers[members[0][1].report],
            headline=all(is_heading(one, piece.annotated.report) for piece, one in members),
        )
        for members in grouped.values()
    ]
    return [wording for wording in wordings if not _is_label(wording)]


def _is_label(wording: Wording) -> bool:
    """Tell whether it only names a topic, in a headline: "Harbour fire inquiry"."""
    return wording.headline and not wording.verbs and wording.length < _FEWEST_IN_HEADLINE


def _claiming(piece: Extracted) -> list[Statement]:
    """Leave out what claims nothing, and attitudes inside an assertion, which says them too.

    An attitude to a mere thing ("hailed the players") says hardly more than the thing's name.
    """
    asserted = [
        span
        for statement in piece.statements
        if statement.act == "assertion"
        for span in statement.content
    ]
    return [
        statement
        for statement in piece.statements
        if statement.act == "assertion"
        or (
            statement.act in _ACTS
            and not any(span.holds(statement.content[0]) for span in asserted)
            and (statement.act != "attitude" or _is_clause(statement, piece.annotated.tokens))
        )
    ]


def _is_clause(statement: Statement, tokens: Sequence[Token]) -> bool:
    return any(
        token.upos in {"AUX", "VERB"}
        for span in statement.content
        for token in tokens[
            bisect_left(tokens, span.start, key=_start) : bisect_left(tokens, span.end, key=_start)
        ]
    )


def _start(token: Token) -> int:
    return token.start


def _mentions(entities: Sequence[Entity]) -> dict[str, list[tuple[Span, str]]]:
    named: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for span in entity.mentions:
            named[span.report].append((span, entity.id))
    return {report: sorted(mentions) for report, mentions in named.items()}


class _Reader:
    """Reads what stands inside the spans of one report's statements."""

    def __init__(
        self,
        piece: Extracted,
        named: Mapping[str, list[tuple[Span, str]]],
        people: frozenset[str],
    ) -> None:
        self.people = people
        self.report = piece.annotated.report
        self._piece = piece
        self.report_tokens = piece.annotated.tokens
        self._starts = [token.start for token in self.report_tokens]
        self._named = named.get(piece.annotated.report.id, [])
        self._named_starts = [span.start for span, _ in self._named]

    def inside(self, spans: Iterable[Span]) -> list[int]:
        """Give the indices of the tokens that begin in the spans."""
        return [
            at
            for span in spans
            for at in range(
                bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            )
        ]

    def tokens(self, statement: Statement) -> list[Token]:
        return [self.report_tokens[at] for at in self.inside(spoken_spans(statement))]

    def named(self, statement: Statement) -> list[tuple[Span, str]]:
        return [
            mention
            for span in spoken_spans(statement)
            for mention in self._named[
                bisect_left(self._named_starts, span.start) : bisect_left(
                    self._named_starts, span.end
                )
            ]
        ]

    def denies(self, statement: Statement) -> bool:
        """Tell whether the reporting verb denies what is said."""
        cue = [] if statement.cue is None else self.inside([statement.cue])
        return any(_lemma(self.report_tokens[at]) in _DENYING for at in cue)

    def figures(self, statement: Statement) -> tuple[Figure, ...]:
        return tuple(
            figure
            for figure in self._piece.figures
            if any(span.overlaps(figure.span) for span in statement.content)
        )

    def moments(self, statement: Statement) -> frozenset[str]:
        return frozenset(
            moment.value[:10]
            for moment in self._piece.moments
            if moment.value is not None
            and moment.kind in {"date", "time"}
            and any(span.overlaps(moment.span) for span in statement.content)
        )


def _wording(statements: Sequence[Statement], reader: _Reader, *, headline: bool) -> Wording:
    first = statements[0]
    tokens = reader.tokens(first)
    named = reader.named(first)
    covered = {
        token.start for token in tokens for span, _ in named if span.start <= token.start < span.end
    }
    content = [
        _lemma(token)
        for token in tokens
        if token.upos in _CONTENT and token.start not in covered and token.lemma not in _LIGHT
    ]
    return Wording(
        text=spoken_words(first, reader.report),
        statements=tuple(statements),
        terms=tuple(content + [entity for _, entity in named]),
        verbs=frozenset(_lemma(t) for t in tokens if t.upos == "VERB" and t.lemma not in _LIGHT),
        entities=frozenset(entity for _, entity in named),
        people=frozenset(entity for _, entity in named if entity in reader.people),
        figures=reader.figures(first),
        moments=reader.moments(first),
        act=first.act,
        quoted=_quoted(first),
        speaker=_speaker(first),
        person=_person(first),
        negated=first.factuality.negated,
        denied=first.factuality.negated and reader.denies(first),
        refuses=_refuses(tokens),
        headline=headline,
        whole=is_whole(first, reader.report_tokens),
        length=len(tokens),
    )


def _speaker(statement: Statement) -> str | None:
    """Name the source, by entity or else by name."""
    source = statement.source
    return None if source is None else source.entity or fold(source.name)


def _quoted(statement: Statement) -> str | None:
    """Name the person whose own words the statement is."""
    source = statement.source
    is_own = statement.voice == "direct" and source is not None and source.kind == "person"
    return _speaker(statement) if is_own else None


def _person(statement: Statement) -> str | None:
    """Give the entity of the person who says it, where the person has a name."""
    source = statement.source
    return source.entity if source is not None and source.kind == "person" else None


def _refuses(tokens: Sequence[Token]) -> bool:
    """Tell whether it is told that somebody would not answer."""
    lemmas = {_lemma(token) for token in tokens}
    unwilling = lemmas & _REFUSING or (lemmas & {"not", "n't"} and lemmas & {"will", "do", "wo"})
    return bool(unwilling and lemmas & _ANSWERING)


def _lemma(token: Token) -> str:
    """Fold British and American spelling together: "authorise" is "authorize"."""
    lemma = fold(token.lemma)
    for british, american in (("isation", "ization"), ("ise", "ize"), ("our", "or")):
        if lemma.endswith(british) and len(lemma) > len(british) + 2:
            return lemma.removesuffix(british) + american
    return lemma
