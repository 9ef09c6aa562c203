import hashlib
from pathlib import Path

import numpy as np
import pytest
from training.card import PURPOSES, Training, record, write_card
from training.corpora import list_corpora
from training.similarity import spearman

TRAINING = Training(
    date="2026-02-03",
    seed=7,
    epochs=9.0,
    sentences=23_061,
    minutes=61.3,
    releases={"torch": "2.13.0", "onnx": "1.23.2"},
)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    for name in PURPOSES:
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def test_a_card_tells_files_corpora_figures_and_how_it_was_trained(weights: Path):
    write_card(weights, TRAINING, list_corpora(), {"stsb": 0.8214, "pud_news_las": 0.875})
    card = (weights / "README.md").read_text("utf-8")
    for name in PURPOSES:
        assert hashlib.sha256(name.encode()).hexdigest() in card
    for corpus in list_corpora():
        assert f"[{corpus.title}]({corpus.url})" in card
        assert corpus.licence in card
    for told in ("2026-02-03", "seed 7", "9 epochs", "23,061 sentences", "torch 2.13.0", "0.821"):
        assert told in card
    assert "0.875" in card


def test_a_card_is_silent_on_what_was_not_measured(weights: Path):
    write_card(weights, TRAINING, list_corpora(), {})
    assert "STS benchmark" not in (weights / "README.md").read_text("utf-8")


def test_digests_are_recorded_where_stemma_lists_its_networks(weights: Path, tmp_path: Path):
    table = tmp_path / "models.tsv"
    rows = [f"{name}\tpurpose\t{'0' * 64}\tlicence" for name in PURPOSES]
    table.write_text("\n".join(["# remark", *rows]), "utf-8")
    record(table, weights)
    assert "0" * 64 not in table.read_text("utf-8")
    assert hashlib.sha256(b"labels.json").hexdigest() in table.read_text("utf-8")
    table.write_text(rows[0], "utf-8")
    with pytest.raises(ValueError, match="no row"):
        record(table, weights)


def test_ranks_correlate_with_shared_ranks_for_equal_values():
    assert spearman(np.array([0.1, 0.2, 0.9]), np.array([1.0, 2.0, 3.0])) == pytest.approx(1.0)
    assert spearman(np.array([3.0, 2.0, 1.0]), np.array([1.0, 2.0, 3.0])) == pytest.approx(-1.0)
    ties = spearman(np.array([1.0, 1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.0, 4.0]))
    assert ties == pytest.approx(0.9486833)
