"""Contents made complete: all of what is said, and no more.

Each file takes attributions that are found already. Quotations that are left get their speakers
and go on over sentences; negations and relative clauses take their words along; bare phrases are
told from clauses; two things said at once are parted; ends are mended.
"""

from stemma.extract.contents.bare_phrases import tell_phrases
from stemma.extract.contents.continuations import continue_quotations
from stemma.extract.contents.coordination import split_coordinated
from stemma.extract.contents.ends import absorb_rests, drop_severed
from stemma.extract.contents.negation import keep_negations
from stemma.extract.contents.relatives import complete_relatives

__all__ = [
    "absorb_rests",
    "complete_relatives",
    "continue_quotations",
    "drop_severed",
    "keep_negations",
    "split_coordinated",
    "tell_phrases",
]
