import pytest
from hypothesis import given
from hypothesis import strategies as some

from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import listed


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“The gates did not hold,”", "“The gates did not hold”"),
        ("Say wait for the thaw.", "“Say wait for the thaw”"),
        ("he works for the U.S.", "“he works for the U.S.”"),
        ("the gates were “secure", "“the gates were ‘secure’”"),
        ('the gates were "secure" then', "“the gates were ‘secure’ then”"),
        ("“First the river,” … “now this.”", "“‘First the river,’ … ‘now this.’”"),
        ("“The gates did not hold", "“The gates did not hold”"),
        ("four\n  people", "“four people”"),
        ("the dam’s gates", "“the dam’s gates”"),
    ],
)
def test_words_stand_in_a_sentence_with_no_mark_doubled(words: str, shown: str):
    assert quoted(words) == shown


@given(some.text(alphabet='a “”".,’ …', max_size=30))
def test_whatever_is_quoted_has_one_pair_of_double_marks(words: str):
    shown = quoted(words)
    assert (shown[0], shown[-1]) == ("“", "”")
    assert not set(shown[1:-1]) & set('“”"\n')


def test_of_many_names_the_first_stand_with_the_number_of_the_others():
    assert listed(list("abcdef")) == "a, b, c, d, e and f"
    assert listed(list("abcdefgh")) == "a, b, c and 5 others"


def test_single_marks_around_the_whole_are_not_kept():
    assert quoted("'The mill is lost,'") == "“The mill is lost”"
