"""Any bytes in, no traceback out; and what comes out is sound."""

import json
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from stemma.model import Failure, Report
from stemma.press.addresses import canonical
from stemma.read import Raw, parse
from stemma.read.lines import one_line, split_lines

_SUFFIXES = ("txt", "md", "html", "json", "jsonl", "bin", "")
_TAGS = (
    "p",
    "div",
    "span",
    "article",
    "table",
    "tr",
    "td",
    "script",
    "h1",
    "li",
    "b",
    "svg",
    "title",
)
_SENTENCE = "The ferry Corrie struck a sandbank off Tarn Island on Monday, the coastguard said. "


class _Flat:
    dimensions = 4

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.full((len(texts), 4), 0.5, dtype=np.float32)


def _check(content: bytes, suffix: str) -> None:
    parsed = parse(Raw(path=f"a.{suffix}", content=content), encoder=_Flat())
    for outcome in parsed:
        if isinstance(outcome, Failure):
            assert outcome.message
            assert outcome.path.startswith(f"a.{suffix}")
        else:
            _check_report(outcome)


def _check_report(report: Report) -> None:
    assert report.text == "\n".join(split_lines(report.text))
    assert all(part.end <= after.start for part, after in pairwise(report.parts))
    assert all(report.text[part.start : part.end].strip() for part in report.parts)


@pytest.mark.parametrize("suffix", _SUFFIXES)
@settings(max_examples=40)
@given(content=st.binary(max_size=400))
def test_any_bytes_in_no_traceback_out(suffix: str, content: bytes):
    _check(content, suffix)


@pytest.mark.parametrize("suffix", _SUFFIXES)
@settings(max_examples=25)
@given(text=st.text(max_size=200), repeats=st.integers(1, 8))
def test_any_text_in_no_traceback_out(suffix: str, text: str, repeats: int):
    _check((_SENTENCE * repeats + text + _SENTENCE).encode("utf-8", "surrogatepass"), suffix)


@settings(max_examples=60)
@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from(_TAGS).map("<{}>".format),
            st.sampled_from(_TAGS).map("</{}>".format),
            st.just(_SENTENCE),
            st.text(max_size=20),
        ),
        max_size=40,
    ),
    cut=st.integers(0, 60),
)
def test_any_page_whole_or_cut_short_no_traceback_out(pieces: list[str], cut: int):
    page = ("<!doctype html><html><body>" + "".join(pieces)).encode("utf-8", "replace")
    _check(page[: len(page) - cut], "html")


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.just(_SENTENCE * 4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "title", "url", "date", "authors", "body", "sections", "html", "articles"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=80)
@given(value=_VALUES)
def test_any_json_in_no_traceback_out(value: object):
    _check(json.dumps(value).encode(), "json")
    _check(json.dumps(value).encode(), "jsonl")


@given(address=st.text(max_size=80).map("https://tarn.example/".__add__) | st.text(max_size=40))
def test_an_address_named_canonically_stays_so(address: str):
    once = canonical(address)
    assert once is None or canonical(once) == once


@given(text=st.text(max_size=100))
def test_a_normalised_line_stays_as_it_is(text: str):
    once = one_line(text)
    assert one_line(once) == once
    assert "\n" not in once
