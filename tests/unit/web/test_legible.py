from dataclasses import replace

from tests.invented import make_report

from stemma.model import Coverage
from stemma.web.legible import legible

REPORT = make_report("The bridge is shut.", paths=("a/caf\udce9.txt", "plain.txt"))


def test_names_of_files_that_are_not_utf_8_can_be_written():
    (report,) = legible(Coverage(reports=(REPORT,), failures=(), stories=())).reports
    assert report.paths == ("a/caf\\udce9.txt", "plain.txt")
    assert REPORT.name == report.name == "caf\\udce9.txt"


def test_what_can_be_written_is_left_as_it_is():
    coverage = Coverage(reports=(replace(REPORT, paths=("é.txt",)),), failures=(), stories=())
    assert legible(coverage) is coverage
