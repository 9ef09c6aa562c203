import pytest

from stemma.language.identify import identify


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry ran aground on Monday and forty people were brought ashore by boat."),
        ("de", "Die Fähre lief am Montag auf Grund, vierzig Menschen wurden an Land gebracht."),
        ("fr", "Le ferry s'est échoué lundi et quarante personnes ont été ramenées à terre."),
    ],
)
def test_the_language_of_a_report_is_told(language: str, text: str):
    assert identify(text * 3) == language


def test_a_few_words_of_english_are_english_too():
    assert identify("The ferry ran aground on Monday, the coastguard said.") == "en"
