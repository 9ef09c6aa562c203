import numpy as np

from stemma.group.contrast import find_contrast, split
from stemma.group.features import find_features
from stemma.model import Annotated


def alike(count: int) -> np.ndarray:
    return np.full((count, count), 0.9)


def test_what_only_one_camp_names_is_told(almery: list[Annotated], corvin: list[Annotated]):
    reports = [find_features(one) for one in (*almery, *corvin)]
    contrast = find_contrast(reports, alike(6))
    assert contrast is not None
    assert {contrast.left, contrast.right} == {(0, 1, 2), (3, 4, 5)}
    marks = {*contrast.left_marks, *contrast.right_marks}
    assert {"marigold", "kittiwake"} <= marks


def test_camps_that_are_as_alike_as_each_is_in_itself_weigh_less(
    almery: list[Annotated], corvin: list[Annotated]
):
    reports = [find_features(one) for one in (*almery, *corvin)]
    apart = alike(6)
    apart[:3, 3:] = apart[3:, :3] = 0.5
    near = find_contrast(reports, alike(6))
    far = find_contrast(reports, apart)
    assert near is not None
    assert far is not None
    assert far.value > near.value


def test_reports_that_contradict_nothing_stay_together(almery: list[Annotated]):
    reports = [find_features(one) for one in (*almery, almery[0])]
    scores = {(i, j): 0.9 for i in range(4) for j in range(i + 1, 4)}
    assert split([0, 1, 2, 3], reports, scores) == [[0, 1, 2, 3]]


def test_three_reports_are_too_few_to_part(almery: list[Annotated], corvin: list[Annotated]):
    reports = [find_features(one) for one in (*almery[:2], corvin[0])]
    assert split([0, 1, 2], reports, {}) == [[0, 1, 2]]
