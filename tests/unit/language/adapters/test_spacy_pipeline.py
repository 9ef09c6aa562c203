import sys
from pathlib import Path
from typing import Any, cast

import pytest
import spacy
from tests.contracts.tiny_parts import CLEARNLP, UNIVERSAL, Row, make_pipeline
from tests.invented import make_report

from stemma.errors import UsageError
from stemma.extract import extract
from stemma.language import load_annotator, load_encoder
from stemma.language.adapters import SpacyAnnotator, load_spacy
from stemma.model import Annotated, Statement

TEXT = "Mayor Tilda Vance said 12 mills were lost in Orlen."
AS_CLEARNLP: list[Row] = [
    ("Mayor", "NNP", "PROPN", 3, "compound", "O"),
    ("Tilda", "NNP", "PROPN", 3, "compound", "B-PERSON"),
    ("Vance", "NNP", "PROPN", 4, "nsubj", "I-PERSON"),
    ("said", "VBD", "VERB", 0, "ROOT", "O"),
    ("12", "CD", "NUM", 6, "nummod", "B-CARDINAL"),
    ("mills", "NNS", "NOUN", 8, "nsubjpass", "O"),
    ("were", "VBD", "AUX", 8, "auxpass", "O"),
    ("lost", "VBN", "VERB", 4, "ccomp", "O"),
    ("in", "IN", "ADP", 8, "prep", "O"),
    ("Orlen", "NNP", "PROPN", 9, "pobj", "B-GPE"),
    (".", ".", "PUNCT", 4, "punct", "O"),
]
AS_UNIVERSAL: list[Row] = [
    ("Mayor", "", "PROPN", 2, "nmod:desc", "O"),
    ("Tilda", "", "PROPN", 4, "nsubj", "B-PER"),
    ("Vance", "", "PROPN", 2, "flat:name", "I-PER"),
    ("said", "VBD", "VERB", 0, "root", "O"),
    ("12", "", "NUM", 6, "nummod", "O"),
    ("mills", "NNS", "NOUN", 8, "nsubj:pass", "O"),
    ("were", "VBD", "AUX", 8, "aux:pass", "O"),
    ("lost", "VBN", "VERB", 4, "ccomp", "O"),
    ("in", "", "ADP", 10, "case", "O"),
    ("Orlen", "", "PROPN", 8, "obl", "B-LOC"),
    (".", "", "PUNCT", 4, "punct", "O"),
]
SCHEMES = [pytest.param(AS_CLEARNLP, CLEARNLP), pytest.param(AS_UNIVERSAL, UNIVERSAL)]


def annotate(rows: list[Row], relations: tuple[str, ...]) -> Annotated:
    pipeline = make_pipeline(relations, {TEXT: rows})
    return SpacyAnnotator(pipeline, load_encoder()).annotate(make_report(TEXT))


def told(statements: tuple[Statement, ...]) -> list[tuple[str, str | None, str]]:
    report = make_report(TEXT)
    return [
        (
            " ".join(span.of(report.text) for span in statement.content),
            statement.source.name if statement.source else None,
            statement.voice,
        )
        for statement in statements
    ]


@pytest.mark.parametrize(("rows", "relations"), SCHEMES)
def test_trees_tags_and_lemmas_are_ours(rows: list[Row], relations: tuple[str, ...]):
    tokens = annotate(rows, relations).tokens
    assert [(token.lemma, token.upos) for token in tokens[3:8]] == [
        ("say", "VERB"),
        ("12", "NUM"),
        ("mill", "NOUN"),
        ("be", "AUX"),
        ("lose", "VERB"),
    ]
    assert [token.xpos for token in tokens[:3]] == ["NNP"] * 3
    assert [(token.relation, tokens[token.head].text) for token in tokens[5:10]] == [
        ("nsubj:pass", "lost"),
        ("aux:pass", "lost"),
        ("ccomp", "said"),
        ("case", "Orlen"),
        ("obl", "lost"),
    ]


@pytest.mark.parametrize(("rows", "relations"), SCHEMES)
def test_names_figures_and_statements_come_out_as_with_the_built_in_parts(
    rows: list[Row], relations: tuple[str, ...]
):
    built_in = load_annotator().annotate(make_report(TEXT))
    brought = annotate(rows, relations)
    assert [(name.start, name.end, name.kind) for name in brought.names] == [
        (name.start, name.end, name.kind) for name in built_in.names
    ]
    assert brought.figures == built_in.figures
    assert told(extract(brought).statements) == told(extract(built_in).statements)


def test_names_that_the_pipeline_misses_are_known_by_the_tables():
    rows = [(*row[:5], "O") for row in AS_CLEARNLP]
    rows[9] = ("France", *rows[9][1:])
    text = TEXT.replace("Orlen", "France")
    pipeline = make_pipeline(CLEARNLP, {text: rows})
    names = SpacyAnnotator(pipeline, load_encoder()).annotate(make_report(text)).names
    assert [(text[name.start : name.end], name.kind) for name in names] == [("France", "place")]


def test_blanks_are_no_tokens():
    text = "It  rained \t here."
    pipeline = make_pipeline(UNIVERSAL)
    tokens = SpacyAnnotator(pipeline, load_encoder()).annotate(make_report(text)).tokens
    assert [token.text for token in tokens] == ["It", "rained", "here", "."]


def test_a_pipeline_without_trees_tags_or_names_is_refused():
    with pytest.raises(UsageError, match=r"'blank' lacks a dependency parser and a tagger and a f"):
        SpacyAnnotator(spacy.blank("en"), load_encoder(), name="blank")  # pyright: ignore[reportArgumentType]  (spaCy is partly untyped)


def test_a_pipeline_is_loaded_from_a_folder(tmp_path: Path):
    cast("Any", make_pipeline(CLEARNLP, {TEXT: AS_CLEARNLP})).to_disk(tmp_path)
    loaded = load_spacy(str(tmp_path), encoder=load_encoder())
    assert loaded.annotate(make_report(TEXT)) == annotate(AS_CLEARNLP, CLEARNLP)


def test_a_pipeline_that_is_missing_comes_with_the_command_that_gets_it():
    with pytest.raises(UsageError, match="python -m spacy download en_no_such_pipeline"):
        load_spacy("en_no_such_pipeline", encoder=load_encoder())


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"pip install 'stemma-news\[spacy\]'"):
        load_spacy("en_core_web_trf", encoder=load_encoder())
