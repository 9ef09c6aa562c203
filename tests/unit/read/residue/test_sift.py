from typing import Protocol

from stemma.ports import Encoder
from stemma.read.residue import sift


class Asked(Encoder, Protocol):
    asked: list[str]


def _kept(
    page: list[str], encoder: Encoder, *, headline: int | None = 0, crude: bool = True
) -> list[str]:
    sifted = sift(page, headline=headline, spared=(), crude=crude, encoder=encoder)
    assert sorted([*sifted.kept, *sifted.cut]) == list(range(len(page)))
    assert all(sifted.cut.values())
    return [page[index] for index in sifted.kept]


def test_a_clean_report_loses_nothing(headline: str, body: list[str], encoder: Encoder):
    page = [headline, *body[:2], "What the pilots want", *body[2:]]
    assert _kept(page, encoder) == page


def test_a_clean_report_costs_no_vectors(headline: str, body: list[str], encoder: Asked):
    _kept([headline, *body], encoder)
    assert encoder.asked == []


def test_teasers_with_clock_times_go_with_their_labels_and_paragraphs(
    headline: str, body: list[str], other_stories: list[str], encoder: Encoder
):
    teasers = ["Read next"]
    for clock, label, story in zip(
        ("10:20", "01:00", "17:45"), ("budgets", "injuries", "copper"), other_stories, strict=True
    ):
        teasers += [clock, label, story]
    ending = ["What is your opinion on this topic?", "Leave the first comment"]
    assert _kept([headline, *body, *teasers, *ending], encoder) == [headline, *body]
    assert _kept([headline, *body[:3], *teasers, *body[3:]], encoder) == [headline, *body]


def test_teasers_with_ages_go_with_their_headlines(
    headline: str, body: list[str], encoder: Encoder
):
    teasers: list[str] = []
    for label, title in (
        ("Politics20 hours ago", "Parliament doubles spending on vineyards"),
        ("Sport1 week ago", "Kestrel Rovers lose Dario Venn for the season"),
        ("Business3 days ago", "Copper found under Mirador plateau"),
    ):
        teasers += ["-", label, title]
    assert _kept([headline, *body, *teasers], encoder) == [headline, *body]


def test_lists_of_headlines_go_with_the_line_above_them(
    headline: str, body: list[str], encoder: Encoder
):
    titles = ["Vineyards to get twice the money", "Rovers without Venn", "Copper in Quillon!"]
    assert _kept([headline, *body, "You may also like", *titles], encoder) == [headline, *body]
    assert _kept([headline, *body[:2], "Related articles", *titles, *body[2:]], encoder) == [
        headline,
        *body,
    ]


def test_a_paragraph_of_another_story_goes_even_without_anything_beside_it(
    headline: str, body: list[str], other_stories: list[str], encoder: Encoder
):
    page = [headline, *body[:4], other_stories[2], *body[4:]]
    assert _kept(page, encoder) == [headline, *body]


def test_a_paragraph_of_another_story_stays_where_the_text_is_not_crude(
    headline: str, body: list[str], other_stories: list[str], encoder: Encoder
):
    page = [headline, *body[:4], other_stories[2], *body[4:]]
    assert _kept(page, encoder, crude=False) == page


def test_quotations_and_paragraphs_that_point_back_stay_however_strange(
    headline: str, body: list[str], encoder: Encoder
):
    strange = [
        "“I was born at night but not last night, as my grandmother in Quillon used to say.”",
        "His words came as Orlevian leaders gathered for a summit of the Green League in Lorne.",
    ]
    page = [headline, *body[:3], *strange, *body[3:]]
    assert _kept(page, encoder) == page


def test_the_clock_times_of_a_diary_are_its_own(headline: str, body: list[str], encoder: Encoder):
    page = [headline, "9:30 p.m.", body[1], "8:15 p.m.", body[2], "7:50 p.m.", body[4], *body[:1]]
    assert _kept(page, encoder) == page


def test_a_headline_that_stands_twice_is_kept_once(
    headline: str, body: list[str], encoder: Encoder
):
    page = ["close", "close", headline, headline, *body]
    assert _kept(page, encoder, headline=2) == [headline, *body]


def test_labels_above_the_headline_go(headline: str, body: list[str], encoder: Encoder):
    assert _kept(["Tarn Courier", "Shipping", headline, *body], encoder, headline=2) == [
        headline,
        *body,
    ]


def test_a_line_known_to_be_the_articles_is_spared(
    headline: str, body: list[str], encoder: Encoder
):
    page = [headline, *body, "© 2031 Tarn Wire"]
    sifted = sift(page, headline=0, spared=[len(page) - 1], crude=True, encoder=encoder)
    assert not sifted.cut


def test_lists_of_the_reports_own_stay(headline: str, body: list[str], encoder: Encoder):
    page = [headline, *body, "The ships that waited:", "1. Meridian", "2. Kestrel", "3. Auk"]
    assert _kept(page, encoder) == page


def test_a_teaser_of_the_same_matter_goes_with_the_teasers_around_it(
    headline: str, body: list[str], other_stories: list[str], encoder: Encoder
):
    alike = "Harbour pilots of Tarn will vote on a second strike over rest times in the new year."
    teasers = ["10:20", other_stories[0], "01:00", alike, "17:45", other_stories[1]]
    assert _kept([headline, *body, *teasers], encoder) == [headline, *body]


def test_dates_between_paragraphs_are_headings_of_a_chronicle(
    headline: str, body: list[str], encoder: Encoder
):
    page = [headline, "Nov 3, 2031", body[0], "Saturday, November 1", *body[1:3]]
    assert _kept(page, encoder) == [headline, body[0], "Saturday, November 1", *body[1:3]]


def test_the_paragraph_that_the_report_begins_with_stays_however_strange(
    headline: str, body: list[str], other_stories: list[str], encoder: Encoder
):
    page = [headline, other_stories[2], *body]
    assert _kept(page, encoder) == page


def test_a_single_date_between_paragraphs_is_no_chronicle(
    headline: str, body: list[str], encoder: Encoder
):
    page = [headline, *body[:3], "Nov 3, 2031", *body[3:]]
    assert _kept(page, encoder) == [headline, *body]


def test_a_list_of_names_in_crude_text_goes_and_a_list_of_the_matter_stays(
    headline: str, body: list[str], encoder: Encoder
):
    names = ["Vineyards", "Copper prices", "Kestrel Rovers"]
    own = ["Where the ferry was built", "Who pilots the ferry", "How deep the harbour is"]
    assert _kept([headline, *body[:3], *names, *body[3:]], encoder) == [headline, *body]
    page = [headline, *body[:3], *own, *body[3:]]
    assert _kept(page, encoder) == page
    assert _kept([headline, *body[:3], *names, *body[3:]], encoder, crude=False) == [
        headline,
        *body[:3],
        *names,
        *body[3:],
    ]
