import numpy as np

from stemma.language import load_encoder
from stemma.language.vectors import SentenceEncoder

TEXTS = [
    "The dam above Pellbrook broke on Tuesday.",
    "A dam near Pellbrook gave way, officials said.",
    "Otters were seen in the harbour again.",
    "Yes.",
    "",
    "word " * 900,
]


def test_a_row_depends_on_its_own_text_to_the_last_bit():
    together = SentenceEncoder().encode(TEXTS)
    forgetful = SentenceEncoder()
    alone = np.concatenate([forgetful.encode([text]) for text in TEXTS])
    backwards = SentenceEncoder().encode(TEXTS[::-1])[::-1]
    assert np.array_equal(together, alone)
    assert np.array_equal(together, backwards)


def test_threads_change_nothing():
    assert np.array_equal(load_encoder().encode(TEXTS), load_encoder(threads=2).encode(TEXTS))


def test_rows_have_length_one():
    assert np.allclose(np.linalg.norm(load_encoder().encode(TEXTS), axis=1), 1, atol=1e-5)


def test_what_means_the_same_is_nearer_than_what_does_not():
    first, second, third = load_encoder().encode(TEXTS[:3])
    assert first @ second > 0.7
    assert first @ third < 0.3


def test_no_texts_give_no_rows():
    assert load_encoder().encode([]).shape == (0, 384)


def test_rows_that_are_changed_change_no_later_ones():
    encoder = SentenceEncoder()
    encoder.encode(TEXTS[:1])[:] = 0
    assert np.array_equal(encoder.encode(TEXTS[:1]), load_encoder().encode(TEXTS[:1]))
