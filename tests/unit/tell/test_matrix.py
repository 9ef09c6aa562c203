from stemma.model import Coverage
from stemma.tell.lookup import Lookup
from stemma.tell.matrix import Row, make_row
from stemma.tell.pointing import Pointing


def row_of(coverage: Coverage) -> Row:
    lookup = Lookup(coverage)
    claim = coverage.stories[0].claims[0]
    pointing = Pointing(lookup=lookup, mark="s1")
    return make_row(claim, lookup.appearances(claim), coverage.reports, pointing)


def test_there_is_a_cell_for_each_report_that_has_the_claim(coverage: Coverage):
    cells = row_of(coverage).cells
    assert [cell.cite.label if cell else None for cell in cells] == [
        "Harbour Post",
        "Valley News",
        None,
    ]


def test_a_cell_says_who_has_it_first_and_on_whose_authority(coverage: Coverage):
    first, second, _ = row_of(coverage).cells
    assert first
    assert second
    assert (first.look, first.is_first) == ("said first", True)
    assert (second.look, second.is_first) == ("said", False)
    assert first.told == "Harbour Post has it first, Ida Noll"
    assert second.told == "Valley News has it, officials"


def test_a_row_points_at_the_words_of_all_appearances(coverage: Coverage):
    assert row_of(coverage).words == "1.12-37 2.27-56"
