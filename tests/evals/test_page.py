import pytest
from evals import floors, page, tasks

SHOWN = page.shown(page.PAGE.read_text("utf-8"))
ROOM = 0.02
"""More than lies between a figure and the floor set on it, rounding included."""


@pytest.mark.parametrize("row", page.ROWS, ids=lambda row: f"{row.task}.{row.figure}")
def test_the_page_shows_what_the_floors_hold(row: page.Row):
    held = floors.read_floors(floors.WHOLE)[row.task].get(row.figure)
    shown = float(SHOWN[row.what, row.on])
    if held is not None:
        assert shown == pytest.approx(held, abs=ROOM), "run: make eval, then evals/gate.py --raise"


def test_every_row_is_a_figure_of_a_task():
    for row in page.ROWS:
        assert row.figure in tasks.TASKS[row.task].keys


def test_a_figure_has_two_digits_and_what_was_skipped_has_no_row():
    measured = {"names": {"pud_news_f1": 0.7862, "newswire_ner_f1": "skipped: no corpus"}}
    table = page.make_table(measured, {})
    assert table.splitlines()[2:] == [
        "| Names: span and kind right, F1 | 500 sentences of news (PUD) | .79 |"
    ]


def test_what_was_not_measured_stays_as_it_was():
    text = page.with_table(f"before\n{page.BEGIN}\n{page.END}\nafter\n", {"residue": {"p": 0.9}})
    again = page.with_table(text, {"residue": {"r": 0.7}})
    assert list(page.shown(again).values()) == [".90", ".70"]
    assert again.startswith("before\n")
    assert again.endswith("\nafter\n")
