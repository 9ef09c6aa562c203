"""Content that is a quotation: ``said: “X”``, ``told the crowd, “X”``."""

from stemma.extract.predicates.inserted import read_inserted
from stemma.extract.predicates.predicate import Content, Predicate


def read_quotation(predicate: Predicate) -> Content | None:
    """Read a quotation, or a clause that the verb is put into."""
    return (
        read_direct(predicate)
        or _after_colon(predicate)
        or read_inserted(predicate)
        or _behind(predicate)
    )


def read_direct(predicate: Predicate) -> Content | None:
    """Read the quotation that the verb brings: ``went on: “X”``."""
    syntax, at = predicate.syntax, predicate.at
    opening = next(
        (place for place in predicate.behind if predicate.quoted.opens_speech(place)), None
    )
    if (
        opening is None
        or any(syntax.is_finite(place) for place in range(at + 1, opening))
        or _is_within_object(predicate, opening)
    ):
        return None
    return Content("quote", predicate.quoted.widen([opening]))


def _is_within_object(predicate: Predicate, opening: int) -> bool:
    """Tell ``noted the year of “plenty”`` from ``told the crowd: “Plenty!”``."""
    syntax = predicate.syntax
    if syntax.words[opening - 1] in (",", ":"):
        return False
    relations = ["xcomp"] if "to" in predicate.verb.frames else []
    relations += ["obj"] if "object" in predicate.verb.frames else []
    objects = [child for child in predicate.right(*relations) if child < opening]
    return any(opening in syntax.subtree(child) for child in objects)


def _after_colon(predicate: Predicate) -> Content | None:
    last = predicate.sentence.last
    colon = next((at for at in predicate.behind if predicate.syntax.words[at] == ":"), None)
    if colon is None or predicate.verb.verb_class not in ("say", "claim"):
        return None
    places = predicate.syntax.trim(range(colon + 1, last))
    return Content("quote", places) if places else None


def _behind(predicate: Predicate) -> Content | None:
    """Read ``He said, X`` where the parser hangs X on the verb as an aside."""
    if predicate.verb.verb_class != "say":
        return None
    syntax = predicate.syntax
    behind = [at for child in predicate.right("parataxis") for at in syntax.subtree(child)]
    places = syntax.trim(behind)
    return Content("quote", places) if places else None
