from stemma.language import gazetteer


def test_every_country_has_a_code_and_a_name():
    codes = [country.code for country in gazetteer.countries()]
    assert len(codes) == len(set(codes)) > 190
    assert all(country.name for country in gazetteer.countries())


def test_names_demonyms_and_capitals_lead_to_the_country():
    assert gazetteer.country_names()["UK"] == "GB"
    assert gazetteer.demonyms()["Ukrainian"] == "UA"
    assert gazetteer.capitals()["Kiev"] == gazetteer.capitals()["Kyiv"] == "UA"


def test_no_demonym_is_a_country():
    assert not gazetteer.demonyms().keys() & gazetteer.country_names().keys()


def test_tables_hold_no_remarks_and_no_blanks():
    for words in (gazetteer.regions(), gazetteer.cities(), gazetteer.titles()):
        assert words
        assert all(word == word.strip() and not word.startswith("#") for word in words)
