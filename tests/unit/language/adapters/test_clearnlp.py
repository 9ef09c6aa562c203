import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.language.adapters.clearnlp import own_labels, to_universal
from stemma.language.adapters.trees import Tree

Row = tuple[str, str, str, int, str]
"""Word, Penn tag, universal tag, head (from 1; 0: root), relation."""


def convert(rows: list[Row]) -> list[tuple[int, str]]:
    tree = Tree(
        words=[row[0].lower() for row in rows],
        xpos=[row[1] for row in rows],
        upos=[row[2] for row in rows],
        heads=[row[3] - 1 if row[3] else at for at, row in enumerate(rows)],
        relations=[row[4] for row in rows],
    )
    tree.settle()
    to_universal(tree)
    return [
        (0 if head == at else head + 1, relation)
        for at, (head, relation) in enumerate(zip(tree.heads, tree.relations, strict=True))
    ]


def test_a_phrase_hangs_over_its_preposition():
    assert convert(
        [
            ("It", "PRP", "PRON", 2, "nsubj"),
            ("rained", "VBD", "VERB", 0, "ROOT"),
            ("on", "IN", "ADP", 2, "prep"),
            ("fields", "NNS", "NOUN", 3, "pobj"),
            ("near", "IN", "ADP", 4, "prep"),
            ("Orlen", "NNP", "PROPN", 5, "pobj"),
        ]
    ) == [(2, "nsubj"), (0, "root"), (4, "case"), (2, "obl"), (6, "case"), (4, "nmod")]


def test_two_prepositions_share_one_phrase():
    assert convert(
        [
            ("They", "PRP", "PRON", 2, "nsubj"),
            ("came", "VBD", "VERB", 0, "ROOT"),
            ("from", "IN", "ADP", 2, "prep"),
            ("behind", "IN", "ADP", 3, "prep"),
            ("mills", "NNS", "NOUN", 4, "pobj"),
        ]
    )[2:] == [(5, "case"), (5, "case"), (2, "obl")]


def test_according_to_is_one_preposition():
    assert convert(
        [
            ("According", "VBG", "VERB", 6, "prep"),
            ("to", "IN", "ADP", 1, "prep"),
            ("police", "NNS", "NOUN", 2, "pobj"),
            (",", ",", "PUNCT", 6, "punct"),
            ("it", "PRP", "PRON", 6, "nsubj"),
            ("rained", "VBD", "VERB", 0, "ROOT"),
        ]
    )[:3] == [(3, "case"), (1, "fixed"), (6, "obl")]


def test_a_clause_behind_a_preposition_is_marked_by_it():
    assert convert(
        [
            ("They", "PRP", "PRON", 2, "nsubj"),
            ("ate", "VBD", "VERB", 0, "ROOT"),
            ("before", "IN", "ADP", 2, "prep"),
            ("leaving", "VBG", "VERB", 3, "pcomp"),
            ("town", "NN", "NOUN", 4, "dobj"),
        ]
    )[2:] == [(4, "mark"), (2, "advcl"), (4, "obj")]


def test_what_someone_is_hangs_over_the_copula():
    assert convert(
        [
            ("Vance", "NNP", "PROPN", 3, "nsubj"),
            ("has", "VBZ", "AUX", 3, "aux"),
            ("been", "VBN", "AUX", 0, "ROOT"),
            ("the", "DT", "DET", 5, "det"),
            ("mayor", "NN", "NOUN", 3, "attr"),
            (".", ".", "PUNCT", 3, "punct"),
        ]
    ) == [(5, "nsubj"), (5, "aux"), (5, "cop"), (5, "det"), (0, "root"), (5, "punct")]


def test_where_someone_is_hangs_over_the_copula():
    assert convert(
        [
            ("Vance", "NNP", "PROPN", 2, "nsubj"),
            ("is", "VBZ", "AUX", 0, "ROOT"),
            ("in", "IN", "ADP", 2, "prep"),
            ("Orlen", "NNP", "PROPN", 3, "pobj"),
        ]
    ) == [(4, "nsubj"), (4, "cop"), (4, "case"), (0, "root")]


def test_there_is_keeps_its_verb():
    assert convert(
        [
            ("There", "EX", "PRON", 2, "expl"),
            ("are", "VBP", "AUX", 0, "ROOT"),
            ("cracks", "NNS", "NOUN", 2, "attr"),
        ]
    ) == [(2, "expl"), (0, "root"), (2, "nsubj")]


def test_a_passive_has_its_agent():
    assert convert(
        [
            ("He", "PRP", "PRON", 3, "nsubjpass"),
            ("was", "VBD", "AUX", 3, "auxpass"),
            ("seen", "VBN", "VERB", 0, "ROOT"),
            ("by", "IN", "ADP", 3, "agent"),
            ("guards", "NNS", "NOUN", 4, "pobj"),
        ]
    ) == [(3, "nsubj:pass"), (3, "aux:pass"), (0, "root"), (5, "case"), (3, "obl:agent")]


def test_all_conjuncts_hang_under_the_first():
    assert convert(
        [
            ("Rook", "NNP", "PROPN", 6, "nsubj"),
            (",", ",", "PUNCT", 1, "punct"),
            ("Vance", "NNP", "PROPN", 1, "conj"),
            ("and", "CC", "CCONJ", 3, "cc"),
            ("Tarn", "NNP", "PROPN", 3, "conj"),
            ("left", "VBD", "VERB", 0, "ROOT"),
        ]
    ) == [(6, "nsubj"), (3, "punct"), (1, "conj"), (5, "cc"), (1, "conj"), (0, "root")]


def test_phrases_with_prepositions_are_conjuncts_too():
    assert convert(
        [
            ("It", "PRP", "PRON", 2, "nsubj"),
            ("rained", "VBD", "VERB", 0, "ROOT"),
            ("in", "IN", "ADP", 2, "prep"),
            ("Orlen", "NNP", "PROPN", 3, "pobj"),
            ("and", "CC", "CCONJ", 3, "cc"),
            ("on", "IN", "ADP", 3, "conj"),
            ("hills", "NNS", "NOUN", 6, "pobj"),
        ]
    )[2:] == [(4, "case"), (2, "obl"), (7, "cc"), (7, "case"), (4, "conj")]


def test_the_to_of_an_infinitive_is_a_mark_and_other_auxiliaries_stay():
    assert convert(
        [
            ("They", "PRP", "PRON", 3, "nsubj"),
            ("will", "MD", "AUX", 3, "aux"),
            ("try", "VB", "VERB", 0, "ROOT"),
            ("to", "TO", "PART", 5, "aux"),
            ("build", "VB", "VERB", 3, "xcomp"),
        ]
    ) == [(3, "nsubj"), (3, "aux"), (0, "root"), (5, "mark"), (3, "xcomp")]


@pytest.mark.parametrize(
    ("label", "relation"),
    [("dative", "iobj"), ("relcl", "acl:relcl"), ("neg", "advmod"), ("poss", "nmod:poss")],
)
def test_other_labels_are_renamed(label: str, relation: str):
    rows: list[Row] = [("a", "NN", "NOUN", 0, "ROOT"), ("b", "NN", "NOUN", 1, label)]
    assert convert(rows)[1] == (1, relation)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["is", "there", "to", "according", "mill", "and", "here"]),
            st.sampled_from(["NN", "IN", "TO", "VBZ"]),
            st.sampled_from(["NOUN", "ADP", "AUX", "VERB", "PUNCT"]),
            st.integers(0, 12),
            st.sampled_from(["ROOT", "conj", "cc", "aux", "expl", "nmod", *sorted(own_labels())]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_comes_in_one_tree_without_foreign_labels_comes_out(rows: list[Row]):
    inside = [(*row[:3], min(row[3], len(rows)), row[4]) for row in rows]
    found = convert(inside)
    assert [relation for head, relation in found if head == 0] == ["root"]
    assert not own_labels() & {relation for _, relation in found}
    for at in range(len(found)):
        place, steps = at + 1, 0
        while place:
            place, steps = found[place - 1][0], steps + 1
            assert steps <= len(found)
