from collections.abc import Callable

import numpy as np

from stemma.group.features import Features, find_features
from stemma.group.packing import pack, unpack
from stemma.group.similarity import explain
from stemma.model import Annotated


def told(features: Features) -> tuple[object, ...]:
    return (
        features.report,
        features.day,
        features.words.words,
        features.words.counts.tolist(),
        features.names.words,
        features.names.counts.tolist(),
        features.marks,
        features.told_first,
    )


def test_what_is_packed_is_unpacked(almery: list[Annotated], report: Callable[..., Annotated]):
    dated = report("dated", almery[0].report.text, day="2025-01-05")
    for one in (*almery, dated):
        features = find_features(one)
        assert told(unpack(pack(features))) == told(features)


def test_vectors_keep_their_meaning(almery: list[Annotated]):
    left, right = find_features(almery[0]), find_features(almery[1])
    assert np.allclose(unpack(pack(left)).opening, left.opening, atol=0.001)
    again = explain(unpack(pack(left)), unpack(pack(right)))
    assert abs(again.value - explain(left, right).value) < 0.005


def test_a_report_takes_a_few_kilobytes(almery: list[Annotated]):
    assert len(pack(find_features(almery[0]))) < 6000
