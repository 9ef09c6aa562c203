from collections.abc import Callable

import pytest

from stemma.model import Factuality, Statement

Tell = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Police said the bridge fell.", Factuality()),
        ("Police said the bridge may have fallen.", Factuality(hedged=True)),
        ("Police said the bridge did not fall.", Factuality(negated=True)),
        ("Police denied that the bridge fell.", Factuality(negated=True)),
        ("Police said the bridge will open in May.", Factuality(future=True)),
        ("Police said the bridge opens if the rain stops.", Factuality(conditional=True)),
        ("Police said the bridge would open in May.", Factuality(future=True)),
        ("Police said the bridge would have opened in May.", Factuality()),
        ("Police said it would open if the rain stopped.", Factuality(conditional=True)),
        ("Police said the road that may flood is open.", Factuality()),
        ("Police believe the bridge fell.", Factuality(hedged=True)),
        ("Police vowed to open the bridge.", Factuality(future=True)),
    ],
)
def test_marks_of_doubt_are_read_in_the_main_clause(
    tell: Tell, sentence: str, expected: Factuality
):
    (statement,) = tell(sentence)
    assert statement.factuality == expected
