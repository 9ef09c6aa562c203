from stemma.read.headline import find_headline, same_words

_BODY = "The ferry Meridian ran aground off Tarn on Sunday, the coastguard said on Monday morning."
_HEADLINE = "Ferry runs aground off Tarn"


def test_the_declared_title_is_found_among_the_lines():
    assert find_headline(["Shipping", _HEADLINE, _BODY], f"{_HEADLINE} | Tarn Courier") == 1
    assert find_headline([_BODY], _HEADLINE) is None


def test_without_a_title_the_first_phrase_above_running_text_is_the_headline():
    assert find_headline([_HEADLINE, _BODY], None) == 0
    assert find_headline(["International", _HEADLINE, _BODY], None) == 1
    assert find_headline(["Why did the ferry run aground off Tarn?", _BODY], None) == 0


def test_a_doubled_line_is_the_headline():
    assert find_headline(["close", _HEADLINE, _HEADLINE, _BODY], None) == 1


def test_a_text_that_begins_with_sentences_has_no_headline():
    assert find_headline([_BODY, "Pilots in Tarn strike", _BODY], None) is None


def test_small_changes_leave_a_headline_the_same():
    assert same_words("Ferry runs aground off Tarn", "FERRY RUNS AGROUND OFF TARN!")
    assert not same_words("Ferry runs aground off Tarn", "Pilots strike in Tarn")
    assert not same_words("", "")
