from pathlib import Path

from evals.material import make_report
from evals.readers.cat import read_cat
from evals.readers.conllu import join, read_sentences
from evals.readers.ecbplus import parse_report
from evals.readers.polnear import parse_brat
from evals.readers.tagged import marks
from evals.readers.timex import parse_timeml
from evals.readers.words import join_words

BRAT = """T1\tSource 0 8\tAda Rook
T2\tCue 9 13\tsaid
T3\tContent 14 20;25 30\tthe ga te was
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
"""
CONLLU = """# newpar
# text = “Don't go.”
1\t“\t_\tPUNCT\t``\t_\t3\tpunct\t_\tSpaceAfter=No
2-3\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tDo\t_\tAUX\tVB\t_\t4\taux\t_\t_
3\tn't\t_\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\t_\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t_\tPUNCT\t.\t_\t4\tpunct\t_\tSpaceAfter=No
6\t”\t_\tPUNCT\t''\t_\t4\tpunct\t_\t_

# text = Stay.
1\tStay\t_\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t_\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""
CAT = """<Document><token t_id="1" sentence="0">http://gulls.example</token>
<token t_id="2" sentence="1">Gulls</token><token t_id="3" sentence="1">cried</token>
<token t_id="4" sentence="1">.</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
<ACTION_REPORTING m_id="2"><token_anchor t_id="3"/></ACTION_REPORTING>
<HUMAN_PART m_id="3"><token_anchor t_id="2"/></HUMAN_PART></Markables>
<Relations><CROSS_DOC_COREF note="A1"><source m_id="1"/><source m_id="2"/></CROSS_DOC_COREF>
</Relations></Document>"""


def test_brat_has_roles_with_several_stretches():
    (one,) = parse_brat(BRAT)
    assert (one.source, one.cue, one.content) == (((0, 8),), ((9, 13),), ((14, 20), (25, 30)))


def test_conllu_is_put_back_into_text(tmp_path: Path):
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    passage = join("a", read_sentences(path))
    assert passage.text == "“Don't go.” Stay."
    assert [passage.text[word.start : word.end] for word in passage.words] == [
        word.form for word in passage.words
    ]
    assert [passage.text[start:end] for start, end in passage.sentences] == ["“Don't go.”", "Stay."]
    assert passage.words[-1].head == len(passage.words) - 2
    assert passage.words[3].head == -1


def test_words_are_joined_as_they_were_printed():
    words = ["He", "said", ":", '"', "I", "do", "n't", "know", '"', "(", "at", "5", "%", ")", "."]
    joined = join_words([words, ["Then", "he", "left", "."]])
    assert joined.text == 'He said: "I don\'t know" (at 5%).\nThen he left.'
    assert [joined.text[start:end] for start, end in joined.places][:15] == words


def test_tags_become_stretches():
    labels = ["B-PER", "I-PER", "O", "I-LOC", "B-LOC", "I-ORG"]
    assert marks(labels) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC"), (5, 6, "ORG")]


def test_timeml_keeps_places_and_the_time_of_writing():
    dated = parse_timeml(
        '<DCT><TIMEX3 functionInDocument="CREATION_TIME" value="1998-02-13">x</TIMEX3></DCT>'
        '<TEXT>It &amp; he\nleft <TIMEX3 type="DATE" value="1998-02-12">Thursday</TIMEX3>.</TEXT>',
        name="a",
    )
    (one,) = dated.expressions
    assert dated.text == "It & he left Thursday."
    assert dated.text[one.start : one.end] == "Thursday"
    assert (dated.reference, one.value) == ("1998-02-13", "1998-02-12")


def test_cat_gives_mentions_of_chains_without_addresses_and_saying(tmp_path: Path):
    path = tmp_path / "1_1ecbplus.xml"
    path.write_text(CAT, encoding="utf-8")
    report = parse_report(path, topic=1, half="ecbplus")
    assert report.text == "Gulls cried."
    assert [(one.chain, one.is_action) for one in report.mentions] == [("A1", True)]
    assert read_cat(path).sentences[0] == (("1", "http://gulls.example"),)


def test_a_report_of_clean_text_keeps_its_offsets():
    text = "Gate fails\n\n  The gate gave way.  \r\nFour died.\n"
    report = make_report(text, name="a", title=True, published="2026-03-10")
    assert report.text == text
    kinds = [(part.kind, text[part.start : part.end]) for part in report.parts]
    assert kinds == [
        ("headline", "Gate fails"),
        ("body", "The gate gave way."),
        ("body", "Four died."),
    ]
    assert report.title == "Gate fails"
    assert report.published is not None
    assert report.published.precision == "day"
