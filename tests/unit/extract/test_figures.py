from collections.abc import Callable

from stemma.model import Extracted

Read = Callable[..., Extracted]


def test_a_figure_knows_the_statement_it_stands_in(read: Read):
    extracted = read("The fire began on Monday. Police said 40 people were hurt.")
    (figure,) = (one for one in extracted.figures if one.value == 40)
    (statement,) = (one for one in extracted.statements if one.voice != "own")
    assert figure.statement == statement.id


def test_a_figure_of_the_reports_own_belongs_to_its_own_statement(read: Read):
    extracted = read("The fire killed 12 people.")
    assert [figure.statement for figure in extracted.figures] == [extracted.statements[0].id]


def test_as_of_dates_a_figure(read: Read):
    extracted = read("As of 3 May 2021, the fire had hurt 40 people, police said.")
    assert [figure.as_of for figure in extracted.figures if figure.value == 40] == ["2021-05-03"]


def test_a_deadline_dates_no_figure(read: Read):
    extracted = read("The firm will hire 40 people by 3 May 2021.")
    assert [figure.as_of for figure in extracted.figures if figure.value == 40] == [None]


def test_a_date_of_another_sentence_dates_no_figure(read: Read):
    extracted = read("The bridge was shut by 3 May 2021. Police said 40 people were hurt.")
    assert [figure.as_of for figure in extracted.figures if figure.value == 40] == [None]
