import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import UsageError
from stemma.search.grammar import ask, parse
from stemma.search.query import All, Either, Label, Node, Not, Words


def words(*forms: str) -> Words:
    return Words(forms=forms)


def exact(*forms: str) -> Words:
    return Words(forms=forms, exact=True)


def everything(*parts: Node) -> All:
    return All(parts=parts)


def either(*parts: Node) -> Either:
    return Either(parts=parts)


QUOTE = Label(of="kind", words=("quote",))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("silo", words("silo")),
        ("Grain SILO", everything(words("grain"), words("silo"))),
        ("grain AND silo", everything(words("grain"), words("silo"))),
        ('"Grain Silo"', exact("grain", "silo")),
        ("“Grain Silo”", exact("grain", "silo")),
        ("„Grain Silo“ «b»", everything(exact("grain", "silo"), exact("b"))),
        ("anti-aircraft", words("anti", "aircraft")),
        ("grain OR silo", either(words("grain"), words("silo"))),
        ("grain silo OR mill", either(everything(words("grain"), words("silo")), words("mill"))),
        ("grain (silo OR mill)", everything(words("grain"), either(words("silo"), words("mill")))),
        ("-silo", Not(part=words("silo"))),
        ("grain -silo", everything(words("grain"), Not(part=words("silo")))),
        ("grain NOT silo", everything(words("grain"), Not(part=words("silo")))),
        ('grain -"grain silo"', everything(words("grain"), Not(part=exact("grain", "silo")))),
        ("-(a OR b)", Not(part=either(words("a"), words("b")))),
        ("kind:quote", QUOTE),
        ("KIND:Quote", QUOTE),
        ("-kind:quote", Not(part=QUOTE)),
        ('speaker:"Lea Marsh"', Label(of="speaker", words=("lea", "marsh"))),
        ("speaker:“Lea Marsh”", Label(of="speaker", words=("lea", "marsh"))),
        ("outlet:x.example", Label(of="outlet", words=("x", "example"))),
        ("story:AB12", Label(of="story", words=("ab12",), begins=True)),
        ("story:story:sha256:ab12", Label(of="story", words=("ab12",), begins=True)),
        ("date:2024-11", either(Label(of="date", words=("2024-11",)))),
        ("the silo", words("silo")),
        ("the of", everything(words("the"), words("of"))),
        ("the kind:quote", everything(words("the"), QUOTE)),
        ('"the silo"', exact("the", "silo")),
        ("the OR silo", either(words("the"), words("silo"))),
        ("10:30", words("10", "30")),
        ("Note: silo", everything(words("note"), words("silo"))),
        ("http://a.example", words("http", "a", "example")),
        ("silo ... !!", words("silo")),
        ("silo - mill", everything(words("silo"), words("mill"))),
        ("silo OR", words("silo")),
        ("() silo", words("silo")),
    ],
)
def test_what_is_typed_is_understood(text: str, tree: Node):
    assert parse(text).tree == tree


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ('tunnel "fire', 8, "never closed"),
        ("tunnel (fire", 8, "never closed"),
        ("tunnel) fire", 7, "nothing was opened"),
        ("tunnel speaker:", 8, "has no value"),
        ('tunnel speaker:""', 8, "has no value"),
        ("tunnel autor:marsh", 8, "no filter 'autor', only kind, outlet"),
        ("kind:rumour", 1, "one of text, claim, quote, name"),
        ("fire date:tomorrow", 6, "no date"),
        ("fire date:2025..2024", 6, "no date"),
        ("story:xyz", 1, "no id"),
        ("speaker:!!", 1, "holds no words"),
        ("fire NOT", 6, "nothing follows"),
        ("fire NOT OR silo", 6, "nothing follows"),
        ("(" * 21 + "fire" + ")" * 21, 21, "20 deep"),
        ("NOT " * 21 + "fire", 81, "20 deep"),
        ("fire " * 101, 501, "100 parts"),
    ],
)
def test_what_makes_no_sense_is_shown_where(text: str, column: int, reason: str):
    with pytest.raises(UsageError) as caught:
        parse(text)
    first, shown, pointer = str(caught.value).split("\n")
    assert first.startswith(f"the query makes no sense at column {column}: ")
    assert reason in first
    assert shown[pointer.index("^")] == text[column - 1]


@pytest.mark.parametrize("text", ["", "  ", "-", "()", '""', "OR", "...", "“ ”"])
def test_a_query_without_words_is_refused(text: str):
    with pytest.raises(UsageError, match="holds no words"):
        parse(text)


def test_a_query_of_any_length_is_answered_at_once():
    with pytest.raises(UsageError, match="1000 characters"):
        parse("a" * 100_000)


@given(st.text(st.characters(), max_size=80) | st.text('()"- ORNT:kindate', max_size=60))
def test_any_text_is_understood_or_refused(text: str):
    try:
        assert parse(text).text == text
    except UsageError as error:
        assert "query" in str(error)  # noqa: PT017 - much makes sense


def test_filters_that_are_named_apart_join_what_is_typed():
    asked = ask("grain OR silo", {"kind": "quote", "speaker": "Lea (Marsh)"})
    speaker = Label(of="speaker", words=("lea", "marsh"))
    assert asked.tree == everything(either(words("grain"), words("silo")), QUOTE, speaker)
    assert ask("", {"kind": "quote"}).tree == QUOTE
    assert ask("silo", {}) == parse("silo")
    with pytest.raises(UsageError, match="kind:rumour"):
        ask("silo", {"kind": "rumour"})
