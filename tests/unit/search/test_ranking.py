from collections.abc import Sequence

from stemma.model.passage import PassageKind
from stemma.search import Ranking, look, parse, wanted


def order(query: str, texts: Sequence[str]) -> list[str]:
    """Give the texts that hold some of the words, the best first."""
    ranked = {text: rank(query, text) for text in texts}
    return sorted((text for text in texts if ranked[text]), key=lambda text: -ranked[text])


def rank(query: str, text: str, *, kind: PassageKind = "text", weight: float = 0.5) -> float:
    return Ranking(wanted(parse(query))).rank(look(text), kind=kind, weight=weight)


def test_a_rare_word_counts_more_than_a_common_one():
    assert order("ombudsman OR people", ["People came.", "Ombudsman came.", "Nobody came."]) == [
        "Ombudsman came.",
        "People came.",
    ]


def test_a_word_as_it_was_typed_counts_more_than_another_form():
    assert order("silos", ["A silo stood here.", "Two silos stood."])[0] == "Two silos stood."


def test_words_side_by_side_count_more_than_words_apart():
    together = "The grain silo of the town burned all night."
    apart = "The silo of the town burned all night: grain."
    assert order("grain silo", [apart, together]) == [together, apart]


def test_a_word_said_often_counts_more_and_a_long_text_makes_it_less():
    often = "Silo by silo they burned."
    once = "They burned the one silo."
    long = once + " And then a great many other things happened that day in the town." * 4
    assert order("silo", [long, once, often]) == [often, once, long]


def test_weight_and_kind_decide_between_equals():
    assert rank("silo", "A silo.", weight=1.0) > rank("silo", "A silo.", weight=0.2)
    assert rank("silo", "A silo.", kind="claim") > rank("silo", "A silo.", kind="text")


def test_what_is_to_be_left_out_and_filters_do_not_count():
    assert rank("kind:quote -storm", "A storm.") == 0
    assert wanted(parse("silo (mill OR -storm) kind:text silo")) == wanted(parse("silo OR mill"))
