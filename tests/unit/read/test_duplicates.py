from itertools import permutations

from tests.invented import make_report

from stemma.model import Report, digest
from stemma.read.duplicates import fold

_TEXT = "Ferry runs aground\nThe ferry Corrie struck a sandbank off Tarn Island on Monday."


def _report(
    path: str, *, outlet: str | None = None, url: str | None = None, text: str = _TEXT
) -> Report:
    return make_report(
        text,
        first="headline",
        outlet=outlet,
        id=digest("report", url, outlet, text),
        article_id=digest("article", url or text),
        paths=(path,),
        url=url,
        family=outlet,
    )


def test_the_same_report_twice_becomes_one_with_both_paths():
    folded = fold([_report("b.txt"), _report("a.txt")])
    assert [report.paths for report in folded] == [("a.txt", "b.txt")]


def test_the_same_words_with_other_blanks_fold():
    folded = fold([_report("a.txt"), _report("b.txt", text=_TEXT.replace("\n", "  \n"))])
    assert [report.paths for report in folded] == [("a.txt", "b.txt")]


def test_a_copy_that_names_no_outlet_folds_into_the_one_that_does():
    folded = fold(
        [_report("a.txt"), _report("b.html", outlet="Tarn Courier", url="https://tarn.example/1")]
    )
    assert [(report.outlet, report.paths) for report in folded] == [
        ("Tarn Courier", ("a.txt", "b.html"))
    ]


def test_the_same_agency_copy_at_two_outlets_stays_two_reports():
    folded = fold([_report("a", outlet="Tarn Courier"), _report("b", outlet="Skerry Post")])
    assert len(folded) == 2


def test_a_copy_without_outlet_is_not_given_to_one_of_two_outlets():
    folded = fold(
        [_report("a", outlet="Tarn Courier"), _report("b", outlet="Skerry Post"), _report("c")]
    )
    assert len(folded) == 3


def test_a_mobile_page_that_shows_a_clock_line_more_folds():
    mobile = _report("m", url="https://tarn.example/1", text=_TEXT + "\nMonday 12 May 1.05pm")
    (report,) = fold([mobile, _report("a", url="https://tarn.example/1")])
    assert report.paths == ("a", "m")
    assert report.text == _TEXT


def test_a_changed_figure_makes_another_report():
    changed = _report("b", url="https://tarn.example/1", text=_TEXT.replace("Monday", "Tuesday"))
    assert len(fold([_report("a", url="https://tarn.example/1"), changed])) == 2


def test_a_later_version_at_the_same_address_is_another_report():
    later = _report("b", url="https://tarn.example/1", text=_TEXT + " Updated.")
    assert len(fold([_report("a", url="https://tarn.example/1"), later])) == 2


def test_the_order_of_reports_changes_nothing():
    reports = [
        _report("a", outlet="Tarn Courier"),
        _report("b"),
        _report("c", outlet="Tarn Courier", url="https://tarn.example/1"),
        _report("d", outlet="Tarn Courier", text=_TEXT + " Updated."),
    ]
    results = {fold(order) for order in permutations(reports)}
    assert len(results) == 1
