"""People, places and outlets are invented."""

from collections.abc import Callable

from stemma.model import Extracted, Statement

Tell = Callable[..., list[Statement]]
Read = Callable[..., Extracted]


def test_a_quotation_of_several_sentences_is_one_statement(tell: Tell):
    (statement,) = tell("“The bridge is shut. It will stay shut,” Ida Noll said. “We are sorry.”")
    assert statement.text == "“The bridge is shut. It will stay shut,” … “We are sorry.”"


def test_a_paragraph_of_nothing_but_quotation_goes_on_with_the_speaker(tell: Tell):
    first, second = tell(
        "“The bridge is unsafe,” Ida Noll told Fen Radio.", "“It must be shut at once.”"
    )
    assert second.source == first.source
    assert second.cue is None


def test_paragraphs_that_reopen_the_quotation_belong_to_the_speaker_at_its_end(tell: Tell):
    first, second = tell("“We waited for hours.", "“Then the boat came,” said Ida Noll.")
    assert first.source is not None
    assert second.source is not None
    assert first.source.name == second.source.name == "Ida Noll"


def test_a_sentence_between_does_not_break_off_the_speaker(tell: Tell):
    found = tell("“The bridge is shut,” Ida Noll said. It rained. “It will stay shut.”")
    assert [one.text for one in found] == ["“The bridge is shut,” … “It will stay shut.”"]


def test_a_quotation_whose_speaker_is_not_told_is_nobodys_own_voice(read: Read):
    found = read("The house was small.", "“Nobody knows why. It was a long night.”", "It ended.")
    statement = found.statements[1]
    assert statement.text == "“Nobody knows why. It was a long night.”"
    assert (statement.voice, statement.source) == ("direct", None)
