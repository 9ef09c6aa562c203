"""Speech told by a reporting verb and what hangs on it: ``NP said that X``, ``NP is accused of X``.

``finding`` looks at each verb, ``active`` and ``passive`` read it, ``speaker`` tells who can say
it. What is said is a clause (``clauses``), a quotation (``quotations``), the clause that the verb
is put into (``inserted``), or, in other frames, a complement (``complements``).
"""

from stemma.extract.predicates.finding import find_by_syntax

__all__ = ["find_by_syntax"]
