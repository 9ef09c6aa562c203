from stemma.read.residue.furniture import begins, ends, holds, is_made_of, phrases


def test_a_line_may_be_several_phrases_in_a_row():
    assert is_made_of("share tweet email", "whole")
    assert is_made_of("home news and world", "whole", "section")
    assert not is_made_of("share the grief", "whole")
    assert not is_made_of("", "whole")


def test_phrases_are_found_at_either_end_and_inside():
    assert begins("read also five ferries", "opening") == "read also"
    assert ends("five ferries read more", "ending") == "read more"
    assert holds("please enter your email now", "inside") == "enter your email"
    assert begins("nothing of the kind", "opening") is None


def test_every_kind_that_rules_ask_for_has_phrases():
    kinds = "whole section heading opening label ending inside asking offer picture"
    assert all(phrases(kind) for kind in kinds.split())
