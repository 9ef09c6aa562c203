"""What holds for language parts, whatever the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.language.lemmas import find_lemma
from stemma.language.sentences import find_sentences
from stemma.language.tokens import find_tokens

WORDS = st.sampled_from(
    [
        "The",
        "said",
        ".",
        "“",
        "”",
        '"',
        "U.S.",
        "J.",
        "’s",
        "(",
        ")",
        "n't",
        "10m",
        "…",
        "é",
        "😀",
        "-",
    ]
)
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=60).map(" ".join)
ENDINGS = ["ing", "ed", "s", "es", "er", "est", "ies", "ied", "men", "reing", "aed", "’s"]


@given(TEXTS)
def test_every_letter_is_in_exactly_one_token(text: str):
    end = 0
    for start, stop in find_tokens(text):
        assert start >= end
        assert stop > start
        assert not text[end:start].strip()
        assert not any(letter.isspace() for letter in text[start:stop])
        end = stop
    assert not text[end:].strip()


@given(TEXTS)
def test_sentences_share_out_the_words(text: str):
    tokens = find_tokens(text)
    gaps = [True] + [left[1] < right[0] for left, right in pairwise(tokens)]
    words = [text[start:end] for start, end in tokens]
    place = 0
    for first, last in find_sentences(words, gaps=gaps):
        assert first == place < last
        place = last
    assert place == len(words)


@given(
    st.text(min_size=1, max_size=30) | st.sampled_from(ENDINGS),
    st.sampled_from(["VERB", "NOUN", "ADJ", "ADV", "PRON", "DET", "PART", "AUX", "X"]),
    st.sampled_from(["VB", "VBD", "VBG", "VBN", "VBZ", "NNS", "JJR", "JJS", "RBR", "MD"]),
)
def test_any_word_has_a_lemma(word: str, upos: str, xpos: str):
    assert find_lemma(word, upos, xpos)
