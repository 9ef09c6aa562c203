import pytest

from stemma.extract.lexicon.reporting_verbs import find_verb, inflect, load_verbs


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("admitted", "admit"),
        ("urging", "urge"),
        ("swore", "swear"),
        ("pushes back", "push back"),
        ("walks", None),
    ],
)
def test_forms_lead_to_their_verb(form: str, lemma: str | None):
    verb = load_verbs().get(form)
    assert (verb and verb.lemma) == lemma


def test_a_verb_with_its_particle_comes_before_the_bare_verb():
    found = find_verb(["she", "points", "out", "that"], 1)
    assert found is not None
    assert found.lemma == "point out"


def test_regular_forms_follow_the_rules_of_spelling():
    assert inflect("cry") == ["cry", "cries", "cried", "crying"]
    assert inflect("wish") == ["wish", "wishes", "wished", "wishing"]


def test_every_verb_has_frames():
    assert all(verb.frames for verb in load_verbs().values())
