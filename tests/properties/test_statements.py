"""Whatever a report says: statements point into it, and no sentence is lost."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.invented import make_report

from stemma.extract import extract
from stemma.language import load_annotator
from stemma.model import Extracted, Span

_SENTENCES = (
    "Police said the bridge fell.",
    "“We will stay,” Ida Noll said. “For now.”",
    "“We will stay.",
    "“Who pays?” she asked.",
    "He declined to comment.",
    "According to Reuters, the dam broke; 40 people were hurt, officials said.",
    "The mayor, who said it was safe, left.",
    "It could not be reached.",
    "NOLL: No.",
    "They told him that she had said so, and that 'he' knew.",
    "said said said",
    "”, he added, “",
    "The flood rose.",
    "was accused of lying",
    "“",
    "- : ,",
)
_TAG = 5
"""Words of the longest ``the agency reported.``"""
_WORDS = st.text(alphabet="aSe ,.:“”\"'’-?", min_size=1, max_size=25)
_LINES = st.lists(
    st.lists(st.sampled_from(_SENTENCES) | _WORDS, min_size=1, max_size=4).map(" ".join),
    min_size=1,
    max_size=5,
)


@cache
def _extract(lines: tuple[str, ...]) -> Extracted:
    report = make_report("\n".join(lines), first="headline")
    return extract(load_annotator().annotate(report))


@settings(max_examples=60)
@given(_LINES)
def test_content_lies_in_the_report_and_holds_the_whole_cue_or_none_of_it(lines: list[str]):
    extracted = _extract(tuple(lines))
    text = extracted.annotated.report.text
    for statement in extracted.statements:
        assert statement.content
        assert statement.text == " … ".join(span.of(text) for span in statement.content)
        assert all(len(span) > 0 and span.end <= len(text) for span in statement.content)
        assert list(statement.content) == sorted(statement.content)
        cue = statement.cue
        if cue is not None:
            apart = not any(span.overlaps(cue) for span in statement.content)
            assert apart or any(
                span.start <= cue.start and cue.end <= span.end for span in statement.content
            )


@settings(max_examples=60)
@given(_LINES)
def test_no_sentence_is_lost_but_who_spoke_before(lines: list[str]):
    extracted = _extract(tuple(lines))
    report = extracted.annotated.report
    told: list[Span] = []
    for statement in extracted.statements:
        told += statement.content
        told += [statement.cue] if statement.cue is not None else []
    for sentence in extracted.annotated.sentences:
        words = report.text[sentence.start : sentence.end]
        if sum(any(letter.isalnum() for letter in word) for word in words.split()) > _TAG:
            here = report.span(sentence.start, sentence.end)
            assert any(here.overlaps(span) for span in told)


@settings(max_examples=30)
@given(_LINES)
def test_statements_have_ids_of_their_own(lines: list[str]):
    statements = _extract(tuple(lines)).statements
    assert len({statement.id for statement in statements}) == len(statements)
