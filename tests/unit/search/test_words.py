import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stemma.search.words import find_words, forms_of, stems_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The Mayor’s silo", ["the", "mayor", "silo"]),
        ("the mayor's \"silo's\"", ["the", "mayor", "silo"]),
        ("don’t", ["don", "t"]),
        ("12,000 or 12000", ["12000", "or", "12000"]),
        ("3.5 percent, 7.", ["3.5", "percent", "7"]),
        ("the U.S. and US", ["the", "us", "and", "us"]),
        ("a U.S.-led force", ["a", "us", "led", "force"]),
        ("anti-aircraft", ["anti", "aircraft"]),
        ("CAFÉ cafe\u0301 cafe", ["cafe", "cafe", "cafe"]),
        ("Łódź, Århus, Straße", ["lodz", "arhus", "strasse"]),
        ("co\u00adoperate", ["cooperate"]),
        ("北京 said", ["北", "京", "said"]),
        ("мэр Москвы", ["мэр", "москвы"]),
        ("5th 10:30 COVID-19", ["5th", "10", "30", "covid", "19"]),
        ("a_b c/d e@f.example", ["a", "b", "c", "d", "e", "f", "example"]),
        ("… — “” \x00 \ud800 👩\u200d🚒", []),
    ],
)
def test_words_are_compared_by_plain_forms(text: str, forms: list[str]):
    assert forms_of(text) == forms


ANY = st.text(st.characters(), max_size=60) | st.text("aéU.S’s' -1,2\u0301北\u00ad\n", max_size=30)


@given(ANY)
@example("a\u200db’s c")
@example("1,2’s")
def test_words_have_places_in_order_and_the_same_forms(text: str):
    words = list(find_words(text))
    assert [word.form for word in words] == forms_of(text)
    ends = [0, *(word.end for word in words)]
    assert all(end <= word.start < word.end for end, word in zip(ends, words, strict=False))
    assert ends[-1] <= len(text)


@given(ANY)
def test_a_form_is_a_word_that_no_index_takes_for_a_sign(text: str):
    for form in forms_of(text):
        assert form
        assert all(letter.isalnum() or letter == "." for letter in form)
        assert len(form) <= 60


def test_forms_of_a_word_share_a_stem():
    assert len(set(stems_of(["silo", "silos"]))) == 1
    assert len(set(stems_of(["evacuate", "evacuated", "evacuation", "evacuating"]))) == 1
