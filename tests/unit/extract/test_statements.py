"""Small golden cases; people, places and outlets are invented."""

from collections.abc import Callable

import pytest

from stemma.model import Extracted, Report, Statement
from stemma.model.annotated import Annotated

Tell = Callable[..., list[Statement]]
Read = Callable[..., Extracted]


def only(statements: list[Statement]) -> tuple[str | None, str]:
    (statement,) = statements
    return statement.source and statement.source.name, statement.text


@pytest.mark.parametrize(
    ("sentence", "speaker", "text"),
    [
        (
            "Officials said the bridge would stay shut for a week.",
            "Officials",
            "the bridge would stay shut for a week",
        ),
        (
            "The harbour mayor, Ida Noll, said that the bridge was unsafe.",
            "Ida Noll",
            "the bridge was unsafe",
        ),
        (
            "The bridge was unsafe when the truck crossed it, Ida Noll said.",
            "Ida Noll",
            "The bridge was unsafe when the truck crossed it",
        ),
        (
            "The bridge was unsafe, said Ida Noll, an engineer at Marrow College.",
            "Ida Noll",
            "The bridge was unsafe",
        ),
        (
            "The bridge was unsafe, according to two engineers.",
            "two engineers",
            "The bridge was unsafe",
        ),
        (
            "According to the transport ministry, the bridge was unsafe.",
            "transport ministry",
            "the bridge was unsafe",
        ),
        (
            "Ida Noll told reporters the bridge was unsafe.",
            "Ida Noll",
            "the bridge was unsafe",
        ),
        (
            "The plan, Ida Noll said, would cost too much.",
            "Ida Noll",
            "The plan … would cost too much",
        ),
        (
            "Police urged drivers to stay at home.",
            "Police",
            "drivers to stay at home",
        ),
        (
            "The union accused the ministry of hiding the report.",
            "union",
            "the ministry of hiding the report",
        ),
        (
            "The company vowed to repair the bridge.",
            "company",
            "to repair the bridge",
        ),
    ],
)
def test_the_speaker_and_what_is_said_are_found(tell: Tell, sentence: str, speaker: str, text: str):
    assert only(tell(sentence)) == (speaker, text)


def test_a_quotation_broken_in_two_is_one_statement(tell: Tell):
    (statement,) = tell("“We will stay,” said Ida Noll, “until the bridge is safe.”")
    assert statement.text == "“We will stay,” … “until the bridge is safe.”"
    assert statement.voice == "direct"


def test_a_quotation_of_several_sentences_is_one_statement(tell: Tell):
    (statement,) = tell("“The bridge is shut. It will stay shut,” Ida Noll said. “We are sorry.”")
    assert statement.text == "“The bridge is shut. It will stay shut,” … “We are sorry.”"


def test_a_question_before_she_asked_has_its_speaker(tell: Tell):
    (statement,) = tell("“Who will pay for the bridge?” Ida Noll asked.")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
    assert statement.act == "question"


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


def test_a_speaker_before_a_colon_has_the_quotation(tell: Tell):
    (statement,) = tell("Her answer to the council was blunt: “We will not pay for this bridge.”")
    assert statement.text == "“We will not pay for this bridge.”"


def test_mixed_words_are_told_from_wholly_quoted_ones(tell: Tell):
    (statement,) = tell("Ida Noll said the bridge was “not worth the paint” and should go.")
    assert statement.voice == "mixed"


def test_a_speaker_cited_by_an_agency_has_two_layers(tell: Tell):
    (statement,) = tell("According to a source cited by the Associated Press, the bridge is shut.")
    assert statement.source is not None
    assert (statement.source.kind, statement.source.count) == ("unnamed", 1)
    assert [(layer.name, layer.kind) for layer in statement.via] == [("Associated Press", "outlet")]


def test_an_agency_that_passes_on_a_speaker_is_a_layer(tell: Tell):
    (statement,) = tell("The bridge is shut, said Ida Noll, according to the Reuters news agency.")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
    assert [layer.kind for layer in statement.via] == ["outlet"]


def test_what_somebody_says_of_another_speaker_is_told_through_them(tell: Tell):
    outer, inner = tell("Ida Noll said the minister had told her that the bridge was safe.")
    assert outer.via == ()
    assert inner.text == "the bridge was safe"
    assert [layer.name for layer in inner.via] == ["Ida Noll"]


def test_what_somebody_says_of_their_own_thoughts_is_one_statement(tell: Tell):
    (statement,) = tell("Ida Noll said she thinks the bridge is safe.")
    assert statement.text == "she thinks the bridge is safe"


def test_a_shared_subject_speaks_twice(tell: Tell):
    refusal, statement = tell(
        "A State Department spokesman declined to say whether the talks had ended, "
        "but said the deal was close."
    )
    assert refusal.act == "response"
    assert statement.act == "assertion"
    assert {one.source and one.source.name for one in (refusal, statement)} == {"State Department"}
    assert statement.text == "the deal was close"


def test_several_sources_are_counted_and_kept_whole(tell: Tell):
    (statement,) = tell("The deal is off, a senior official and two other sources told Reuters.")
    assert statement.source is not None
    assert statement.source.name == "a senior official and two other sources"
    assert (statement.source.kind, statement.source.count) == ("unnamed", 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry declined to comment.",
        "The ministry did not immediately respond to a request for comment.",
        "The ministry did not respond.",
        "The ministry could not be reached for comment.",
        "The ministry refused to discuss the report.",
        "The ministry was not available for comment.",
        "The ministry has not said how many people were hurt.",
    ],
)
def test_refusals_are_responses_and_no_claims(tell: Tell, sentence: str):
    (statement,) = tell(sentence)
    assert statement.act == "response"
    assert statement.source is not None
    assert statement.source.name == "ministry"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Ida Noll asked whether the bridge was safe.", "question"),
        ("Ida Noll ordered the crew to leave the bridge.", "directive"),
        ("Ida Noll condemned the attack on the bridge.", "attitude"),
        ("Ida Noll called for a new bridge.", "directive"),
        ("Ida Noll denied that the bridge was unsafe.", "assertion"),
    ],
)
def test_acts_are_told_apart(tell: Tell, sentence: str, act: str):
    assert [statement.act for statement in tell(sentence)] == [act]


def test_scare_quotes_make_nobody_speak(tell: Tell):
    assert tell("The so-called “bridge tax” was dropped last year.") == []


def test_things_do_not_speak(tell: Tell):
    assert tell("The recent floods suggest that the wall is too low.") == []


def test_who_stands_for_the_noun_before(tell: Tell):
    (statement,) = tell("The engineer Ida Noll, who said the bridge was unsafe, left the town.")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"


def test_the_parts_that_are_no_news_make_no_statement(read: Read):
    assert read("").statements == ()


def test_a_report_that_was_not_read_has_no_statements(read: Read):
    report: Report = read("Nobody said a word.").annotated.report
    from stemma.extract import extract  # noqa: PLC0415 -- the one test that needs it bare

    assert extract(Annotated(report=report)).statements == ()


@pytest.mark.parametrize(
    ("sentence", "speaker", "text"),
    [
        ("The claim that the bridge was unsafe drew anger.", None, "the bridge was unsafe"),
        ("Her comments about the bridge drew anger.", "Her", "the bridge"),
        ("Ida Noll’s criticism of the bridge drew anger.", "Ida Noll", "the bridge"),
        ("The council’s call for a new bridge was heard.", "council", "a new bridge"),
    ],
)
def test_nouns_that_report_have_speakers(tell: Tell, sentence: str, speaker: str | None, text: str):
    assert only(tell(sentence)) == (speaker, text)


def test_what_is_claimed_by_nobody_has_no_speaker(tell: Tell):
    (statement,) = tell("The bridge was unsafe, it has been claimed.")
    assert statement.source is None
    assert statement.voice == "indirect"


def test_a_noun_that_reports_leaves_the_sentence_to_the_report(read: Read):
    found = read("Fears that the bridge could fall grew.").statements
    assert [one.text for one in found if one.voice == "own"] == [
        "Fears that the bridge could fall grew"
    ]


def test_a_signature_after_a_dash_is_the_speaker(tell: Tell):
    (statement,) = tell("“This bridge was the pride of our town.” — Ida Noll, baker")
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"


def test_a_sentence_between_does_not_break_off_the_speaker(tell: Tell):
    found = tell("“The bridge is shut,” Ida Noll said. It rained. “It will stay shut.”")
    assert [one.text for one in found] == ["“The bridge is shut,” … “It will stay shut.”"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Noll told Reuters the bridge was shut.",
        "The bridge is shut, Ida Noll told Reuters on Monday.",
        "“The bridge is shut,” Ida Noll said in an interview with Reuters.",
        "“The bridge is shut,” Ida Noll said, as cited by Reuters.",
    ],
)
def test_the_outlet_that_was_told_is_a_layer(tell: Tell, sentence: str):
    (statement,) = tell(sentence)
    assert [layer.name for layer in statement.via] == ["Reuters"]


def test_an_outlet_that_is_talked_about_is_no_layer(tell: Tell):
    (statement,) = tell("Ida Noll said that Reuters had shut its office.")
    assert statement.via == ()


def test_asked_about_something_nobody_asks(tell: Tell):
    (statement,) = tell("Asked about the bridge, Ida Noll said it was safe.")
    assert statement.text == "it was safe"


def test_a_day_behind_the_verb_is_not_what_is_said(tell: Tell):
    assert only(tell("Ida Noll said Friday the bridge is shut.")) == (
        "Ida Noll",
        "the bridge is shut",
    )


@pytest.mark.parametrize(
    ("sentence", "speaker", "layers"),
    [
        ("The bridge is shut, officials were quoted by AP as saying.", "officials", ["AP"]),
        ("Ida Noll was quoted as saying that the bridge is shut.", "Ida Noll", []),
        ("Reuters quoted a minister as saying the bridge is shut.", "a minister", ["Reuters"]),
    ],
)
def test_who_is_quoted_as_saying_is_the_speaker(
    tell: Tell, sentence: str, speaker: str, layers: list[str]
):
    (statement,) = tell(sentence)
    assert statement.text.lower() == "the bridge is shut"
    assert statement.source is not None
    assert statement.source.name == speaker
    assert [layer.name for layer in statement.via] == layers


def test_a_statement_printed_without_marks_belongs_to_who_announces_it(read: Read):
    found = read(
        "The ferry company said in a statement:",
        "We are sorry for the delay. Our crews are working on it.",
        "The harbour opens at noon.",
    ).statements
    (statement,) = (one for one in found if one.voice != "own")
    assert statement.text == "We are sorry for the delay. Our crews are working on it"
    assert statement.source is not None
    assert statement.source.name == "ferry company"


def test_a_speaker_far_before_the_verb_keeps_the_clause(tell: Tell):
    (statement,) = tell(
        "In Tarnby, 40 km upstream, farmers who draw their water from the lake said that they "
        "had been told nothing."
    )
    assert statement.text == "they had been told nothing"
    assert statement.source is not None
    assert statement.source.name == "farmers"


def test_people_briefed_on_something_keep_that(tell: Tell):
    (statement,) = tell(
        "The minister approved the plan, according to two people briefed on the decision."
    )
    assert statement.source is not None
    assert statement.source.name == "two people briefed on the decision"
    assert statement.source.count == len(("one", "other"))


def test_a_quotation_whose_speaker_is_not_told_is_nobodys_own_voice(read: Read):
    found = read("The house was small.", "“Nobody knows why. It was a long night.”", "It ended.")
    statement = found.statements[1]
    assert statement.text == "“Nobody knows why. It was a long night.”"
    assert (statement.voice, statement.source) == ("direct", None)


def test_according_to_takes_the_whole_quotation(tell: Tell):
    (statement,) = tell("According to the letter, however, “They are late. They are wrong.”")
    assert statement.text == "“They are late. They are wrong.”"


def test_who_told_an_outlet_speaks_through_it(tell: Tell):
    (statement,) = tell(
        "“It is new. It can grow a potato,” Ida Noll, designer of the box, told the Chronicle, "
        "according to the Fenland Daily."
    )
    assert statement.text == "“It is new. It can grow a potato,”"
    assert statement.source is not None
    assert statement.source.name == "Ida Noll"
    assert [layer.name for layer in statement.via] == ["Chronicle", "Fenland Daily"]


def test_what_goes_before_the_speaker_without_a_verb_is_not_said(tell: Tell):
    (statement,) = tell("Commenting on the prizes, Ida Noll told Reuters, “women should step up.”")
    assert statement.text == "“women should step up.”"


def test_a_quoted_title_before_its_verb_says_nothing(tell: Tell):
    assert tell("'Black Monday' claimed the jobs of several trainers.") == []


def test_a_clock_time_before_a_bracket_ends_no_sentence(tell: Tell):
    (statement,) = tell("The gate failed at 2:40 a.m. (0140 GMT), according to a log.")
    assert statement.text == "The gate failed at 2:40 a.m. (0140 GMT)"


def test_times_and_amounts_are_no_speakers(tell: Tell):
    found = tell("It comes two years after hundreds of women reported being hurt, Ida Noll said.")
    assert [one.source and one.source.name for one in found] == ["Ida Noll"]


def test_a_comma_within_a_nickname_separates_nothing(tell: Tell):
    (statement,) = tell("Peter Marsh, known for his “no risk, no fun” style, said he was done.")
    assert statement.source is not None
    assert statement.source.name == "Peter Marsh"


def test_who_warns_is_who_said_the_quotation(tell: Tell):
    found = tell(
        "“Firms are trying it on our kids, and no one is holding them accountable,” said Peter "
        "Marsh, founder of Fen Trust, warning that models may hurt kids."
    )
    assert {one.source and one.source.name for one in found} == {"Peter Marsh"}


def test_what_is_added_is_added_by_who_spoke_not_by_the_topic(tell: Tell):
    found = tell(
        "Ida Noll looks at the sky. Meteors that fall in showers are the size of sand, she said, "
        "adding that lone meteors are rarer."
    )
    assert {one.source and one.source.name for one in found} == {"Ida Noll"}


def test_a_speaker_within_what_is_said_does_not_take_over(tell: Tell):
    found = tell(
        "The minister told reporters the plan was what Peter Marsh said it was, adding that it "
        "would work."
    )
    assert [one for one in found if one.text == "it would work"] == []


def test_the_writer_is_no_source(tell: Tell):
    assert tell("I knew that it was bad when I saw it.") == []
