import hashlib
from pathlib import Path

import pytest
from training.readers.attributions import read_attributions
from training.readers.conllu import read_trees
from training.readers.ewt import read_ewt
from training.readers.gum import documents, label_names, read_gum
from training.readers.meantime import label, read_article
from training.readers.tagged import join, read_wikigold, read_wnut
from training.sentence import well_formed

COLUMNS = "{at}\t{word}\t_\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{further}"


def row(at: int, word: str, xpos: str, *place: int | str) -> str:
    """Write a word; ``place`` is its head, its relation, and its last column, if any."""
    head, relation, *further = place
    return COLUMNS.format(
        at=at,
        word=word,
        upos="X",
        xpos=xpos,
        head=head,
        relation=relation,
        further=further[0] if further else "_",
    )


def write(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


VANCE = (
    "# sent_id = invented-1",
    "# text = Mayor Tilda Vance left Pellbrook.",
    row(1, "Mayor", "NNP", 4, "nsubj", "Entity=(1-person-new-nnnnn-cf1-2,3-coref"),
    row(2, "Tilda", "NNP", 1, "flat"),
    row(3, "Vance", "NNP", 1, "flat", "Entity=1)"),
    row(4, "left", "VBD", 0, "root"),
    row(5, "Pellbrook", "NNP", 4, "obj", "SpaceAfter=No|Entity=(2-place-new-nnnnn-cf2-1-sgl)"),
    row(6, ".", ".", 4, "punct"),
)


def test_ranges_and_empty_words_of_a_treebank_are_no_words(tmp_path: Path):
    write(
        tmp_path / "one.conllu",
        "# text = don't",
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
        row(1, "do", "VBP", 0, "root"),
        row(2, "n't", "RB", 1, "advmod"),
        "2.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_",
        "",
    )
    (tree,) = read_trees(tmp_path / "one.conllu")
    assert tree.words == ("do", "n't")
    assert [(word.xpos, word.head) for word in tree.syntax] == [("VBP", 0), ("RB", 1)]
    assert tree.comments["text"] == "don't"


def test_names_of_universal_ner_are_put_on_the_same_words_alone(tmp_path: Path):
    write(
        tmp_path / "train/ewt/train.conllu",
        *VANCE,
        "",
        "# text = Yes",
        row(1, "Yes", "UH", 0, "root"),
    )
    write(
        tmp_path / "train/uner_ewt/en_ewt-ud-train.iob2",
        "# sent_id = invented-1",
        *(
            f"{at}\t{word}\t{label}\t-\t-"
            for at, (word, label) in enumerate(
                [
                    ("Mayor", "O"),
                    ("Tilda", "B-PER"),
                    ("Vance", "I-PER"),
                    ("left", "O"),
                    ("Pellbrook", "B-LOC"),
                    (".", "O"),
                ]
            )
        ),
    )
    named, other = read_ewt(tmp_path, "train")
    assert named.names == ("O", "B-PER", "I-PER", "O", "B-LOC", "O")
    assert named.text == "Mayor Tilda Vance left Pellbrook."
    assert other.names is None


def test_an_entity_of_gum_is_named_without_its_title(tmp_path: Path):
    write(tmp_path / "one.conllu", *VANCE)
    (tree,) = read_trees(tmp_path / "one.conllu")
    assert label_names(tree) == ("O", "B-PER", "I-PER", "O", "B-LOC", "O")


def test_an_entity_whose_head_is_no_name_is_not_named(tmp_path: Path):
    write(
        tmp_path / "one.conllu",
        "# text = the Pellbrook mayor",
        row(1, "the", "DT", 3, "det", "Entity=(1-person-new-nnnnn-cf1-3-sgl"),
        row(2, "Pellbrook", "NNP", 3, "compound", "Entity=(2-place-new-nnnnn-cf2-1-sgl)"),
        row(3, "mayor", "NN", 0, "root", "Entity=1)"),
    )
    (tree,) = read_trees(tmp_path / "one.conllu")
    assert label_names(tree) == ("O", "B-LOC", "O")


def test_an_organisation_takes_in_what_follows_of_and_the_places_in_it(tmp_path: Path):
    write(
        tmp_path / "one.conllu",
        "# text = the Bank of Pellbrook",
        row(1, "the", "DT", 2, "det", "Entity=(1-organization-new-nnnnn-cf1-2-sgl"),
        row(2, "Bank", "NNP", 0, "root"),
        row(3, "of", "IN", 4, "case"),
        row(4, "Pellbrook", "NNP", 2, "nmod", "Entity=(2-place-new-nnnnn-cf2-1-sgl)1)"),
    )
    (tree,) = read_trees(tmp_path / "one.conllu")
    assert label_names(tree) == ("O", "B-ORG", "I-ORG", "I-ORG")


def test_genres_of_gum_that_are_not_free_are_not_read(tmp_path: Path):
    folder = tmp_path / "train/gum"
    write(
        folder / "splits.md",
        "# Splits",
        "",
        "## dev",
        "  * GUM_news_later",
        "",
        "## train",
        "  * GUM_news_flood",
        "  * GUM_fiction_dam",
        "  * GUM_court_mill",
    )
    write(folder / "dep/GUM_news_flood.conllu", *VANCE)
    write(
        folder / "dep/GUM_court_mill.conllu",
        "# meta::sourceURL = https://www.linguistics.ucsb.edu/research/santa-barbara-corpus#1",
        *VANCE,
    )
    assert documents(folder, "train") == ["GUM_court_mill", "GUM_news_flood"]
    assert len(list(read_gum(tmp_path, "train"))) == 1


def test_labels_become_bio_of_our_kinds():
    assert well_formed(("I-PER", "I-PER", "I-LOC", "I-MISC", "B-OTH", "O")) == (
        "B-PER",
        "I-PER",
        "B-LOC",
        "O",
        "O",
        "O",
    )


def test_kinds_of_other_corpora_become_ours(tmp_path: Path):
    write(tmp_path / "train/wikigold/wikigold.txt", "Pellbrook I-LOC", "wept O", "", "Oh O")
    write(
        tmp_path / "train/wnut17/wnut17train.conll",
        "Vance\tB-person",
        "of\tO",
        "Millco\tB-corporation",
        "\t",
        "The\tB-group",
        "Otters\tI-group",
        "sang\tO",
        "Rain\tB-creative-work",
    )
    assert [one.names for one in read_wikigold(tmp_path)] == [("B-LOC", "O"), ("O",)]
    assert [one.names for one in read_wnut(tmp_path)] == [
        ("B-PER", "O", "B-ORG"),
        ("B-ORG", "I-ORG", "O", "O"),
    ]


def test_words_are_put_back_into_text():
    words = ["Vance", "'s", "mill", "(", "burnt", ")", ",", "she", "said", "."]
    assert join(words) == "Vance's mill (burnt), she said."


def test_a_mark_that_spelling_bears_out_is_learnt_and_other_capitals_are_left_open():
    words = ["Mayor", "Tilda", "Vance", "left", "Pellbrook", "on", "Tuesday"]
    sentence = label(words, [("PER", range(3)), ("LOC", range(4, 5))])
    assert sentence.names == ("O", "B-PER", "I-PER", "O", "B-LOC", "O", None)


def test_a_mark_that_holds_a_phrase_is_left_open():
    words = ["the", "largest", "mill", "Millco", "closed"]
    assert label(words, [("ORG", range(4))]).names == (None, None, None, None, "O")


def test_the_longest_mark_counts_and_other_kinds_are_no_names():
    words = ["Pellbrook", "Mill", "Company", "sells", "Millbread"]
    marks = [("LOC", range(1)), ("ORG", range(3)), ("O", range(4, 5))]
    assert label(words, marks).names == ("B-ORG", "I-ORG", "I-ORG", "O", "O")


def test_an_article_of_meantime_is_read_as_far_as_it_is_marked(tmp_path: Path):
    tokens = "".join(
        f'<token number="{at}" sentence="{at // 2}" t_id="{at + 1}">{word}</token>'
        for at, word in enumerate(["Vance", "left"] + ["it", "rained"] * 6)
    )
    write(
        tmp_path / "one.xml",
        f"<Document>{tokens}<Markables>"
        '<ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>'
        '<ENTITY m_id="2" ent_type="PER"/></Markables><Relations>'
        '<REFERS_TO r_id="3"><source m_id="1"/><target m_id="2"/></REFERS_TO>'
        "</Relations></Document>",
    )
    sentences = read_article(tmp_path / "one.xml")
    assert len(sentences) == 6
    assert sentences[0].names == ("B-PER", "O")


INVENTED_TREES = (
    "# text = Vance said it rained.",
    row(1, "Vance", "NNP", 2, "nsubj"),
    row(2, "said", "VBD", 0, "root"),
    row(3, "it", "PRP", 4, "nsubj"),
    row(4, "rained", "VBD", 2, "ccomp"),
    row(5, ".", ".", 2, "punct"),
    "",
    "# text = Nobody knew.",
    row(1, "Nobody", "NN", 2, "nsubj"),
    row(2, "knew", "VBD", 0, "root"),
    row(3, ".", ".", 2, "punct"),
)


def mark(folder: Path, text: str) -> None:
    digest = hashlib.sha256(text.encode()).hexdigest()
    write(folder / "documents.tsv", "# invented", f"rain\train.conllu\t{digest}")
    write(
        folder / "settled.tsv",
        "# invented",
        "rain\tindirect\t0:5\t6:10\t11:20",
        "rain\tindirect\t-\t29:33\t22:28",
    )


def test_words_have_the_roles_that_markers_gave_them(tmp_path: Path):
    write(tmp_path / "rain.conllu", *INVENTED_TREES)
    mark(tmp_path / "marks", "Vance said it rained.\nNobody knew.")
    first, second = read_attributions(tmp_path, tmp_path / "marks")
    assert first.roles == ((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 1), (0, 0, 0))
    assert second.roles == ((0, 0, 1), (0, 1, 0), (0, 0, 0))


def test_marks_are_refused_for_another_text(tmp_path: Path):
    write(tmp_path / "rain.conllu", *INVENTED_TREES)
    mark(tmp_path / "marks", "Vance said it snowed.\nNobody knew.")
    with pytest.raises(ValueError, match=r"rain\.conllu is not the text that was marked"):
        list(read_attributions(tmp_path, tmp_path / "marks"))
