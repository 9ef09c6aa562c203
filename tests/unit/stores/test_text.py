from hypothesis import example, given
from hypothesis import strategies as st

from stemma.stores.text import escape, restore

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
@example("\x10d800")
@example("\x10\x10")
def test_any_string_comes_back(text: str):
    assert restore(escape(text)) == text


@given(ANY_TEXT)
def test_what_is_written_is_valid_and_without_nul(text: str):
    written = escape(text)
    assert "\x00" not in written
    assert written.encode("utf-8").decode("utf-8") == written


@given(ANY_TEXT, ANY_TEXT)
def test_two_strings_never_become_one(left: str, right: str):
    assert (escape(left) == escape(right)) == (left == right)


@given(st.text())
def test_ordinary_strings_stay_as_they_are(text: str):
    if not set(text) & {"\x00", "\x10"}:
        assert escape(text) == text
