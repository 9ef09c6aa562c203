import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.search import cut_snippet, parse, wanted
from stemma.search.snippets import find_marks


def marked(query: str, text: str) -> list[str]:
    snippet, marks = cut_snippet(text, wanted(parse(query)))
    return [snippet[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("silo", ["Silos", "silo"]),
        ('"silo"', ["silo"]),
        ('"grain silo"', ["grain silo"]),
        ("grain silo", ["Silos", "grain silo"]),
        ("burned OR mill", ["burning"]),
        ("12000", ["12,000"]),
        ("us", ["U.S."]),
        ("kind:text -grain", []),
    ],
)
def test_the_words_that_were_looked_for_are_marked(query: str, marks: list[str]):
    text = "Silos (12,000) were burning: the grain silo of the U.S. consul"
    assert marked(query, text) == marks


def test_a_long_text_is_cut_to_where_most_of_the_words_are():
    text = f"A silo. {'Many other words stand here. ' * 30}The grain silo burned. {'More. ' * 90}"
    snippet, marks = cut_snippet(text, wanted(parse("grain silo burned")))
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) <= 250
    assert [snippet[start:end] for start, end in marks] == ["grain silo burned"]


def test_a_text_without_the_words_is_shown_from_its_beginning():
    snippet, marks = cut_snippet("Something else. " * 40, ())
    assert snippet.startswith("Something")
    assert marks == ()


def test_words_of_a_script_without_blanks_are_shown():
    text = f"哈尔登 {'大桥关闭居民绕行' * 3}渡轮停运{'大桥关闭居民绕行' * 40}"
    snippet, marks = cut_snippet(text, wanted(parse("渡轮")))
    assert [snippet[start:end] for start, end in marks] == ["渡轮"]
    assert len(snippet) <= 250


@given(st.text(st.characters(), max_size=600) | st.text("silo x\n", max_size=900))
def test_marks_lie_within_the_snippet_in_order(text: str):
    snippet, marks = cut_snippet(text, wanted(parse('silo "x" 北')))
    ends = [0, *(end for _, end in marks)]
    assert all(end <= start < to for end, (start, to) in zip(ends, marks, strict=False))
    assert ends[-1] <= len(snippet)
    assert snippet.removeprefix("… ").removesuffix(" …") in text


@given(st.text("silo sx.\u0301\n", max_size=200))
def test_every_mark_of_the_whole_text_is_a_word_that_was_looked_for(text: str):
    for start, end in find_marks(text, wanted(parse("silo"))):
        assert set(text[start:end].replace("\u0301", "").split()) <= {"silo", "silos"}
