from dataclasses import replace

from stemma.model import Coverage, Report
from stemma.web.legible import legible

REPORT = Report(
    id="report:sha256:00",
    article_id="article:sha256:00",
    paths=("a/caf\udce9.txt", "plain.txt"),
    url=None,
    outlet=None,
    family=None,
    agency=None,
    title=None,
    authors=(),
    published=None,
    language="en",
    parts=(),
    credits=(),
    text="The bridge is shut.",
    cut=(),
)


def test_names_of_files_that_are_not_utf_8_can_be_written():
    (report,) = legible(Coverage(reports=(REPORT,), failures=(), stories=())).reports
    assert report.paths == ("a/caf\\udce9.txt", "plain.txt")
    assert REPORT.name == report.name == "caf\\udce9.txt"


def test_what_can_be_written_is_left_as_it_is():
    coverage = Coverage(reports=(replace(REPORT, paths=("é.txt",)),), failures=(), stories=())
    assert legible(coverage) is coverage
