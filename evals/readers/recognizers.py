"""The specs of Recognizers-Text: short expressions with offsets and values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evals.material import text_of
from evals.outcome import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognized:
    """What is to be found: ``[start, end)`` in code points, and the resolution as it stands."""

    start: int
    end: int
    kind: str
    resolution: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence, the day it is said (EDTF), and what is to be found in it."""

    text: str
    reference: str | None
    results: tuple[Recognized, ...]


def read_cases(selection: Selection, group: str, model: str) -> list[Case]:
    """Read the cases of one model, ``read_cases(selection, "Number", "PercentModel")``.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    path = selection.folder("recognizers", group, "English", f"{model}.json")
    return [parse_case(entry) for entry in json.loads(text_of(path))][: selection.sample]


def parse_case(entry: Mapping[str, Any]) -> Case:
    """Read one case; in the file ends are inclusive."""
    reference = entry.get("Context", {}).get("ReferenceDateTime")
    return Case(
        text=entry["Input"],
        reference=reference[:10] if reference else None,
        results=tuple(
            Recognized(
                start=result["Start"],
                end=result["End"] + 1,
                kind=result.get("TypeName", ""),
                resolution=result.get("Resolution") or {},
            )
            for result in entry.get("Results", ())
            if "Start" in result
        ),
    )
