import pytest

from stemma.errors import UnreadableError
from stemma.model import Report
from stemma.ports import Encoder
from stemma.read.draft import DateCandidate, Draft
from stemma.read.reports import finish

_HEADLINE = "Ferry runs aground off Tarn as pilots strike"
_BODY = (
    (
        "TARN (AP) — The ferry Meridian ran aground off Tarn with 212 people on board, the "
        "coastguard said."
    ),
    ("Nobody was hurt when the Meridian struck a sandbank near the harbour mouth, it was said."),
    "The ferry company said the captain had tried to enter the harbour of Tarn without a pilot.",
)


def _finish(encoder: Encoder, *lines: str, **about: object) -> Report:
    return finish(Draft(path="ferry.txt", lines=lines, **about), encoder=encoder)  # type: ignore[arg-type]


def test_the_text_begins_with_the_headline_and_has_a_line_for_each_paragraph(encoder: Encoder):
    report = _finish(encoder, "close", "close", _HEADLINE, _HEADLINE, *_BODY, crude=True)
    assert report.text == "\n".join((_HEADLINE, *_BODY))
    assert report.title == _HEADLINE
    assert [part.kind for part in report.parts] == [
        "headline",
        "dateline",
        "body",
        "body",
        "body",
    ]


def test_a_declared_title_is_put_on_top_where_the_lines_lack_it(encoder: Encoder):
    assert _finish(encoder, *_BODY, title=_HEADLINE).text.split("\n")[0] == _HEADLINE
    assert _finish(encoder, _HEADLINE, *_BODY, title=_HEADLINE).text.count(_HEADLINE) == 1


def test_everything_is_kept_or_cut_with_its_reason_and_place(encoder: Encoder):
    lines = ("Home", _HEADLINE, _BODY[0], "Advertisement", *_BODY[1:], "Share", "12 Comments")
    report = _finish(encoder, *lines, crude=True)
    assert sorted([*report.text.split("\n"), *(cut.text for cut in report.cut)]) == sorted(lines)
    assert all(cut.reason for cut in report.cut)
    places = {cut.text: cut.at for cut in report.cut}
    assert places["Home"] == 0
    assert places["Advertisement"] == report.text.index(_BODY[1])
    assert places["Share"] == places["12 Comments"] == len(report.text)


def test_what_the_format_cut_is_told_too(encoder: Encoder):
    report = _finish(encoder, _HEADLINE, *_BODY, cut=(("Menu", "outside the article", 1),))
    (cut,) = report.cut
    assert (cut.text, cut.reason, cut.at) == ("Menu", "outside the article", len(_HEADLINE) + 1)


def test_parts_cover_the_text_but_for_breaks_and_blanks(encoder: Encoder):
    report = _finish(encoder, _HEADLINE, "By Ada Okoro", *_BODY, "© 2031 AP", crude=True)
    covered = "".join(report.text[part.start : part.end] for part in report.parts)
    assert covered.replace(" ", "") == report.text.replace("\n", "").replace(" ", "")
    assert all("\n" not in report.text[part.start : part.end] for part in report.parts)


def test_a_sign_off_at_the_end_of_a_paragraph_gets_a_line_of_its_own(encoder: Encoder):
    report = _finish(encoder, _HEADLINE, *_BODY[:2], f"{_BODY[2]} (Reporting by A. Okoro)")
    assert report.text.endswith(f"{_BODY[2]}\n(Reporting by A. Okoro)")
    assert report.parts[-1].kind == "credit"


def test_names_that_are_also_words_of_a_page_stay_authors(encoder: Encoder):
    names = ("Min Joo Falk", "Ida Read", "Ben More")
    assert _finish(encoder, _HEADLINE, *_BODY, authors=names).authors == names
    noise = ("Ida Falk Read More", "Ida Falk 5 min")
    assert _finish(encoder, _HEADLINE, *_BODY, authors=noise).authors == ()


def test_the_byline_names_the_authors_where_metadata_do_not(encoder: Encoder):
    assert _finish(encoder, _HEADLINE, "By ADA OKORO and Ben Sule", *_BODY).authors == (
        "Ada Okoro",
        "Ben Sule",
    )
    assert _finish(encoder, _HEADLINE, *_BODY, authors=("Ida Falk", "2 Min Read")).authors == (
        "Ida Falk",
    )


def test_credits_point_at_the_words(encoder: Encoder):
    report = _finish(encoder, _HEADLINE, *_BODY)
    (credit,) = report.credits
    assert (credit.agency, credit.basis) == ("Associated Press", "dateline")
    assert credit.span
    assert credit.span.of(report.text) == "AP"


def test_metadata_date_the_report(encoder: Encoder):
    candidates = (DateCandidate("2031-11-18", "the page's own metadata"),)
    published = _finish(encoder, _HEADLINE, *_BODY, published=candidates).published
    assert published
    assert (published.value, published.precision) == ("2031-11-18", "day")


def test_ids_are_made_of_what_is_said_and_where_never_of_the_file(encoder: Encoder):
    draft = Draft(path="one.txt", lines=(_HEADLINE, *_BODY), url="https://tarn.example/ferry")
    same = Draft(path="two.txt", lines=draft.lines, url=draft.url)
    changed = Draft(path="one.txt", lines=(*draft.lines, _BODY[0] + " It sank."), url=draft.url)
    first, second, third = (finish(one, encoder=encoder) for one in (draft, same, changed))
    assert first.id == second.id != third.id
    assert first.article_id == second.article_id == third.article_id


@pytest.mark.parametrize("lines", [("Home", "News", "Subscribe now"), ("Too short to be read.",)])
def test_too_few_words_are_refused_with_the_name_of_the_file(
    lines: tuple[str, ...], encoder: Encoder
):
    with pytest.raises(UnreadableError, match=r"ferry\.txt.*fewer than 25"):
        _finish(encoder, *lines, crude=True)


@pytest.mark.parametrize(("line", "told"), [("Ferry", "1 word of"), ("Ferry sank", "2 words of")])
def test_how_few_words_there_are_is_told(line: str, told: str, encoder: Encoder):
    with pytest.raises(UnreadableError, match=f"holds {told} article"):
        _finish(encoder, line, crude=True)


def test_paragraphs_in_other_languages_are_not_judged_by_their_words(encoder: Encoder):
    lines = (
        "Die Fähre Meridian ist vor Tarn mit 212 Menschen an Bord auf Grund gelaufen.",
        "Die Reederei Northline teilte mit, der Kapitän habe ohne Lotsen einlaufen wollen.",
        "Die Lotsen von Tarn streiken seit Samstag für längere Ruhezeiten auf See.",
        "Geologen fanden unter der Hochebene Mirador bei Quillon ein Vorkommen von Kupfer.",
        "Verletzt wurde niemand, sagte der Sprecher der Küstenwache im Hafen von Tarn.",
    )
    report = _finish(encoder, *lines, crude=True)
    assert report.language == "de"
    assert report.text == "\n".join(lines)
