"""Speech in all its forms, with and without a reporting verb.

``finding`` tries them in each sentence, the surest first: refusals to answer, ``quoted as
saying``, ``according to``, word order, the parse (``predicates``), nouns, and what the network
alone proposes. Headlines, transcripts and announced paragraphs are read whole.
"""

from stemma.extract.forms.finding import find_forms

__all__ = ["find_forms"]
