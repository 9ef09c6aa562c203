from hypothesis import given
from hypothesis import strategies as st

from stemma.model.quotation import set_single, shorten

WORDS = st.text(st.sampled_from('ab ,;“”"'), max_size=80)


@given(words=WORDS, longest=st.integers(min_value=1, max_value=80))
def test_words_are_cut_to_what_they_begin_with(words: str, longest: int):
    cut = shorten(words, longest)
    assert cut == words if len(words) <= longest else words.startswith(cut.removesuffix(" …"))
    assert len(cut) <= longest + len(" …")


def test_words_are_cut_between_two_of_them_and_end_without_a_comma():
    assert shorten("The old mill, it sank", 14) == "The old mill …"


@given(words=WORDS)
def test_no_double_mark_is_left_and_each_stands_where_it_stood(words: str):
    single = set_single(words)
    assert len(single) == len(words)
    assert not set(single) & set('“”"')


def test_a_straight_mark_opens_before_a_word_and_closes_behind_it():
    assert set_single('a "noisy" man, “loud”') == "a ‘noisy’ man, ‘loud’"
