from pathlib import Path

import pytest
from evals.outcome import SKIPPED, MissingCorpusError, Selection, Tally, if_present


def test_a_tally_gives_precision_recall_and_f1():
    tally = Tally()
    tally.add(1, 2, 4)
    tally.add(1, 2, 0)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)


def test_a_tally_of_nothing_is_nought():
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_a_sample_is_the_first_files_by_name(tmp_path: Path):
    for name in ("c.txt", "a.txt", "b.txt", "a.json"):
        (tmp_path / name).touch()
    files = Selection(corpora=tmp_path, sample=2).files("*.txt")
    assert [path.name for path in files] == ["a.txt", "b.txt"]


def test_a_corpus_that_is_not_there_is_missed(tmp_path: Path):
    with pytest.raises(MissingCorpusError):
        Selection(corpora=tmp_path).folder("polnear")
    with pytest.raises(MissingCorpusError):
        Selection(corpora=None).folder()
    with pytest.raises(MissingCorpusError):
        Selection(corpora=tmp_path).files("*.txt")


def test_figures_of_a_missing_corpus_say_so():
    def measure() -> dict[str, float]:
        raise MissingCorpusError

    assert if_present(measure, "f1") == {"f1": SKIPPED}
    assert if_present(lambda: {"f1": 0.5}, "f1") == {"f1": 0.5}
