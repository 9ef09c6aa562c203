import sys

import numpy as np
import pytest
from tests.contracts.tiny_parts import Hashing, load_hashing

from stemma.errors import UsageError
from stemma.language.adapters import TransformerEncoder, load_sentence_transformer
from stemma.language.session import WEIGHTS


def test_rows_are_made_of_length_one_whatever_the_model_gives():
    raw = Hashing().encode(["it rained it"], batch_size=1, show_progress_bar=False)
    assert np.linalg.norm(raw) > 1
    (row,) = load_hashing().encode(["it rained it"])
    assert np.allclose(row, raw[0] / np.linalg.norm(raw))


def test_a_text_of_which_the_model_has_nothing_to_say_has_a_row_too():
    assert np.linalg.norm(load_hashing().encode([""])[0]) == 1


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(UsageError, match=r"pip install 'stemma-news\[st\]'"):
        load_sentence_transformer("all-mpnet-base-v2")


def test_the_library_itself_fits():
    library = pytest.importorskip("sentence_transformers")
    modules = pytest.importorskip("sentence_transformers.models")
    tokenizers = pytest.importorskip("tokenizers")
    words = tokenizers.Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    vectors = np.random.default_rng(7).normal(size=(words.get_vocab_size(), 16))
    table = modules.StaticEmbedding(words, embedding_weights=vectors.astype(np.float32))
    encoder = TransformerEncoder(library.SentenceTransformer(modules=[table]))
    texts = ["It rained in Pellbrook.", "The mill was lost on Tuesday, the mayor said.", "It"]
    rows = encoder.encode(texts)
    assert encoder.dimensions == 16
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for text, row in zip(texts, rows, strict=True):
        assert np.array_equal(encoder.encode([text])[0], row)
