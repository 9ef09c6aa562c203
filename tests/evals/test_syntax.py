from evals.material import make_report
from evals.readers.conllu import Passage, Word
from evals.scorers.syntax import compare

from stemma.model import Annotated, Sentence, Token

TEXT = "Gulls cry."
WORDS = ((0, 5, "NOUN", 1, "nsubj"), (6, 9, "VERB", -1, "root"), (9, 10, "PUNCT", 1, "punct"))


def passage() -> Passage:
    words = tuple(
        Word(
            form=TEXT[start:end], start=start, end=end, upos=upos, xpos="_", head=head, relation=rel
        )
        for start, end, upos, head, rel in WORDS
    )
    return Passage(name="gulls", text=TEXT, words=words, sentences=((0, 10),))


def annotated(*, relation: str = "nsubj", head: int = 1) -> Annotated:
    tokens = [
        Token(
            start=start,
            end=end,
            text=TEXT[start:end],
            lemma="_",
            upos=upos,
            xpos="_",
            head=at if up < 0 else up,
            relation=rel,
        )
        for at, (start, end, upos, up, rel) in enumerate(
            [(0, 5, "NOUN", head, relation), *WORDS[1:]]
        )
    ]
    sentence = Sentence(first=0, last=3, start=0, end=10, part=0)
    report = make_report(TEXT, name="gulls")
    return Annotated(report=report, tokens=tuple(tokens), sentences=(sentence,))


def rights(given: Annotated) -> dict[str, int]:
    return {measure: right for measure, right, _, _ in compare(passage(), given)}


def test_the_same_tree_is_all_right():
    assert rights(annotated()) == {"las": 3, "uas": 3, "upos": 3, "words": 3, "sentences": 1}


def test_a_wrong_relation_costs_las_alone():
    assert rights(annotated(relation="obj"))["las"] == 2
    assert rights(annotated(relation="obj"))["uas"] == 3


def test_a_subtype_of_a_relation_makes_no_difference():
    assert rights(annotated(relation="nsubj:pass"))["las"] == 3


def test_a_wrong_head_costs_both():
    assert rights(annotated(head=2))["uas"] == 2
    assert rights(annotated(head=2))["las"] == 2


def test_a_second_root_is_wrong():
    assert rights(annotated(head=0))["uas"] == 2
