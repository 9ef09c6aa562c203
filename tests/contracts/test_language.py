"""What any annotator and any encoder must keep to."""

from collections.abc import Callable

import numpy as np
import pytest
from tests.contracts import tiny_parts
from tests.invented import make_report

from stemma.language import load_annotator, load_encoder, matrix
from stemma.language.sentences import MAX_WORDS
from stemma.model import Annotated
from stemma.ports import Annotator, Encoder

ANNOTATORS: dict[str, Callable[[], Annotator]] = {
    "built in": load_annotator,
    **tiny_parts.ANNOTATORS,
}
ENCODERS: dict[str, Callable[[], Encoder]] = {"built in": load_encoder, **tiny_parts.ENCODERS}

TEXTS = [
    (
        "Flood in Pellbrook kills two\nPELLBROOK — It broke on Tuesday, Mayor Tilda Vance said.\n"
        "“We lost the mill. We will rebuild it,” she told the Pellbrook Courier. (Her voice shook.)"
    ),
    "😀 zażółć gęślą 10:20\n-\n…\n“‘\u200b’”\n" + "x" * 3_000 + " " + "a.b," * 900,
    "THE U.S. SAID NO. it’s   over\tnow.Then\u00a0it rained",
    "",
    "\u200b \u200b\ufeff a \ud800 \u202e\u200b \x00\u2028\u200b.",
]


@pytest.fixture(scope="module", params=ANNOTATORS.values(), ids=list(ANNOTATORS))
def annotator(request: pytest.FixtureRequest) -> Annotator:
    load: Callable[[], Annotator] = request.param
    return load()


@pytest.fixture(scope="module", params=ENCODERS.values(), ids=list(ENCODERS))
def encoder(request: pytest.FixtureRequest) -> Encoder:
    load: Callable[[], Encoder] = request.param
    return load()


@pytest.fixture(params=TEXTS, ids=["plain", "odd", "rough", "empty", "invisible"])
def annotated(request: pytest.FixtureRequest, annotator: Annotator) -> Annotated:
    text: str = request.param
    return annotator.annotate(make_report(text))


def test_tokens_quote_the_text_and_leave_nothing_out(annotated: Annotated):
    text = annotated.report.text
    end = 0
    for token in annotated.tokens:
        assert token.text == text[token.start : token.end]
        assert not text[end : token.start].strip()
        end = token.end
    assert not text[end:].strip()


def test_sentences_share_out_the_tokens_and_stay_in_their_part(annotated: Annotated):
    place = 0
    for sentence in annotated.sentences:
        part = annotated.report.parts[sentence.part]
        assert sentence.first == place < sentence.last
        assert sentence.start == annotated.tokens[sentence.first].start >= part.start
        assert sentence.end == annotated.tokens[sentence.last - 1].end <= part.end
        place = sentence.last
    assert place == len(annotated.tokens)


def test_no_sentence_is_endless(annotated: Annotated):
    assert all(sentence.last - sentence.first <= MAX_WORDS for sentence in annotated.sentences)


def test_every_sentence_is_one_tree(annotated: Annotated):
    for sentence in annotated.sentences:
        inside = range(sentence.first, sentence.last)
        roots = [at for at in inside if annotated.tokens[at].head == at]
        assert len(roots) == 1
        assert [at for at in inside if annotated.tokens[at].relation == "root"] == roots
        for at in inside:
            place, steps = at, 0
            while place != roots[0]:
                place, steps = annotated.tokens[place].head, steps + 1
                assert place in inside
                assert steps < len(inside)


def test_names_are_whole_tokens_of_one_sentence(annotated: Annotated):
    end = 0
    for name in annotated.names:
        assert end <= name.first < name.last
        assert name.start == annotated.tokens[name.first].start
        assert name.end == annotated.tokens[name.last - 1].end
        assert any(s.first <= name.first < name.last <= s.last for s in annotated.sentences)
        assert 0 <= name.score <= 1
        end = name.last


def test_figures_and_moments_quote_this_report(annotated: Annotated):
    for marked in (*annotated.figures, *annotated.moments):
        assert marked.span.report == annotated.report.id
        assert marked.span.of(annotated.report.text).strip()


def test_there_is_one_vector_of_length_one_for_each_sentence(annotated: Annotated):
    vectors = matrix(annotated)
    assert vectors.shape == (len(annotated.sentences), annotated.dimensions)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_another_date_gives_the_same_as_marking_anew(annotator: Annotator):
    report, dated = make_report(TEXTS[0]), make_report(TEXTS[0], published="2031-05-08")
    assert annotator.redate(annotator.annotate(report), dated) == annotator.annotate(dated)


def test_a_report_in_another_language_keeps_its_text_alone(annotator: Annotator):
    report = make_report(TEXTS[0], language="sv")
    assert annotator.annotate(report) == Annotated(report=report)


def test_a_report_gives_the_same_every_time(annotator: Annotator):
    report = make_report(TEXTS[0])
    first = annotator.annotate(report)
    annotator.annotate(make_report(TEXTS[2]))
    assert annotator.annotate(report) == first


def test_an_encoder_gives_one_row_of_its_length_for_each_text(encoder: Encoder):
    vectors = encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), encoder.dimensions)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_make_no_rows(encoder: Encoder):
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_a_row_does_not_depend_on_its_neighbours(encoder: Encoder):
    together = encoder.encode(TEXTS)
    for row, text in zip(together, TEXTS, strict=True):
        assert np.array_equal(encoder.encode([text])[0], row)
