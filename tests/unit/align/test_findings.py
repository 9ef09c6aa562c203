from collections.abc import Callable
from dataclasses import replace

import pytest

from stemma.align import align, find_entities, find_findings, name_sources, settle
from stemma.model import Extracted, Finding, Origins, Stemma
from stemma.ports import Encoder

Maker = Callable[..., Extracted]


def findings_of(
    pieces: list[Extracted],
    encoder: Encoder,
    *,
    low: int = 1,
    high: int = 2,
    stemma: Stemma = Stemma(nodes=(), edges=(), families=()),  # noqa: B008 - frozen and empty
) -> tuple[Finding, ...]:
    entities = find_entities(pieces)
    story = name_sources(pieces, entities)
    claims = [
        settle(
            claim,
            replace(
                claim.counts,
                origins=Origins(
                    low=min(low, claim.counts.outlets), high=min(high, claim.counts.outlets)
                ),
            ),
        )
        for claim in align(story, entities, encoder=encoder)
    ]
    return find_findings(story, entities, claims, stemma, encoder=encoder)


def kinds(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.kind for finding in findings}


def of_kind(findings: tuple[Finding, ...], kind: str) -> Finding:
    found = [finding for finding in findings if finding.kind == kind]
    assert found, [finding.message for finding in findings]
    return found[0]


LEAD = "A fire destroyed the old paper mill in Ostwick on Monday night."


def test_figures_that_differ_stand_side_by_side(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nAt least four people were killed in the fire."),
        extracted("The Dune Echo", f"{LEAD}\nAt least six people were killed in the fire."),
    ]
    finding = of_kind(findings_of(story, encoder), "figure_conflict")
    assert {"At least four people", "At least six people"} == set(finding.values)
    assert "The Harbour Post" in finding.message
    assert "The Dune Echo" in finding.message


def test_people_of_other_fates_are_not_compared(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nFour people were killed in the fire."),
        extracted("The Dune Echo", f"{LEAD}\nSix people were injured in the fire."),
    ]
    assert "figure_conflict" not in kinds(findings_of(story, encoder))


def test_a_figure_that_both_reports_know_is_no_conflict(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nFour people were killed in the fire."),
        extracted(
            "The Dune Echo",
            f"{LEAD}\nFour people were killed in the fire.\nFour people were killed on site.",
        ),
    ]
    assert "figure_conflict" not in kinds(findings_of(story, encoder))


def test_other_days_for_one_event_are_a_conflict(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "The mill was last inspected on January 14, 2025."),
        extracted("The Dune Echo", "The paper mill was last inspected on January 24, 2025."),
    ]
    finding = of_kind(findings_of(story, encoder), "date_conflict")
    assert set(finding.values) == {"2025-01-14", "2025-01-24"}


def test_words_changed_inside_quotation_marks_are_told(extracted: Maker, encoder: Encoder):
    left = "“We were told the roof would hold, and it did not hold,” said Dorothea Halvane."
    right = "“We were told the roof would hold, and they failed us,” said Dorothea Halvane."
    story = [extracted("The Harbour Post", left), extracted("The Dune Echo", right)]
    finding = of_kind(findings_of(story, encoder), "altered_quote")
    assert set(finding.values) == {
        "We were told the roof would hold, and it did not hold,",
        "We were told the roof would hold, and they failed us,",
    }


def test_a_quotation_cut_short_is_not_altered(extracted: Maker, encoder: Encoder):
    left = "“We were told the roof would hold, and it did not hold,” said Dorothea Halvane."
    right = "“We were told the roof would hold,” said Dorothea Halvane."
    story = [extracted("The Harbour Post", left), extracted("The Dune Echo", right)]
    assert "altered_quote" not in kinds(findings_of(story, encoder))


def refusal(words: str, cue: str) -> dict[str, object]:
    return {
        "words": words,
        "by": "Ennet Paper",
        "kind": "organisation",
        "act": "response",
        "cue": cue,
    }


def test_answers_told_in_two_ways_are_noted(extracted: Maker, encoder: Encoder):
    story = [
        extracted(
            "The Harbour Post",
            "Ennet Paper declined to comment on the fire.",
            refusal("to comment on the fire", "declined"),
        ),
        extracted(
            "The Dune Echo",
            "Ennet Paper did not respond to a request for comment.",
            refusal("to a request for comment", "did not respond"),
        ),
    ]
    finding = of_kind(findings_of(story, encoder), "changed_response")
    assert finding.values == (
        "did not respond to a request for comment",
        "declined to comment on the fire",
    )


def test_the_same_answer_in_other_words_is_no_change(extracted: Maker, encoder: Encoder):
    story = [
        extracted(
            "The Harbour Post",
            "Ennet Paper declined to comment on the fire.",
            refusal("to comment on the fire", "declined"),
        ),
        extracted(
            "The Dune Echo",
            "Ennet Paper refused to comment.",
            refusal("to comment", "refused"),
        ),
    ]
    assert "changed_response" not in kinds(findings_of(story, encoder))


def test_a_source_that_fades_is_noted(extracted: Maker, encoder: Encoder):
    words = "the sprinklers in the Ostwick mill had been switched off for weeks"
    story = [
        extracted(
            "The Harbour Post",
            f"Dorothea Halvane said {words}.",
            {"words": words, "by": "Dorothea Halvane", "cue": "said"},
        ),
        extracted(
            "The Dune Echo",
            f"Officials said {words}.",
            {"words": words, "by": "Officials", "kind": "unnamed", "cue": "said"},
        ),
    ]
    finding = of_kind(findings_of(story, encoder), "drifted_attribution")
    assert finding.values == ("Dorothea Halvane", "officials")


def test_a_source_that_fades_weighs_less_where_nobody_was_named(extracted: Maker, encoder: Encoder):
    def fades(best: str, kind: str) -> Finding:
        words = "the boiler of the mill had been cracked since the spring of last year"
        story = [
            extracted(
                "The Harbour Post",
                f"{best} said {words}.",
                {"words": words, "by": best, "kind": kind, "cue": "said"},
            ),
            extracted(
                "The Dune Echo",
                f"Reports said {words}.",
                {"words": words, "by": "Reports", "kind": "crowd", "cue": "said"},
            ),
        ]
        return of_kind(findings_of(story, encoder), "drifted_attribution")

    named, nameless = fades("Dorothea Halvane", "person"), fades("A mill official", "unnamed")
    assert named.weight > nameless.weight


def test_what_can_be_checked_comes_before_what_cannot(extracted: Maker, encoder: Encoder):
    checked = "The fire destroyed 40 looms that stood in the spinning room."
    unchecked = "Its tall brick chimney is a landmark of the valley."
    story = [
        extracted("The Harbour Post", f"{unchecked}\n{checked}"),
        extracted("The Dune Echo", f"{unchecked}\n{checked}"),
    ]
    found = findings_of(story, encoder, low=2)
    told = [finding for finding in found if finding.kind == "corroborated"]
    assert ["looms" in finding.message for finding in told] == [True, False]
    assert told[0].weight - told[1].weight > 0.05


def test_a_denial_is_shown_with_what_it_denies(extracted: Maker, encoder: Encoder):
    story = [
        extracted(
            "The Harbour Post",
            "Inspectors warned Ennet Paper about the sprinklers in the mill in January.",
        ),
        extracted(
            "The Dune Echo",
            "Ennet Paper denied that inspectors had warned it about the sprinklers in the mill.",
            {
                "words": "inspectors had warned it about the sprinklers in the mill",
                "by": "Ennet Paper",
                "kind": "organisation",
                "cue": "denied",
                "negated": True,
            },
        ),
    ]
    finding = of_kind(findings_of(story, encoder), "denial")
    assert "Inspectors warned" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "the accusations against her were entirely false",
        "the mill will not be torn down, as some media reports claimed",
    ],
)
def test_a_denial_needs_no_verb_of_denying(extracted: Maker, encoder: Encoder, said: str):
    text = f"{LEAD}\nOlga Sorenko said {said}."
    story = [
        extracted("The Harbour Post", text, {"words": said, "by": "Olga Sorenko", "cue": "said"}),
        extracted("The Dune Echo", LEAD),
    ]
    assert said in of_kind(findings_of(story, encoder), "denial").message


def test_a_false_alarm_is_no_denial(extracted: Maker, encoder: Encoder):
    said = "the alarm on Sunday was false"
    text = f"{LEAD}\nOlga Sorenko said {said}."
    story = [
        extracted("The Harbour Post", text, {"words": said, "by": "Olga Sorenko", "cue": "said"}),
        extracted("The Dune Echo", LEAD),
    ]
    assert "denial" not in kinds(findings_of(story, encoder))


def test_a_rare_noun_counted_once_by_each_is_one_matter(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", "Some 60 excavators are digging in the ruins."),
        extracted("The Dune Echo", "The mayor thanked the crews of 100 excavators on Monday."),
    ]
    finding = of_kind(findings_of(story, encoder), "figure_conflict")
    assert set(finding.values) == {"Some 60 excavators", "100 excavators"}


def test_another_so_many_are_not_the_whole(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nFour people were killed in the fire."),
        extracted("The Dune Echo", f"{LEAD}\nAnother 6 people were killed in the fire."),
    ]
    assert "figure_conflict" not in kinds(findings_of(story, encoder))


def test_one_origin_behind_many_outlets_comes_before_corroboration(
    extracted: Maker, encoder: Encoder
):
    story = [extracted(name, LEAD) for name in ("The Harbour Post", "The Dune Echo", "The Tarn")]
    alone = of_kind(findings_of(story, encoder, low=1, high=1), "single_origin")
    agreed = of_kind(findings_of(story, encoder, low=3, high=3), "corroborated")
    assert alone.weight > agreed.weight
    assert "one origin" in alone.message
    assert "three independent origins" in agreed.message


def test_what_one_outlet_alone_has_is_told_last(extracted: Maker, encoder: Encoder):
    words = "the insurers of the Ostwick mill will pay 14 million crowns"
    story = [
        extracted("The Harbour Post", LEAD),
        extracted(
            "The Dune Echo",
            f"{LEAD}\nA broker said {words}.",
            {"words": LEAD.rstrip(".")},
            {"words": words, "by": "A broker", "kind": "unnamed", "cue": "said"},
        ),
    ]
    found = findings_of(story, encoder, low=2)
    assert found[-1].kind == "single_outlet"
    assert "on the word of a broker" in found[-1].message


def test_findings_come_by_weight_whatever_the_order_of_reports(extracted: Maker, encoder: Encoder):
    story = [
        extracted("The Harbour Post", f"{LEAD}\nAt least four people were killed in the fire."),
        extracted("The Dune Echo", f"{LEAD}\nAt least six people were killed in the fire."),
        extracted("The Tarn", LEAD),
    ]
    found = findings_of(story, encoder)
    weights = [finding.weight for finding in found]
    assert weights == sorted(weights, reverse=True)
    assert found == findings_of(story[::-1], encoder)


def test_who_orders_something_is_not_who_says_so(extracted: Maker, encoder: Encoder):
    words = "the mill to pay 2 million crowns to the town of Ostwick for the fire of last year"
    told = "The mill was told to pay 2 million crowns to the town of Ostwick for the fire last year"
    story = [
        extracted(
            "The Harbour Post",
            f"The court ordered {words}.",
            {
                "words": words,
                "by": "The court",
                "kind": "organisation",
                "cue": "ordered",
                "act": "directive",
            },
        ),
        extracted("The Dune Echo", f"{told}."),
    ]
    kinds = {finding.kind for finding in findings_of(story, encoder)}
    assert "drifted_attribution" not in kinds


def test_what_nobody_says_but_asks_is_no_outlet_s_own_news(extracted: Maker, encoder: Encoder):
    words = "whether the boiler of the Ostwick mill had been checked in the spring of last year"
    story = [
        extracted(
            "The Harbour Post",
            f"Inspectors told the town {words}.",
            {"words": words, "by": "Inspectors", "kind": "crowd", "cue": "told"},
        ),
        extracted("The Dune Echo", "Rain is expected in the valley on Wednesday."),
    ]
    kinds = [finding.kind for finding in findings_of(story, encoder)]
    assert "single_outlet" not in kinds


def test_what_another_outlet_counts_alike_is_nobody_s_alone(extracted: Maker, encoder: Encoder):
    def alone(number: str) -> list[str]:
        story = [
            extracted(
                "The Harbour Post",
                "Thieves copied the bank records of 340,000 customers in Ostwick between May and "
                "July, the bank found.",
            ),
            extracted(
                "The Dune Echo",
                f"About the theft in Ostwick it is known that {number} people lost their records.",
            ),
        ]
        found = findings_of(story, encoder)
        return [one.message for one in found if one.kind == "single_outlet"]

    assert not alone("340,000")
    assert alone("12,000")


def test_what_one_outlet_writes_on_two_days_is_no_conflict_of_dates(
    extracted: Maker, encoder: Encoder
):
    def kinds(outlet: str) -> set[str]:
        story = [
            extracted("The Harbour Post", "The old mill in Ostwick burnt down on 1 March."),
            extracted(outlet, "The old mill in Ostwick burnt down on 3 March.", day="2025-03-05"),
        ]
        return {finding.kind for finding in findings_of(story, encoder)}

    assert "date_conflict" in kinds("The Dune Echo")
    assert "date_conflict" not in kinds("The Harbour Post")
