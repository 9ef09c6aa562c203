from stemma.read.shape import (
    ends_flat,
    ends_sentence,
    folded,
    is_bare_marks,
    is_capitals,
    is_headline,
    is_sentence,
    is_title_case,
    words_of,
)


def test_words_keep_what_belongs_together():
    assert words_of("U.S.-supplied missiles, Tarn's 9.5 men") == [
        "U.S",
        "supplied",
        "missiles",
        "Tarn's",
        "9.5",
        "men",
    ]


def test_quotation_marks_and_brackets_do_not_hide_the_end_of_a_sentence():
    assert ends_sentence("“We waited.”")
    assert ends_sentence("It sank (they said).")
    assert not ends_sentence("Ferry aground")
    assert ends_sentence("Who knew?")
    assert not ends_flat("Who knew?")


def test_running_text_is_told_from_phrases():
    assert is_sentence("The ferry ran aground off Tarn.")
    assert not is_sentence("Ferry aground off Tarn")
    assert is_headline("Ferry runs aground off Tarn")
    assert not is_headline("The ferry ran aground off Tarn on Sunday.")


def test_capitals_and_title_case_are_told():
    assert is_capitals("A NIGHT ON THE SANDBANK")
    assert not is_capitals("EU")
    assert not is_capitals("A night")
    assert is_title_case("Ferry Runs Aground off Tarn Harbour")
    assert not is_title_case("Ferry runs aground off Tarn harbour")


def test_comparison_ignores_marks_and_case():
    assert folded("Tarn’s  ferry – AGROUND!") == "tarns ferry aground"


def test_marks_alone_hold_no_words():
    assert is_bare_marks("* * *")
    assert not is_bare_marks("7")
