import pytest

from stemma.language.adapters.penn import TAGS, penn_tag, universal_tag


@pytest.mark.parametrize(
    ("word", "upos", "features", "penn"),
    [
        ("mills", "NOUN", "Number=Plur", "NNS"),
        ("mill", "NOUN", "Number=Sing", "NN"),
        ("Orlen", "PROPN", "Number=Sing", "NNP"),
        ("said", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "VBD"),
        ("says", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VBZ"),
        ("say", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "VBP"),
        ("say", "VERB", "VerbForm=Inf", "VB"),
        ("told", "VERB", "Tense=Past|VerbForm=Part|Voice=Pass", "VBN"),
        ("saying", "VERB", "VerbForm=Ger", "VBG"),
        ("will", "AUX", "VerbForm=Fin", "MD"),
        ("was", "AUX", "Mood=Ind|Tense=Past|VerbForm=Fin", "VBD"),
        ("larger", "ADJ", "Degree=Cmp", "JJR"),
        ("soon", "ADV", "", "RB"),
        ("when", "ADV", "PronType=Int", "WRB"),
        ("she", "PRON", "PronType=Prs", "PRP"),
        ("her", "PRON", "Poss=Yes|PronType=Prs", "PRP$"),
        ("who", "PRON", "PronType=Rel", "WP"),
        ("which", "PRON", "PronType=Rel", "WDT"),
        ("the", "DET", "PronType=Art", "DT"),
        ("to", "PART", "", "TO"),
        ("'s", "PART", "", "POS"),
        ("£", "SYM", "", "$"),
        ("“", "PUNCT", "", "``"),
        ("—", "PUNCT", "", ":"),
        ("twelve", "NUM", "NumType=Card", "CD"),
        ("?!", "X", "", "FW"),
    ],
)
def test_a_penn_tag_is_made_of_universal_tag_and_features(
    word: str, upos: str, features: str, penn: str
):
    parsed = dict(pair.split("=") for pair in features.split("|") if pair)
    assert penn_tag(word, upos, parsed) == penn


def test_what_is_made_is_a_tag():
    universal = {universal_tag(penn) for penn in TAGS}
    assert {penn_tag("x", upos, {}) for upos in universal} <= TAGS


def test_marks_are_punctuation():
    assert {universal_tag(penn) for penn in ("``", "''", ",", ".", ":", "HYPH")} == {"PUNCT"}
