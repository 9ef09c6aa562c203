from typing import cast

import pytest
from evals.readers.polnear import Attribution
from evals.scorers.attribution import Count, is_quotation, manner_of, quoted_places
from tests.evals.making import at, statement

TEXT = (
    "Ada Rook said the bridge was safe to cross. Ben Tarn denied that it was. "
    "“Nobody told us anything at all,” Cleo Finch said."
)


def attribution(source: str, cue: str, content: str) -> Attribution:
    spans = [((at(TEXT, words).start, at(TEXT, words).end),) for words in (source, cue, content)]
    return Attribution(source=spans[0], cue=spans[1], content=spans[2])


SAID = attribution("Ada Rook", "said", "the bridge was safe to cross")
QUOTED = attribution("Cleo Finch", "Finch said", "“Nobody told us anything at all,”")


def figures(count: Count) -> dict[str, float]:
    return cast("dict[str, float]", count.figures())


def test_the_same_words_in_the_same_roles_are_perfect():
    count = Count()
    ours = statement(TEXT, source="Ada Rook", cue="said", content="the bridge was safe to cross")
    count.add(TEXT, [SAID], [ours])
    found = figures(count)
    for key in ("content_token_f1", "source_token_f1", "cue_token_f1", "whole_f1"):
        assert found[key] == 1


def test_what_the_report_says_itself_is_no_attribution():
    count = Count()
    count.add(TEXT, [SAID], [statement(TEXT, content="the bridge was safe to cross")])
    assert figures(count)["content_token_r"] == 0


def test_a_wrong_speaker_makes_the_whole_wrong_but_not_the_content():
    count = Count()
    ours = statement(TEXT, source="Ben Tarn", cue="said", content="the bridge was safe to cross")
    count.add(TEXT, [SAID], [ours])
    assert figures(count)["whole_f1"] == 0
    assert figures(count)["content_token_f1"] == 1


def test_a_content_less_than_half_alike_makes_the_whole_wrong():
    count = Count()
    count.add(TEXT, [SAID], [statement(TEXT, source="Ada Rook", cue="said", content="to cross")])
    assert figures(count)["whole_f1"] == 0
    assert figures(count)["content_token_r"] == pytest.approx(2 / 6)


def test_what_is_said_inside_what_is_said_is_left_out():
    count = Count()
    outer = statement(TEXT, source="Ada Rook", cue="said", content=TEXT[14:72])
    inner = statement(TEXT, source="Ben Tarn", cue="denied", content="that it was")
    whole = attribution("Ada Rook", "said", TEXT[14:72])
    count.add(TEXT, [whole], [outer, inner])
    assert figures(count)["whole_f1"] == 1
    assert figures(count)["source_token_f1"] == 1


@pytest.mark.parametrize(("speaker", "right"), [("Cleo Finch", 1), ("Ben Tarn", 0)])
def test_a_quotation_needs_its_speaker(speaker: str, right: int):
    count = Count()
    content = "Nobody told us anything at all"
    count.add(TEXT, [QUOTED], [statement(TEXT, source=speaker, cue="denied", content=content)])
    assert figures(count)["direct_speaker"] == right


def test_a_phrase_in_marks_is_no_quotation():
    assert is_quotation(TEXT, QUOTED.content)
    assert not is_quotation("He called it “safe” twice.", [(13, 19)])
    assert not is_quotation(TEXT, SAID.content)


@pytest.mark.parametrize(
    ("words", "manner"),
    [
        ("“Nobody told us anything at all,”", "direct"),
        ("the bridge was safe to cross", "indirect"),
        ("it was. “Nobody told us anything at all,”", "mixed"),
    ],
)
def test_how_much_is_quoted_tells_the_manner(words: str, manner: str):
    span = at(TEXT, words)
    letters = range(span.start, span.end)
    content = [at for at in letters if TEXT[at].isalpha() and not TEXT[at - 1].isalpha()]
    assert manner_of(content, quoted_places(TEXT)) == manner


def test_a_quotation_ends_with_its_line():
    text = 'He said “it rained\nall day" and "it snowed" too'
    quoted = {text[start:].split(maxsplit=1)[0].strip('"') for start in quoted_places(text)}
    assert quoted == {"it", "rained", "snowed"}


def test_each_manner_is_counted_apart():
    count = Count()
    right = statement(TEXT, source="Ada Rook", cue="said", content="the bridge was safe to cross")
    wrong = statement(
        TEXT, source="Ada Rook", cue="Finch said", content="“Nobody told us anything at all,”"
    )
    count.add(TEXT, [SAID, QUOTED], [right, wrong])
    found = count.details()
    assert (found["indirect_whole_f1"], found["indirect_count"]) == (1, 1)
    assert (found["direct_whole_p"], found["direct_whole_r"], found["direct_count"]) == (0, 0, 1)
    assert found["direct_content_token_r"] == 1
    assert found["mixed_count"] == 0
