from collections.abc import Callable

from stemma.align import align, find_entities
from stemma.align.claims.topic import part_topical
from stemma.align.claims.wordings import Wording, find_wordings
from stemma.model import Extracted
from stemma.ports import Encoder

Maker = Callable[..., Extracted]

POST = (
    "The old tidal lock of Ostwick opens to the public in March.\n"
    "The old tidal lock of Ostwick is a marvel of iron and oak.\n"
    "The old tidal lock of Ostwick lost its keeper in 1951.\n"
    "Painters have loved the old tidal lock of Ostwick for a century."
)
ECHO = (
    "The old tidal lock of Ostwick is to open to visitors in March.\n"
    "The old tidal lock of Ostwick can be seen from the quay.\n"
    "Herons nest at the old tidal lock of Ostwick.\n"
    "Children learn to swim below the old tidal lock of Ostwick."
)


def wordings_of(story: list[Extracted]) -> list[Wording]:
    return find_wordings(story, find_entities(story))


def at(wordings: list[Wording], words: str) -> int:
    return next(place for place, one in enumerate(wordings) if words in one.text)


def test_what_shares_no_word_but_those_of_the_topic_is_parted(extracted: Maker):
    wordings = wordings_of([extracted("The Harbour Post", POST), extracted("The Dune Echo", ECHO)])
    marvel, seen = at(wordings, "marvel"), at(wordings, "seen")
    assert part_topical([[marvel, seen]], wordings, []) == [[marvel], [seen]]


def test_what_shares_a_word_of_its_own_stays_together(extracted: Maker):
    wordings = wordings_of([extracted("The Harbour Post", POST), extracted("The Dune Echo", ECHO)])
    public, visitors, seen = (at(wordings, word) for word in ("public", "visitors", "seen"))
    cluster = sorted([public, visitors, seen])
    assert part_topical([cluster], wordings, []) == [[public, visitors], [seen]]


def test_what_is_nearly_the_same_stays_together_whatever_its_words(extracted: Maker):
    wordings = wordings_of([extracted("The Harbour Post", POST), extracted("The Dune Echo", ECHO)])
    marvel, seen = at(wordings, "marvel"), at(wordings, "seen")
    assert part_topical([[marvel, seen]], wordings, [(marvel, seen)]) == [[marvel, seen]]


def test_the_topic_alone_makes_no_claim_of_two_reports(extracted: Maker, encoder: Encoder):
    story = [extracted("The Harbour Post", POST), extracted("The Dune Echo", ECHO)]
    claims = align(story, find_entities(story), encoder=encoder)
    shared = [claim.text for claim in claims if claim.counts.reports > 1]
    assert len(shared) == 1
    assert "March" in shared[0]
