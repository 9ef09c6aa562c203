"""Who says what in one report: statements, their sources, their figures and moments.

The work has an order (``statements``), and so have the rooms; each imports those before it:

- ``lexicon``: what is known of words before any report;
- ``text``: the trees, phrases and quotations of one report;
- ``sources``: whom or what a phrase names;
- ``predicates``: speech told by a reporting verb and what hangs on it;
- ``forms``: all forms of speech; each that is found is an ``Attribution``;
- ``contents``: all of what is said, and no more;
- ``speakers``: who the words for a speaker mean here, and who stands behind.

``Reading`` is what is known before anybody is found to say anything. At the end attributions
and the report's own words become statements (``assembly``).
"""

from stemma.extract.statements import extract

__all__ = ["extract"]
