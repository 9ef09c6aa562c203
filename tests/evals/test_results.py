"""People and programs read ``results.json``: its keys are promised."""

from pathlib import Path

import pytest
from evals import table, tasks
from evals.outcome import SKIPPED, Outcome

PROMISED = {
    "article_text": {"token_f1", "date", "authors", "peer_token_f1"},
    "residue": {"p", "r"},
    "syntax": {"pud_news_las", "sentence_f1"},
    "names": {"pud_news_f1", "newswire_ner_f1"},
    "attribution": {
        "content_token_p",
        "content_token_r",
        "content_token_f1",
        "source_token_f1",
        "cue_token_f1",
        "whole_f1",
        "direct_speaker",
    },
    "grouping": {
        "news_cluster_b3_f1",
        "news_cluster_b3_p",
        "news_cluster_arriving_b3_f1",
        "ecbplus_b3_f1",
        "ecbplus_arriving_b3_f1",
    },
    "lineage": {"p", "r", "credit_p", "credit_r"},
    "origins": {"in_range", "width"},
    "conflicts": {"r", "p10"},
}
WITH_EXAMPLES = {"figures", "alignment", "origins", "conflicts"}
OPEN = {"moments", "figures", "alignment"}


def test_there_is_a_task_for_every_promise():
    assert set(tasks.TASKS) == set(PROMISED) | OPEN


@pytest.mark.parametrize("task", PROMISED)
def test_a_task_has_the_keys_that_are_promised(task: str):
    assert set(tasks.TASKS[task].keys) == PROMISED[task]


def test_moments_have_a_value_and_a_strict_f1_for_each_corpus():
    assert {key.split("_", 1)[1] for key in tasks.TASKS["moments"].keys} == {
        "value_f1",
        "strict_f1",
    }


@pytest.mark.parametrize("task", [task for task in tasks.TASKS if task not in WITH_EXAMPLES])
def test_without_corpora_every_figure_says_that_it_was_skipped(task: str, tmp_path: Path):
    outcome = tasks.run(task, corpora=tmp_path)
    assert dict(outcome.figures) == dict.fromkeys(tasks.TASKS[task].keys, SKIPPED)


def test_every_height_is_of_a_figure_that_is_measured():
    for task, figure in table.read_heights():
        assert figure in tasks.TASKS[task].keys


def test_the_table_shows_figure_floor_peer_and_height(capsys: pytest.CaptureFixture[str]):
    outcome = Outcome(
        figures={"pud_news_f1": 0.8123, "newswire_ner_f1": SKIPPED}, details={"person": 0.9}
    )
    table.show({"names": outcome}, {"names": {"pud_news_f1": 0.8}})
    shown = capsys.readouterr().out
    for words in ("0.812", "0.800", ".726 (1)", SKIPPED, "(1) first model", "person 0.900"):
        assert words in shown


def test_a_task_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no task is called 'weather'"):
        tasks.chosen(["weather"])


def test_the_table_says_in_full_what_was_skipped(capsys: pytest.CaptureFixture[str]):
    outcomes = {
        name: Outcome(figures=dict.fromkeys(task.keys, SKIPPED))
        for name, task in tasks.TASKS.items()
    }
    table.show(outcomes, {})
    shown = capsys.readouterr().out
    assert "…" not in shown
    assert shown.count(SKIPPED) == sum(len(task.keys) for task in tasks.TASKS.values())
