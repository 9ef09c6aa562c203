import inspect
from dataclasses import fields
from typing import Any

import stemma
from stemma import errors, model

PUBLIC = {
    "FetchError",
    "InputError",
    "NothingReadError",
    "StemmaError",
    "StoreError",
    "TooLargeError",
    "UnreadableError",
    "UsageError",
    "__version__",
    "report",
    "to_html",
    "to_json",
    "to_markdown",
}


def test_the_public_names_are_these_and_no_others():
    assert set(stemma.__all__) == PUBLIC
    assert all(hasattr(stemma, name) for name in PUBLIC)


def test_every_error_is_a_stemma_error_and_is_exported():
    classes = {name for name, _ in inspect.getmembers(errors, inspect.isclass)}
    assert classes <= PUBLIC
    assert all(issubclass(getattr(errors, name), errors.StemmaError) for name in classes)


def test_every_noun_is_frozen_slotted_and_keyword_only():
    nouns: dict[str, Any] = dict(inspect.getmembers(model, inspect.isclass))
    for name, noun in nouns.items():
        assert noun.__dataclass_params__.frozen, name
        assert all(field.kw_only for field in fields(noun)), name
        assert hasattr(noun, "__slots__"), name
