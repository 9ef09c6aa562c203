from stemma.ports import Encoder
from stemma.read.residue.belonging import leans_on_others, odd_words, strangers


def test_only_paragraphs_in_doubt_are_judged(
    body: list[str], other_stories: list[str], encoder: Encoder
):
    page = [*body, other_stories[0]]
    found = strangers(
        page,
        body=range(len(page)),
        beside_residue=[len(body), 1],
        odd=[],
        encoder=encoder,
    )
    assert found == {len(body)}


def test_without_anything_to_compare_with_nothing_is_strange(
    body: list[str], other_stories: list[str], encoder: Encoder
):
    page = [*body[:2], other_stories[0]]
    assert not strangers(page, body=range(3), beside_residue=[2], odd=[], encoder=encoder)


def test_words_tell_cheaply_which_paragraphs_are_odd(body: list[str], other_stories: list[str]):
    page = [*body, other_stories[2]]
    assert odd_words(page, range(len(page)), ()) == {len(body)}


def test_teasers_stand_on_their_own():
    assert leans_on_others("“We waited,” she said.")
    assert leans_on_others("His comments came as leaders gathered.")
    assert not leans_on_others("Geologists in Quillon have found copper.")
