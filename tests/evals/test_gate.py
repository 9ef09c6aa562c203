import json
from pathlib import Path

import pytest
from evals import corpora, floors, gate, page

RESULTS = {
    "names": {"pud_news_f1": 0.8, "newswire_ner_f1": "skipped: no corpus"},
    "origins": {"width": 1.0},
}


def written(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture
def held(tmp_path: Path) -> Path:
    figures = {"names": {"pud_news_f1": 0.75, "newswire_ner_f1": 0.7}, "origins": {"width": 1.2}}
    return written(tmp_path / "floors.json", {"whole": figures, "quick": {}})


def run(tmp_path: Path, held: Path, results: object, *arguments: str) -> int:
    path = written(tmp_path / "results.json", results)
    shown = tmp_path / "page.md"
    shown.write_text(f"{page.BEGIN}\n{page.END}\n", encoding="utf-8")
    return gate.main([str(path), "--floors", str(held), "--page", str(shown), *arguments])


def test_nothing_falls_where_all_is_above_its_floor(tmp_path: Path, held: Path):
    assert run(tmp_path, held, RESULTS) == 0


def test_a_figure_under_its_floor_fails(
    tmp_path: Path, held: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(tmp_path, held, {"names": {"pud_news_f1": 0.74}}) == 1
    assert "names.pud_news_f1 is 0.7400, under its floor of 0.750" in capsys.readouterr().out


def test_a_width_over_its_ceiling_fails(tmp_path: Path, held: Path):
    assert run(tmp_path, held, {"origins": {"width": 1.3}}) == 1


def test_what_was_skipped_does_not_fail(tmp_path: Path, held: Path):
    assert run(tmp_path, held, {"names": {"newswire_ner_f1": "skipped: no corpus"}}) == 0


def test_a_floor_is_lowered_only_with_a_reason_that_is_kept(tmp_path: Path, held: Path):
    worse = {"names": {"pud_news_f1": 0.74}}
    before = held.read_text(encoding="utf-8")
    assert run(tmp_path, held, worse) == 1
    assert held.read_text(encoding="utf-8") == before
    assert run(tmp_path, held, worse, "--allow-regression", "half the time") == 0
    after = json.loads(held.read_text(encoding="utf-8"))
    assert after["whole"]["names"] == {"pud_news_f1": 0.737, "newswire_ner_f1": 0.7}
    assert after["regressions"] == [{"part": "whole", "why": "half the time"}]
    assert run(tmp_path, held, worse) == 0


def test_raising_never_lowers(tmp_path: Path, held: Path):
    assert run(tmp_path, held, RESULTS, "--raise") == 0
    raised = floors.read_floors("whole", path=held)
    assert raised["names"] == {"pud_news_f1": 0.797, "newswire_ner_f1": 0.7}
    assert raised["origins"] == {"width": 1.003}
    assert run(tmp_path, held, {"names": {"pud_news_f1": 0.798}}, "--raise") == 0
    assert floors.read_floors("whole", path=held) == raised


def test_a_quick_run_has_floors_of_its_own(tmp_path: Path, held: Path):
    assert run(tmp_path, held, {"names": {"pud_news_f1": 0.2}}, "--quick") == 0
    assert run(tmp_path, held, RESULTS, "--quick", "--raise") == 0
    assert run(tmp_path, held, {"names": {"pud_news_f1": 0.2}}, "--quick") == 1


def test_a_peers_figure_is_held_to_nothing(tmp_path: Path, held: Path):
    results = {"article_text": {"token_f1": 0.9, "peer_token_f1": 0.9}}
    assert run(tmp_path, held, results, "--raise") == 0
    assert floors.read_floors("whole", path=held)["article_text"] == {"token_f1": 0.897}


def test_no_results_are_an_error_of_their_own(tmp_path: Path, held: Path):
    assert gate.main([str(tmp_path / "none.json"), "--floors", str(held)]) == 2


def test_another_corpus_than_that_of_the_floors_is_told(
    tmp_path: Path, held: Path, capsys: pytest.CaptureFixture[str]
):
    measured = {"corpora": {"polnear": "sha256:aa", "meantime": "sha256:bb"}}
    assert run(tmp_path, held, RESULTS | measured, "--raise") == 0
    assert "not the corpus" not in capsys.readouterr().out
    assert json.loads(held.read_text(encoding="utf-8"))["corpora"] == measured["corpora"]
    other = {"corpora": {"polnear": "sha256:cc", "timex/tbaq": "sha256:dd"}}
    assert run(tmp_path, held, RESULTS | other) == 0
    assert "polnear: not the corpus that the floors were set on" in capsys.readouterr().out
    assert run(tmp_path, held, RESULTS | other, "--raise") == 0
    recorded = json.loads(held.read_text(encoding="utf-8"))["corpora"]
    assert recorded == {
        "meantime": "sha256:bb",
        "polnear": "sha256:cc",
        "timex/tbaq": "sha256:dd",
    }


def test_a_corpus_has_a_digest_of_its_names_and_bytes(tmp_path: Path):
    folder = tmp_path / "polnear"
    folder.mkdir()
    (folder / "a.txt").write_text("gulls", encoding="utf-8")
    first = corpora.digests(tmp_path)
    assert list(first) == ["polnear"]
    (folder / "README.md").write_text("what it is", encoding="utf-8")
    assert corpora.digests(tmp_path) == first
    (folder / "a.txt").rename(folder / "b.txt")
    renamed = corpora.digests(tmp_path)
    (folder / "b.txt").write_text("terns", encoding="utf-8")
    assert len({*first.values(), *renamed.values(), *corpora.digests(tmp_path).values()}) == 3
    assert corpora.digests(None) == {}


def test_floors_that_are_raised_show_on_the_page(tmp_path: Path, held: Path):
    run(tmp_path, held, RESULTS, "--raise")
    assert list(page.shown((tmp_path / "page.md").read_text("utf-8")).values()) == [".80", "1.00"]
