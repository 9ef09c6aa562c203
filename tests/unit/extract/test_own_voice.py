from collections.abc import Callable

Own = Callable[..., list[str]]


def test_a_sentence_that_nobody_says_is_the_reports_own(own: Own):
    assert own("The bridge fell on Monday.") == ["The bridge fell on Monday"]


def test_what_somebody_says_is_not_the_reports_own(own: Own):
    assert own("Police said the bridge fell on Monday.") == []


def test_news_beside_what_is_said_is_the_reports_own(own: Own):
    found = own("Trucks kept crossing for hours, and police said the bridge was safe.")
    assert found == ["Trucks kept crossing for hours"]


def test_tiny_rests_are_dropped(own: Own):
    assert own("Police said on Monday morning that the bridge was safe.") == []


def test_a_scare_quote_stays_in_the_reports_own_words(own: Own):
    assert own("The so-called “bridge tax” was dropped.") == [
        "The so-called “bridge tax” was dropped"
    ]


def test_a_headline_is_a_statement(own: Own):
    assert own(headline="Bridge falls in Marrow") == ["Bridge falls in Marrow"]
