import pytest

from stemma.language.tokens import find_tokens


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostrava’s mayor didn't pay.", "Ostrava ’s mayor did n't pay ."),
        ("They cannot, can’t, won't", "They can not , ca n’t , wo n't"),
        ("It cost $3.5bn (£2,100)", "It cost $ 3.5 bn ( £ 2,100 )"),
        ("US$56m at 6:00pm", "US$ 56 m at 6:00 pm"),
        ("the 2nd of the 1990s", "the 2nd of the 1990s"),
        ("Sen. Ada J. Quill Jr. spoke", "Sen. Ada J. Quill Jr. spoke"),
        ("in the U.S. at 5 p.m. today", "in the U.S. at 5 p.m. today"),
        ("long-range anti-tank missiles", "long - range anti-tank missiles"),
        ("see https://example.org/a?b=c, or x@example.org.",
         "see https://example.org/a?b=c , or x@example.org ."),
        ("O’Leary met the Qur'an's keeper", "O’Leary met the Qur'an 's keeper"),
        ("@handle and #tag", "@handle and #tag"),
        ("wait … no -- yes—maybe...", "wait … no -- yes — maybe ..."),
        ("AT&T said", "AT&T said"),
        ("it was over.Then it rained", "it was over . Then it rained"),
    ],
)  # fmt: skip
def test_words_are_cut_as_universal_dependencies_cut_them(text: str, expected: str):
    assert words(text) == expected.split()


def test_only_the_asked_stretch_is_cut():
    assert find_tokens("one two three", 4, 7) == [(4, 7)]


def test_an_endless_word_is_one_token():
    assert find_tokens("x" * 10_000) == [(0, 10_000)]


def test_hyphens_without_end_take_no_time():
    assert len(find_tokens("a-" * 5_000)) == 10_000
