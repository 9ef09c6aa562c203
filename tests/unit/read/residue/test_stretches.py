import numpy as np
import pytest

from stemma.ports import Encoder
from stemma.read.residue.stretches import Marks, Own, find_stretches

from .conftest import TwoStories


def _found(
    page: list[str],
    encoder: Encoder,
    *,
    body: list[int],
    cut: tuple[int, ...] = (),
    safe: tuple[int, ...] = (),
) -> list[str]:
    found = find_stretches(
        page,
        body,
        marks=Marks(frozenset(cut), frozenset()),
        own=Own(0, frozenset(safe)),
        encoder=encoder,
    )
    return [page[index] for index in sorted(found)]


def _page(headline: str, body: list[str], residue: list[str]) -> tuple[list[str], list[int]]:
    """Put residue behind the third paragraph; give the indices of the report's own."""
    page = [headline, *body[:3], *residue, *body[3:]]
    behind = range(4 + len(residue), len(page))
    return page, [1, 2, 3, *behind]


def test_short_lines_that_say_nothing_of_the_matter_go(
    headline: str, body: list[str], encoder: Encoder
):
    names = ["Vineyard & Sons", "Kestrel Rovers", "More about copper"]
    page, own = _page(headline, body, names)
    assert _found(page, encoder, body=own) == names


def test_a_subhead_of_the_matter_stays(headline: str, body: list[str], encoder: Encoder):
    page, own = _page(headline, body, ["What the pilots want"])
    assert not _found(page, encoder, body=own)


def test_doubt_spreads_to_the_paragraphs_of_a_teaser(
    headline: str, body: list[str], other_stories: list[str], encoder: Encoder
):
    teasers = ["Vineyards win", other_stories[0], "Rovers lose", other_stories[1]]
    page, own = _page(headline, body, teasers)
    paragraphs = sorted([*own, 5, 7])
    assert _found(page, encoder, body=paragraphs) == teasers


def test_entries_of_a_list_and_halves_of_broken_lines_stay(
    headline: str, body: list[str], encoder: Encoder
):
    page, own = _page(headline, body, ["1. Auk", "2. Kestrel", "and nobody knew of it,"])
    assert not _found(page, encoder, body=own)


def test_what_is_known_to_be_the_reports_stays(headline: str, body: list[str], encoder: Encoder):
    page, own = _page(headline, body, ["Ada Okoro"])
    assert _found(page, encoder, body=own) == ["Ada Okoro"]
    assert not _found(page, encoder, body=own, safe=(4,))


def test_a_page_without_doubtful_lines_asks_for_no_vectors(
    headline: str, body: list[str], encoder: Encoder
):
    page, own = _page(headline, body, [])
    assert not _found(page, _Refusing(), body=own)
    assert encoder.dimensions == 2


def test_a_line_that_a_few_vouch_for_is_compared_with_no_more(
    headline: str, body: list[str], encoder: TwoStories
):
    page, own = _page(headline, body, ["What the pilots want"])
    assert not _found(page, encoder, body=own)
    assert "What the pilots want" in encoder.asked
    assert not any(body[-1].startswith(text) for text in encoder.asked)


def test_a_line_that_few_vouch_for_is_compared_with_all(
    headline: str, body: list[str], encoder: TwoStories
):
    page, own = _page(headline, body, ["Vineyard & Sons"])
    assert _found(page, encoder, body=own) == ["Vineyard & Sons"]
    assert any(body[-1].startswith(text) for text in encoder.asked)


def test_lines_above_the_first_paragraph_are_not_judged(
    headline: str, body: list[str], encoder: Encoder
):
    page = [headline, "Vineyard & Sons", *body]
    assert not _found(page, encoder, body=list(range(2, len(page))))


class _Refusing:
    dimensions = 2

    def encode(self, texts: object) -> np.ndarray:
        pytest.fail(f"asked for {texts!r}")
