from evals.scorers.names import Count
from tests.evals.making import name

TEXT = "The Tarn Council met Ada Rook in Ostwick for the Carenian holiday."


def test_a_name_counts_where_span_and_kind_are_right():
    count = Count()
    wanted = [(21, 29, "PER"), (33, 40, "LOC")]
    assert TEXT[21:29] == "Ada Rook"
    count.add(TEXT, wanted, [name(TEXT, "Ada Rook", "person"), name(TEXT, "Ostwick", "person")])
    assert count.every.f1 == 0.5
    assert count.kinds["place"].recall == 0


def test_a_leading_article_makes_no_difference():
    count = Count()
    count.add(TEXT, [(0, 16, "ORG")], [name(TEXT, "Tarn Council", "organisation")])
    assert count.every.f1 == 1


def test_a_name_that_touches_another_kind_is_not_counted():
    count = Count()
    wanted = [(49, 57, "NORP"), (33, 40, "Location")]
    assert TEXT[49:57] == "Carenian"
    ours = [name(TEXT, "Carenian holiday", "organisation"), name(TEXT, "Ostwick", "place")]
    count.add(TEXT, wanted, ours)
    assert (count.every.given, count.every.f1) == (1, 1)
