from hypothesis import given
from hypothesis import strategies as st
from tests.invented import make_report

from stemma.model import Coverage
from stemma.tell.lines import lines


def test_a_line_is_what_most_of_it_is(coverage: Coverage):
    assert [line.kind for line in lines(coverage.reports[0])] == ["headline", "body"]


@given(text=st.text(st.sampled_from("a😀 \n"), max_size=60))
def test_each_line_stands_where_it_says(text: str):
    found = list(lines(make_report(text, parts=())))
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in found)
    assert "".join("".join(line.text.split()) for line in found) == "".join(text.split())
