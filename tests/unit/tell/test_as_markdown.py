from stemma.model import Coverage
from stemma.tell.as_markdown import plain, to_markdown


def test_words_of_reports_cannot_change_the_layout(coverage: Coverage):
    assert plain("a | b\n# c <b>") == r"a \| b \# c \<b\>"
    assert "<b>" not in to_markdown(coverage).replace(r"\<b\>", "")


def test_findings_stand_with_the_words_they_rest_on(coverage: Coverage):
    text = to_markdown(coverage)
    assert "**Figures differ.**" in text
    assert "Harbour Post: “Up to 40 people”" in text


def test_what_was_left_out_is_listed(coverage: Coverage):
    text = to_markdown(coverage)
    assert "tercero.txt: not in English (es)" in text
    assert "x.bin: binary" in text
