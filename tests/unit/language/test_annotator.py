from collections.abc import Callable

import numpy as np
from tests.invented import make_report

from stemma.language import load_annotator, load_encoder, matrix
from stemma.language.annotator import EnglishAnnotator
from stemma.language.parser import Parser
from stemma.model import Annotated

Annotate = Callable[..., Annotated]

TEXT = (
    "Mayor Tilda Vance said on Monday that the Pellbrook dam had failed.\n"
    "“Nobody was hurt,” Vance told reporters. She declined to say more.\n\n"
    "Germany’s Hallmark Institute for Rivers warned of floods in Kenya."
)


def test_sentences_never_cross_a_line(annotate: Annotate):
    found = annotate(TEXT)
    assert [sentence.part for sentence in found.sentences] == [0, 1, 1, 2]
    assert all("\n" not in TEXT[s.start : s.end] for s in found.sentences)


def test_the_verb_of_saying_is_the_root_and_has_its_subject(annotate: Annotate):
    found = annotate(TEXT)
    first = found.sentences[0]
    root = next(t for t in found.tokens[first.first : first.last] if t.relation == "root")
    subjects = {
        t.text for t in found.tokens if found.tokens[t.head] is root and t.relation == "nsubj"
    }
    assert root.lemma == "say"
    assert subjects & {"Mayor", "Tilda", "Vance"}


def test_vectors_are_those_of_the_encoder(annotate: Annotate):
    found = annotate(TEXT)
    texts = [TEXT[sentence.start : sentence.end] for sentence in found.sentences]
    assert np.array_equal(matrix(found), load_encoder().encode(texts))


def test_a_sentence_is_parsed_alike_in_any_company(annotate: Annotate):
    whole = annotate(TEXT)
    anew = EnglishAnnotator(Parser(), load_encoder())  # remembers no sentence
    alone = anew.annotate(make_report(TEXT.split("\n")[1]))
    first = whole.sentences[1].first
    offset = whole.sentences[1].start
    for token, same in zip(whole.tokens[first:], alone.tokens, strict=False):
        assert (token.start - offset, token.head - first, token.relation, token.xpos) == (
            same.start,
            same.head,
            same.relation,
            same.xpos,
        )


def test_other_languages_keep_their_text_and_nothing_else(annotate: Annotate):
    found = annotate("Der Damm ist gebrochen.", "de")
    assert found.report.text == "Der Damm ist gebrochen."
    assert not found.tokens
    assert matrix(found).shape == (0, 0)


def test_a_report_without_words_has_none(annotate: Annotate):
    assert annotate("").sentences == ()


def test_figures_and_moments_are_marked(annotate: Annotate):
    found = annotate("Some 12,000 people fled on 5 November 2024.")
    assert found.figures
    assert found.moments


def test_another_date_gives_what_marking_anew_gives(annotate: Annotate):
    earlier = annotate(TEXT)
    report = make_report(TEXT, published="2024-11-20")
    redated = load_annotator().redate(earlier, report)
    assert redated == load_annotator().annotate(report)
    assert redated.moments != earlier.moments


def test_the_networks_are_loaded_once_however_they_are_asked_for():
    assert load_encoder() is load_encoder(threads=1)
    assert load_annotator() is load_annotator(threads=1)
