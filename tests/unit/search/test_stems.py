import re
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.search.stems import find_stem

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(scope="module")
def sqlite_stems() -> dict[str, str]:
    """Give the stems of many words, as SQLite's own Porter stemmer has them."""
    text = " ".join(path.read_text("utf-8") for path in sorted(DOCS.glob("*.md")))
    words = sorted(set(re.findall("[a-z]+", text.lower())))
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='porter ascii')")
    connection.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(words, instance)")
    connection.executemany(
        "INSERT INTO words (rowid, word) VALUES (?, ?)", enumerate(words, start=1)
    )
    found = connection.execute("SELECT doc, term FROM stems").fetchall()
    connection.close()
    return {words[number - 1]: stem for number, stem in found}


def test_stems_are_those_of_another_implementation(sqlite_stems: dict[str, str]):
    assert len(sqlite_stems) > 1000
    assert {word: find_stem(word) for word in sqlite_stems} == sqlite_stems


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"),
        ("agreed", "agre"), ("plastered", "plaster"), ("motoring", "motor"), ("sing", "sing"),
        ("conflated", "conflat"), ("hopping", "hop"), ("falling", "fall"), ("filing", "file"),
        ("happy", "happi"), ("sky", "sky"), ("relational", "relat"), ("vietnamization", "vietnam"),
        ("electriciti", "electr"), ("goodness", "good"), ("adoption", "adopt"),
        ("controll", "control"), ("rate", "rate"), ("cease", "ceas"), ("archaeology", "archaeolog"),
    ],
)  # fmt: skip
def test_the_examples_of_the_paper(word: str, stem: str):
    assert find_stem(word) == stem


@given(st.text(max_size=30))
def test_anything_has_a_stem_that_is_no_longer(word: str):
    stem = find_stem(word)
    assert len(stem) <= len(word) + 1
    assert bool(stem) == bool(word)


@pytest.mark.parametrize("word", ["us", "12000", "überraschungen", "北", "3.5", "covid19s", ""])
def test_what_is_no_english_word_stays_as_it_is(word: str):
    assert find_stem(word) == word
