import pytest
from tests.invented import make_report

from stemma.align.findings.comparison import compare
from stemma.align.findings.quotes import find_quotes, plain_words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We left,” she said.", ["We left,"]),
        ('"We left," she said. "All of us."', ["We left,", "All of us."]),
        ("She called it ‘fire-proof’ again.", ["fire-proof"]),
        ("She called it 'fire-proof' again.", ["fire-proof"]),
        ("The mill's owner's dog", []),
        ("“We left and\n“we came back.”", ["We left and", "we came back."]),
        ('“We left," she said.', ["We left,"]),
    ],
)
def test_words_inside_quotation_marks_are_found(text: str, quoted: list[str]):
    found = find_quotes(make_report(text))
    assert [quote.text for quote in found] == quoted
    assert [quote.span.of(text) for quote in found] == quoted


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We recognise the colour", "We recognize the color"),
        ("We won't go", "We will not go"),
        ("The paediatric ward", "The pediatric ward"),
        ("It took two days", "It took 2 days"),
        ("We have … left the mill", "We have all gladly left the mill"),
        ("[The firm] has left the mill", "It has left the mill"),
        ("And we left the old mill", "We left the old mill at night"),
        ("We re-opened the old mill", "We reopened the old mill"),
    ],
)
def test_spelling_cuts_and_marked_gaps_are_no_changes(left: str, right: str):
    assert compare(plain_words(left), plain_words(right)).changes == ()


@pytest.mark.parametrize(
    ("left", "right", "gone", "come"),
    [
        ("We will never close the mill", "We will not close the mill", "never", "not"),
        ("We did not know of the leak", "We did know of the leak", "not", ""),
        ("It was a grave and costly error", "It was a small and costly error", "grave", "small"),
        ("They told us and they lied", "They told us and they left", "lied", "left"),
    ],
)
def test_other_words_are_changes(left: str, right: str, gone: str, come: str):
    change = compare(plain_words(left), plain_words(right)).changes[0]
    assert (" ".join(change.left), " ".join(change.right)) == (gone, come)


def test_a_negation_put_in_is_never_slight():
    comparison = compare(plain_words("We did know it"), plain_words("We did not know it"))
    assert not comparison.changes[0].is_slight()


def test_a_preposition_is_slight():
    comparison = compare(plain_words("Put them in the mill"), plain_words("Put them into the mill"))
    assert comparison.changes[0].is_slight()
