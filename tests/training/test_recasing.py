import random

from training.passages import cut, joined
from training.recasing import HEADLINES, LOWERED, SHOUTED, as_headline, recase
from training.sentence import Sentence, Syntax


def sentence(text: str, *, heads: tuple[int, ...] = ()) -> Sentence:
    words = tuple(text.split())
    syntax = tuple(Syntax(xpos="X", upos="X", head=head, relation="dep") for head in heads)
    return Sentence(
        corpus="invented", words=words, text=text, syntax=syntax or None, names=("O",) * len(words)
    )


def test_a_headline_has_capitals_and_no_full_stop():
    headline = as_headline(
        sentence("the mill of Pellbrook burnt down .", heads=(2, 5, 4, 2, 0, 5, 5))
    )
    assert headline.words == ("the", "Mill", "of", "Pellbrook", "Burnt", "Down")
    assert headline.syntax is not None
    assert len(headline.syntax) == len(headline.words) == len(headline.names or ())
    assert headline.text == "the mill of Pellbrook burnt down "


def test_a_full_stop_that_others_hang_on_stays():
    assert as_headline(sentence("a mill .", heads=(3, 3, 0))).words[-1] == "."


def test_recasing_keeps_labels_and_comes_as_often_as_it_should():
    chance = random.Random(1)  # noqa: S311 - draws sentences, keeps no secret
    one = sentence("the mill of Pellbrook burnt")
    drawn = [recase(one, chance) for _ in range(4000)]
    assert all(other.names == one.names for other in drawn)
    changed = sum(other.words != one.words for other in drawn) / len(drawn)
    assert abs(changed - HEADLINES - SHOUTED - LOWERED) < 0.02


def test_passages_are_neighbours_together_and_runs_of_words():
    sentences = [sentence(" ".join(f"w{number}" for number in range(20))) for _ in range(9)]
    chance = random.Random(1)  # noqa: S311 - draws sentences, keeps no secret
    assert all(len(one.words) == 40 for one in joined(sentences, 5, chance))
    assert all(3 <= len(one.words) <= 14 for one in cut(sentences, 5, chance))
    assert all(one.syntax is None and one.names is None for one in cut(sentences, 5, chance))
