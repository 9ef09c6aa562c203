from tests.invented import make_report, make_statement

from stemma.trace.media import know_media


def test_a_body_is_an_outlet_by_its_article():
    media = know_media([make_report(name="b", outlet="The Heron")])
    found: list[bool] = []
    for article in ("The", "A"):
        report = make_report(f"{article} Heron reported that the mill had sunk.", name="a")
        said = make_statement(report, "the mill had sunk", by="Heron", kind="organisation")
        assert said.source is not None
        found.append(media.is_outlet(said.source, report))
    assert found == [True, False]


def test_a_body_of_no_known_name_is_no_outlet():
    report = make_report("The Council reported that the mill had sunk.", name="a")
    said = make_statement(report, "the mill had sunk", by="Council", kind="organisation")
    assert said.source is not None
    assert not know_media([]).is_outlet(said.source, report)
