"""Which words can be a speaker."""

import re

from stemma.extract.lexicon import speaker_kind
from stemma.extract.sources.counts import QUANTIFIERS
from stemma.extract.sources.names import Names
from stemma.extract.text import Syntax

_SPEAKING_PRONOUNS = frozenset(("he", "she", "they", "it", "everyone", "everybody", "others"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_AGENTIVE = re.compile(r"(?:ist|ian|eer|crat|man|men|woman|women|person|ists|ians|eers|crats)$")


def can_speak(names: Names, at: int) -> bool:
    """Tell whether the word at ``at`` can be a speaker: a name, a pronoun, a speaking noun."""
    word = names.syntax.words[at]
    if word in _RELATIVE:
        noun = _antecedent(names.syntax, at)
        return noun is None or word == "who" or can_speak(names, noun)
    return (
        word in _SPEAKING_PRONOUNS
        or word in QUANTIFIERS
        or at in names.at
        or names.syntax.tokens[at].upos == "PROPN"
        or speaker_kind(word) is not None
        or _AGENTIVE.search(word) is not None
    )


def is_person(names: Names, at: int) -> bool:
    """Tell whether the word at ``at`` is a person's name or stands for people."""
    word = names.syntax.words[at]
    if word in ("he", "she", "who"):
        return True
    kind = speaker_kind(word) or ""
    return at in names.persons.at or kind.startswith(("unnamed", "crowd"))


def _antecedent(syntax: Syntax, at: int) -> int | None:
    for above in syntax.ancestors(at):
        if syntax.tokens[above].relation == "acl:relcl":
            return syntax.tokens[above].head
    return None
