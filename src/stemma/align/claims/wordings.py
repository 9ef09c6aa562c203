"""The distinct wordings of a story's statements, with what is needed to compare them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.align.spelling import fold, words
from stemma.model import Entity, Extracted, Figure, Span, Statement, Token
from stemma.model.statement import Act

_ACTS = frozenset({"assertion", "attitude", "directive"})
_CONTENT = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "VERB"})
_LIGHT = frozenset(
    {"be", "have", "do", "say", "tell", "make", "take", "get", "go", "come", "mr", "mrs", "ms"}
)
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Statements with the same words, in whichever reports.

    ``terms`` are lemmas of content words, with entities in place of names; ``verbs`` the lemmas
    of verbs; ``moments`` EDTF dates; ``quoted`` whose own words they are; ``statements`` in
    order of report and place.
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
    negated: bool
    length: int

    @property
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
        for statement in piece.statements:
            key = words(statement.text)
            if statement.act in _ACTS and len(key) >= _FEWEST_WORDS:
                grouped[key, statement.factuality.negated].append((piece, statement))
    readers = {piece.annotated.report.id: _Reader(piece, named, people) for piece in story}
    return [
        _wording([statement for _, statement in members], readers[members[0][1].report])
        for members in grouped.values()
    ]


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
        self._piece = piece
        self._tokens = piece.annotated.tokens
        self._starts = [token.start for token in self._tokens]
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
        return [self._tokens[at] for at in self.inside(statement.content)]

    def named(self, statement: Statement) -> list[tuple[Span, str]]:
        return [
            mention
            for span in statement.content
            for mention in self._named[
                bisect_left(self._named_starts, span.start) : bisect_left(
                    self._named_starts, span.end
                )
            ]
        ]

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


def _wording(statements: Sequence[Statement], reader: _Reader) -> Wording:
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
        text=first.text,
        statements=tuple(statements),
        terms=tuple(content + [entity for _, entity in named]),
        verbs=frozenset(_lemma(t) for t in tokens if t.upos == "VERB" and t.lemma not in _LIGHT),
        entities=frozenset(entity for _, entity in named),
        people=frozenset(entity for _, entity in named if entity in reader.people),
        figures=reader.figures(first),
        moments=reader.moments(first),
        act=first.act,
        quoted=_quoted(first),
        negated=first.factuality.negated,
        length=len(tokens),
    )


def _quoted(statement: Statement) -> str | None:
    """Name the person whose own words the statement is, by entity or else by name."""
    source = statement.source
    if statement.voice != "direct" or source is None or source.kind != "person":
        return None
    return source.entity or fold(source.name)


def _lemma(token: Token) -> str:
    """Fold British and American spelling together: "authorise" is "authorize"."""
    lemma = fold(token.lemma)
    for british, american in (("isation", "ization"), ("ise", "ize"), ("our", "or")):
        if lemma.endswith(british) and len(lemma) > len(british) + 2:
            return lemma.removesuffix(british) + american
    return lemma
