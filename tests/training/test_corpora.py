from dataclasses import replace
from pathlib import Path

import pytest
from training.corpora import (
    FREE,
    Corpus,
    RefusedCorpusError,
    check_base,
    check_corpora,
    digest,
    list_corpora,
)
from training.readers.gum import GENRES

INVENTED = Corpus(
    name="invented",
    title="Invented",
    part="all of it",
    files=("invented/*.txt",),
    licence="CC BY 4.0",
    licence_file="invented/LICENSE",
    told="Attribution 4.0",
    sha256="",
    url="https://corpus.example/",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "invented").mkdir()
    (tmp_path / "invented" / "one.txt").write_text("Otters sang.", "utf-8")
    (tmp_path / "invented" / "LICENSE").write_text("Attribution 4.0", "utf-8")
    return tmp_path


@pytest.fixture
def corpus(folder: Path) -> Corpus:
    return replace(INVENTED, sha256=digest(folder, INVENTED.files))


def test_a_corpus_as_listed_is_taken(folder: Path, corpus: Corpus):
    check_corpora(folder, [corpus])


def test_a_changed_file_is_refused(folder: Path, corpus: Corpus):
    (folder / "invented" / "one.txt").write_text("Otters sang!", "utf-8")
    with pytest.raises(RefusedCorpusError, match="digest"):
        check_corpora(folder, [corpus])


def test_a_further_file_is_refused(folder: Path, corpus: Corpus):
    (folder / "invented" / "two.txt").write_text("", "utf-8")
    with pytest.raises(RefusedCorpusError, match="digest"):
        check_corpora(folder, [corpus])


def test_a_missing_corpus_is_refused(folder: Path, corpus: Corpus):
    (folder / "invented" / "one.txt").unlink()
    with pytest.raises(RefusedCorpusError, match="no files"):
        check_corpora(folder, [corpus])


def test_another_licence_is_refused(folder: Path, corpus: Corpus):
    (folder / "invented" / "LICENSE").write_text("Attribution-NonCommercial 4.0", "utf-8")
    with pytest.raises(RefusedCorpusError, match="does not say"):
        check_corpora(folder, [corpus])


def test_a_licence_that_is_not_free_is_refused_whatever_the_files(folder: Path, corpus: Corpus):
    with pytest.raises(RefusedCorpusError, match="CC BY-NC"):
        check_corpora(folder, [replace(corpus, licence="CC BY-NC 4.0")])


def test_other_base_weights_are_refused(tmp_path: Path):
    with pytest.raises(RefusedCorpusError, match=r"no model\.safetensors"):
        check_base(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    with pytest.raises(RefusedCorpusError, match="official"):
        check_base(tmp_path)


def test_every_corpus_that_is_listed_is_free():
    listed = list_corpora()
    assert {corpus.licence for corpus in listed} <= set(FREE)
    assert all(len(corpus.sha256) == 64 for corpus in listed)


def test_of_gum_those_genres_are_hashed_that_are_read():
    (gum,) = (corpus for corpus in list_corpora() if corpus.name == "gum")
    hashed = {Path(pattern).name.split("_")[1] for pattern in gum.files if "GUM_" in pattern}
    assert hashed == set(GENRES)
