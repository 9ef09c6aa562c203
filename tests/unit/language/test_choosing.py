import pytest
from tests.contracts.test_language import TEXTS
from tests.contracts.tiny_parts import load_hashing
from tests.invented import make_report

from stemma.errors import UsageError
from stemma.language import (
    choose_annotator,
    choose_encoder,
    choosing,
    load_annotator,
    load_encoder,
    matrix,
)
from stemma.settings import LoadParts, Settings


def test_built_in_parts_are_those_that_come_with_stemma():
    parts = LoadParts()()
    assert choose_encoder("built-in", threads=1) is load_encoder()
    assert choose_annotator("built-in", encoder=None, threads=1) is load_annotator()
    assert parts.encoder.dimensions == load_encoder().dimensions


@pytest.mark.parametrize("choice", ["spaCy", "spacy:", "st:all-mpnet-base-v2", ""])
def test_an_annotator_of_no_known_kind_is_refused_with_what_there_is(choice: str):
    with pytest.raises(UsageError, match=f"no annotator {choice!r}: it is 'built-in' or like 'sp"):
        Settings(annotator=choice)


@pytest.mark.parametrize("choice", ["mpnet", "st:", "spacy:en_core_web_trf"])
def test_an_encoder_of_no_known_kind_is_refused_with_what_there_is(choice: str):
    with pytest.raises(UsageError, match=f"no encoder {choice!r}: it is 'built-in' or like 'st:"):
        Settings(encoder=choice)


def test_what_follows_the_kind_is_the_name(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def load(name: str) -> object:
        asked.append(name)
        return load_hashing()

    monkeypatch.setattr(choosing, "load_sentence_transformer", load)
    choose_encoder("st:models:tiny/one", threads=1)
    assert asked == ["models:tiny/one"]


def test_the_sentence_vectors_are_those_of_the_encoder_that_was_chosen():
    encoder = load_hashing()
    annotator = choose_annotator("built-in", encoder=encoder, threads=1)
    annotated = annotator.annotate(make_report(TEXTS[0]))
    assert matrix(annotated).shape == (len(annotated.sentences), encoder.dimensions)
