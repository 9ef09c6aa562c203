"""Whatever is put together: no statement says the opposite, and none breaks off."""

from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.invented import make_report

from stemma.extract import extract
from stemma.language import load_annotator
from stemma.model import Statement

_SUBJECTS = ("The Marrow bank", "Ida Noll", "The mayor of Ostwick", "Two officials", "Police")
_DENYING = (
    "denied",
    "did not believe",
    "never claimed",
    "disputed",
    "doubted",
    "did not suggest",
    "no longer think",
    "do not expect",
    "could not prove",
    "refused to accept",
)
_SAYING = ("said", "believe", "confirmed", "have warned", "told the Fenland Times", "noted")
_CLAUSES = (
    "the bridge was unsafe",
    "the firm had been warned in May",
    "40 people were hurt",
    "the plant will close",
)
_TAILS = (
    "",
    ", and the river rose",
    ", which was built in 1950",
    " because the gate was open",
    ", the report said",
    ", but the town was calm as",
    ", after talks with",
)
_LEADS = (
    "",
    "Asked about the dam, ",
    "Speaking outside the hall, ",
    "The road was shut and ",
    "On Friday, ",
)
_NEGATIVE = frozenset(
    ("not", "no", "never", "denied", "disputed", "doubted", "refused", "nor", "neither")
)
_FUNCTION = frozenset(
    [
        "of",
        "to",
        "in",
        "on",
        "at",
        "with",
        "by",
        "for",
        "from",
        "and",
        "but",
        "or",
        "because",
        "although",
        "though",
        "while",
        "who",
        "which",
        "that",
        "when",
        "where",
        "what",
        "as",
    ]
)
_ENDS = " .,;:“”\"'"
_PARTS = st.tuples(*(st.sampled_from(part) for part in (_LEADS, _SUBJECTS)))
_REST = st.tuples(st.sampled_from(_CLAUSES), st.sampled_from(_TAILS))


@cache
def _read(sentence: str) -> tuple[Statement, ...]:
    return extract(load_annotator().annotate(make_report(sentence))).statements


def _words(text: str) -> list[str]:
    return [word.strip(_ENDS).lower() for word in text.split()]


def test_no_denial_loses_its_negation():
    for subject, denying, clause in product(_SUBJECTS, _DENYING, _CLAUSES):
        sentence = f"{subject} {denying} that {clause}."
        for statement in _read(sentence):
            if statement.act != "response":
                assert _NEGATIVE.intersection(_words(statement.text)), statement.text


@settings(max_examples=60)
@given(_PARTS, st.sampled_from(_DENYING + _SAYING), _REST)
def test_no_part_of_a_sentence_ends_in_a_function_word(
    before: tuple[str, str], saying: str, behind: tuple[str, str]
):
    (lead, subject), (clause, tail) = before, behind
    sentence = f"{lead}{subject} {saying} that {clause}{tail}."
    for statement in _read(sentence):
        last = _words(statement.text)[-1]
        to_the_end = statement.content[-1].end >= len(sentence) - 1
        assert last not in _FUNCTION or to_the_end, statement.text
