import hashlib
from pathlib import Path

import pytest
from evals.outcome import MissingCorpusError, Selection
from evals.readers.annotations import StaleAnnotationError
from evals.readers.bounds import PATH, read_bounds
from evals.readers.recognizers import Case, Recognized, parse_case
from evals.scorers.figures import is_sentence, value_of, written_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("$14 billion", 14e9),
        ("about US$ 1.4 billion", 1.4e9),
        ("4,500", 4500),
        ("3%", 3),
        ("five", 5),
        ("15-20%", None),
        ("a score of", None),
    ],
)
def test_a_plain_number_is_read_off_its_words(words: str, value: float | None):
    assert written_value(words) == value


def recognized(**resolution: str) -> Recognized:
    return Recognized(start=0, end=3, kind="number", resolution=resolution)


@pytest.mark.parametrize(
    ("resolution", "value"),
    [
        ({"value": "14%"}, 14),
        ({"value": "1,000"}, 1000),
        ({"value": "34", "unit": "Cent"}, 0.34),
        ({"value": "[30,)"}, None),
        ({}, None),
    ],
)
def test_a_spec_gives_a_number(resolution: dict[str, str], value: float | None):
    assert value_of(recognized(**resolution)) == value


def test_a_bare_number_is_no_sentence():
    results = (Recognized(start=0, end=19, kind="number", resolution={}),)
    assert not is_sentence(Case(text="one hundred and ten", reference=None, results=results))
    text = "one hundred and ten people came home"
    assert is_sentence(Case(text=text, reference=None, results=results))


def test_a_case_ends_after_its_last_character():
    entry = {"Input": "is 12", "Results": [{"Start": 3, "End": 4, "TypeName": "number"}]}
    case = parse_case(entry)
    assert case.text[case.results[0].start : case.results[0].end] == "12"


SENTENCE = "Up to 40 gulls came, and 3 left."
CONLLU = f"# sent_id = GUM_gulls-2\n# text = {SENTENCE}\n1\tUp\t_\t_\t_\t_\t0\troot\t_\t_\n"


def label(folder: Path, text: str) -> Path:
    digest = hashlib.sha256(text.encode()).hexdigest()
    row = f"gum\tGUM_gulls\tGUM_gulls-2\t{digest}"
    path = folder / "bounds.tsv"
    path.write_text(f"# x\n{row}\t6\t8\t40\t\tat_most\n{row}\t25\t26\t3\t\texact\n")
    return path


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "train" / "gum" / "dep"
    folder.mkdir(parents=True)
    (folder / "GUM_gulls.conllu").write_text(CONLLU, encoding="utf-8")
    return tmp_path


def test_labels_are_read_with_the_sentence_they_belong_to(corpora: Path):
    selection = Selection(corpora=corpora, sample=None)
    (sentence,) = read_bounds(selection, path=label(corpora, SENTENCE))
    told = [
        (sentence.text[one.start : one.end], one.value, one.bound) for one in sentence.quantities
    ]
    assert told == [("40", 40, "at_most"), ("3", 3, "exact")]


def test_labels_of_another_sentence_are_refused(corpora: Path):
    selection = Selection(corpora=corpora, sample=None)
    with pytest.raises(StaleAnnotationError, match="GUM_gulls-2"):
        read_bounds(selection, path=label(corpora, "Another sentence."))


def test_labels_of_corpora_that_are_not_there_are_left_out(tmp_path: Path):
    with pytest.raises(MissingCorpusError):
        read_bounds(Selection(corpora=tmp_path, sample=None), path=label(tmp_path, SENTENCE))


def test_two_hundred_sentences_are_labelled_without_their_words():
    rows = [line.split("\t") for line in PATH.read_text("utf-8").splitlines()[1:]]
    assert len({tuple(row[:3]) for row in rows}) == 200
    for *_, start, end, value, high, bound in rows:
        assert int(start) < int(end)
        assert float(value) < float(high or "inf")
        assert bound in ("exact", "about", "at_least", "at_most")
