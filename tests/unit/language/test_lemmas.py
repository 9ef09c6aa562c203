import pytest

from stemma.language.lemmas import find_lemma


@pytest.mark.parametrize(
    ("word", "xpos", "lemma"),
    [
        ("said", "VBD", "say"), ("says", "VBZ", "say"), ("denied", "VBD", "deny"),
        ("stopped", "VBD", "stop"), ("hoping", "VBG", "hope"), ("announced", "VBN", "announce"),
        ("telling", "VBG", "tell"), ("confessed", "VBD", "confess"), ("went", "VBD", "go"),
        ("saw", "VBD", "see"), ("saw", "VB", "saw"), ("found", "VBN", "find"),
        ("retold", "VBD", "retell"), ("characterised", "VBD", "characterise"),
        ("reiterated", "VBD", "reiterate"), ("’re", "VBP", "be"), ("wo", "MD", "will"),
        ("could", "MD", "could"), ("lying", "VBG", "lie"), ("focuses", "VBZ", "focus"),
        ("echoes", "VBZ", "echo"), ("added", "VBD", "add"), ("agreed", "VBD", "agree"),
    ],
)  # fmt: skip
def test_a_verb_is_brought_back_to_its_base(word: str, xpos: str, lemma: str):
    assert find_lemma(word, "VERB", xpos) == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("troops", "troop"), ("countries", "country"), ("spokesmen", "spokesman"),
        ("crises", "crisis"), ("people", "people"), ("boxes", "box"), ("analyses", "analysis"),
        ("wives", "wife"), ("news", "news"), ("1990s", "1990s"), ("passers-by", "passer-by"),
        ("houses", "house"), ("classes", "class"), ("sources", "source"),
    ],
)  # fmt: skip
def test_a_plural_is_brought_back_to_one(word: str, lemma: str):
    assert find_lemma(word, "NOUN", "NNS") == lemma


@pytest.mark.parametrize(
    ("word", "xpos", "lemma"),
    [("bigger", "JJR", "big"), ("largest", "JJS", "large"), ("happier", "JJR", "happy"),
     ("worst", "JJS", "bad"), ("tallest", "JJS", "tall"), ("more", "JJR", "more")],
)  # fmt: skip
def test_a_compared_adjective_is_brought_back(word: str, xpos: str, lemma: str):
    assert find_lemma(word, "ADJ", xpos) == lemma


def test_a_proper_name_stays_as_it_is_written():
    assert find_lemma("Athens", "PROPN", "NNP") == "Athens"
