"""Where the headline of a page is, and what stands in for one."""

from collections.abc import Sequence

from stemma.read.residue.form import is_section, told_by_form
from stemma.read.shape import ends_flat, folded, is_capitals, is_headline, is_sentence, words_of

_SEARCHED = 8  # lines from the top in which a headline is looked for
_SAME_SHARE = 0.8  # of the words, for a title and a line to be the same
_FEWEST_WORDS = 4


def same_words(left: str, right: str) -> bool:
    """Tell whether two lines are the same headline, a site's name at the end aside."""
    one, other = folded(left).split(), folded(right).split()
    if not one or not other:
        return False
    if one == other or (
        " ".join(one).startswith(" ".join(other) + " ") and len(other) >= _FEWEST_WORDS
    ):
        return True
    shared = len(set(one) & set(other))
    return shared >= _SAME_SHARE * max(len(set(one)), len(set(other)))


def find_headline(page: Sequence[str], title: str | None) -> int | None:
    """Give the index of the headline, None where the page begins without one.

    ``title`` is what metadata declare. Without it, the headline is the first line near the top
    that is a phrase rather than a sentence and is followed by running text, or by itself.
    """
    if title:
        return next(
            (at for at, line in enumerate(page[:_SEARCHED]) if same_words(title, line)), None
        )
    top = page[:_SEARCHED]
    for index, line in enumerate(top):
        again = any(folded(line) == folded(below) for below in page[index + 1 : index + 3])
        if again and len(words_of(line)) >= _FEWEST_WORDS and not ends_flat(line):
            return index
    for index, line in enumerate(top):
        if is_sentence(line) and not line.rstrip("\"'”’").endswith(("?", "!")):
            return None
        if _may_be_headline(line) and any(map(is_sentence, page[index + 1 : index + 6])):
            return index
    return None


def _may_be_headline(line: str) -> bool:
    if is_section(line) or len(words_of(line)) < _FEWEST_WORDS:
        return False
    return is_headline(line) and (told_by_form(line) is None or is_capitals(line))
