from itertools import pairwise

import pytest

from stemma.language.sentences import MAX_WORDS, find_sentences
from stemma.language.tokens import find_tokens


def sentences(text: str) -> list[str]:
    tokens = find_tokens(text)
    gaps = [True] + [left[1] < right[0] for left, right in pairwise(tokens)]
    words = [text[start:end] for start, end in tokens]
    return [
        text[tokens[first][0] : tokens[last - 1][1]]
        for first, last in find_sentences(words, gaps=gaps)
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "It stopped."],
        ["Secretary Orla J. Marsh III resigned on Nov. 5 in St. Ives.", "Nobody knew why."],
        ["The U.S. Senate met.", "It voted."],
        [["He moved to the U.S.", " talks ended at 5 p.m. Monday."][0],
         "The talks ended at 5 p.m. Monday."],
        ["“We lost.", "We will return,” she said.", "Then she left."],
        ["“We lost.”", "Nobody answered."],
        ["“Why?” he asked.", "“Because!” she said."],
        ["It failed at 2:40 a.m. (0140 GMT), she said.", "Nobody knew."],
        ["He flew on Flight No. 45 on Sun. Dec. 31.", "It was late."],
        ["They had said no.", "The end came on Sun.", "Nobody knew."],
        ["She shouted “No!” and left."],
        ["(They lost.)", "He wept."],
        ["It grew by 3.5 percent.", "2024 was worse."],
        ["Kettle & Co. sold pans.", "They shone."],
        ["The dam broke.", "'It was loud,' said Mr. Pell."],
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(expected: list[str]):
    assert sentences(" ".join(expected)) == expected


def test_a_lost_blank_between_sentences_is_seen():
    assert sentences("The dam was gone.The valley flooded.") == [
        "The dam was gone.",
        "The valley flooded.",
    ]


def test_an_endless_sentence_is_cut_at_a_comma():
    found = sentences("word word word, " * MAX_WORDS)
    assert len(found) > 1
    assert all(len(find_tokens(sentence)) <= MAX_WORDS for sentence in found)
    assert all(sentence.endswith(",") for sentence in found)


def test_nothing_has_no_sentences():
    assert find_sentences([], gaps=[]) == []
