"""Speech told by syntax: ``NP said that X``, ``NP told Y X``, ``NP urged Y to X`` and the like.

Universal Dependencies: content stands in ``ccomp``, ``parataxis``, ``xcomp``, ``obj`` and
``obl``, according to the frames of the verb.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.subjects import cue_tokens, find_subject, noun_phrase
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import ReportingVerb, VerbClass, find_verb
from stemma.extract.words import words

_NEGATIONS = frozenset(("not", "n't", "never"))
_QUESTION_MARKS = words("clauses.question_marks")
_SPOKEN = frozenset(("say", "claim", "show", "deny"))
_SETTINGS = words("clauses.settings")
_FIRST_PERSON = frozenset(("i", "we", "you"))
_PASSIVE_OPINIONS = words("clauses.passive_opinions")
_OBJECT_PREPOSITIONS = frozenset(["of", "for", "as", "with", "over", "against"])
_MAX_GAP = 25


def find_by_syntax(
    syntax: Syntax, quoted: Quoted, first: int, last: int, *, used: set[int]
) -> list[Attribution]:
    """Find the attributions of the sentence ``[first, last)`` whose verbs are not in ``used``."""
    found: list[Attribution] = []
    for at in range(first, last):
        verb = find_verb(syntax.words, at)
        if (
            verb is None
            or at in used
            or syntax.tokens[at].upos not in ("VERB", "AUX")
            or quoted.speech_at(at) >= 0
        ):
            continue
        attribution = _Clause(syntax, quoted, at, verb).read()
        if attribution is not None:
            found.append(attribution)
            used.update(attribution.cue)
            if attribution.response:
                used.update(attribution.content)
    return found


class _Clause:
    """One reporting verb with its dependents."""

    def __init__(self, syntax: Syntax, quoted: Quoted, at: int, verb: ReportingVerb) -> None:
        self.syntax = syntax
        self.quoted = quoted
        self.at = at
        self.verb = verb
        self.sentence = syntax.sentence(at)
        self.cue = cue_tokens(syntax, at)
        self.negated = any(syntax.words[child] in _NEGATIONS for child in syntax.children[at])

    def read(self) -> Attribution | None:
        """Give the attribution, if the verb has content and somebody to say it."""
        if self._is_passive():
            return self._passive()
        frame, content = self._content()
        if not content:
            return None
        subject = find_subject(self.syntax, self.at)
        if subject is None and frame != "quote":
            return None
        if subject is not None and self.syntax.words[subject] in _FIRST_PERSON:
            return None
        source: list[int] = []
        if subject is not None:
            source = self._source(subject)
            source = [at for at in source if at not in content and at not in self.cue]
        verb_class = self.verb.frames.get(frame, self.verb.verb_class)
        content = [at for at in content if at not in source and at not in self.cue]
        if not content:
            return None
        return Attribution(
            cue=self.cue,
            source=source,
            content=content,
            verb_class=verb_class,
            negated=self.negated,
        )

    def _source(self, subject: int) -> list[int]:
        """Give the subject's phrase; a coordination that the parser split is put together."""
        source = noun_phrase(self.syntax, subject, without={self.at})
        own = [
            child
            for child in self._children("nsubj")
            if subject < child < self.cue[0]
        ]
        if own and source:
            rest = noun_phrase(self.syntax, own[-1], without={self.at})
            if rest and rest[0] <= source[-1] + 2:
                return list(range(source[0], rest[-1] + 1))
        return source

    def _is_passive(self) -> bool:
        return self.syntax.tokens[self.at].xpos == "VBN" and bool(
            self._children("aux:pass", "nsubj:pass")
        )

    def _children(self, *relations: str) -> list[int]:
        return self.syntax.dependents(self.at, *relations)

    def _right(self, *relations: str) -> list[int]:
        return [child for child in self._children(*relations) if child > self.at]

    def _content(self) -> tuple[str, list[int]]:
        """Try the frames in order of how sure they are."""
        for frame, reading in (
            ("that", self._that),
            ("quote", self._quote),
            ("to", self._to),
            ("preposition", self._prepositions),
            ("object", self._object),
            ("so", self._so),
        ):
            if (
                frame == "preposition"
                or frame in self.verb.frames
                or (frame == "that" and "whether" in self.verb.frames)
            ):
                name, content = reading()
                if content:
                    return name, content
        return "", []

    def _that(self) -> tuple[str, list[int]]:
        clauses = self._right("ccomp")
        if not clauses:
            return "", []
        content: set[int] = set()
        for clause in clauses:
            content.update(self.syntax.subtree(clause))
        kept = sorted(at for at in content if at > self.at)
        if kept and "quote" in self.verb.frames:
            kept = self.quoted.widen(kept)
        marks = [
            mark
            for clause in clauses
            for mark in self.syntax.dependents(clause, "mark")
            if self.syntax.words[mark] == "that" and mark > self.at
        ]
        if marks:
            kept = [at for at in kept if at > marks[0]]
        kept = self._filled(kept)
        question = any(self.syntax.words[at] in _QUESTION_MARKS for at in kept[:1])
        return ("whether" if question else "that"), self._without_that(kept)

    def _filled(self, kept: list[int]) -> list[int]:
        """Close the gaps that the parser leaves inside a clause."""
        inside = [at for at in kept if self.sentence.first <= at < self.sentence.last]
        if not inside:
            return kept
        filled = [at for at in range(inside[0], inside[-1] + 1) if at not in self.cue]
        return sorted({*kept, *filled})

    def _without_that(self, kept: list[int]) -> list[int]:
        kept = self.syntax.trim(kept)
        while kept and (self.syntax.words[kept[0]] == "that") and len(kept) > 1:
            if self.syntax.relations[kept[0]] != "mark":
                break
            kept = self.syntax.trim(kept[1:])
        return kept

    def _quote(self) -> tuple[str, list[int]]:
        """Read a quotation or clause that the verb brings or is put into."""
        first, last = self.sentence.first, self.sentence.last
        window = range(self.at + 1, min(self.at + 1 + _MAX_GAP, last))
        opening = next((at for at in window if self.quoted.opens_speech(at)), None)
        if opening is not None and not any(
            self.syntax.is_finite(at) for at in range(self.at + 1, opening)
        ):
            return "quote", self.quoted.widen([opening])
        colon = next((at for at in window if self.syntax.words[at] == ":"), None)
        if colon is not None and self.verb.verb_class in ("say", "claim"):
            return "quote", self.syntax.trim(range(colon + 1, last))
        token = self.syntax.tokens[self.at]
        marks = [self.syntax.words[child] for child in self._children("mark", "advmod")]
        if token.relation == "parataxis" or (
            self.syntax.relations[self.at] == "advcl" and "as" in marks
        ):
            if self.verb.verb_class not in ("say", "claim", "think", "show"):
                return "", []
            if self._right("obj", "ccomp", "xcomp"):
                return "", []
            above = self.syntax.subtree(token.head, without={self.at})
            words = [at for at in above if first <= at < last]
            if find_subject(self.syntax, self.at) is None or len(words) < 3:
                return "", []
            return "quote", self.quoted.widen(self.syntax.trim(words))
        behind = [child for child in self._right("parataxis") if self.verb.verb_class == "say"]
        content = [at for child in behind for at in self.syntax.subtree(child)]
        return "quote", self.syntax.trim(content)

    def _to(self) -> tuple[str, list[int]]:
        verbs = [
            child
            for child in self._right("xcomp", "ccomp", "advcl")
            if any(
                self.syntax.words[mark] == "to" for mark in self.syntax.dependents(child, "mark")
            )
        ]
        if not verbs:
            return "", []
        if self.syntax.relations[verbs[0]] == "advcl" and self.verb.frames["to"] not in (
            "order",
            "refuse",
        ):
            return "", []
        content = set(self.syntax.subtree(verbs[0]))
        for child in self._right("obj", "iobj"):
            if child < verbs[0]:
                content.update(self.syntax.subtree(child))
        return "to", self.syntax.trim(at for at in content if at > self.at)

    def _object(self) -> tuple[str, list[int]]:
        objects = self._right("obj", "iobj", "dobj")
        if not objects:
            return "", []
        content = {at for child in objects for at in self.syntax.subtree(child) if at > self.at}
        for child in sorted(self._right("obl", "advcl", "xcomp", "ccomp")):
            block = self.syntax.subtree(child)
            if block[0] == max(content) + 1 and not self._is_setting(child):
                content.update(block)
        return "object", self.syntax.trim(content)

    def _is_setting(self, child: int) -> bool:
        """Tell when and where something was said from what was said."""
        block = self.syntax.subtree(child)
        if self.syntax.tokens[child].relation == "obl:unmarked":
            return True
        return any(self.syntax.words[at] in _SETTINGS for at in block[:4])

    def _prepositions(self) -> tuple[str, list[int]]:
        for child in self._right("obl", "advcl", "xcomp"):
            marks = [
                self.syntax.words[mark]
                for mark in self.syntax.dependents(child, "case", "mark")
                if mark == self.at + 1
            ]
            frame = next((mark for mark in marks if mark in self.verb.frames), None)
            if frame is None or (
                "object" in self.verb.frames
                and frame in _OBJECT_PREPOSITIONS
                and self._right("obj")
            ):
                continue
            if frame == "to" and self.verb.frames["to"] in ("order", "vow", "stance", "refuse"):
                continue
            content = set(self.syntax.subtree(child))
            for later in self._right("xcomp", "advcl"):
                if later > child:
                    content.update(self.syntax.subtree(later))
            return frame, self.syntax.trim(at for at in content if at > self.at + 1)
        return "", []

    def _so(self) -> tuple[str, list[int]]:
        so = [child for child in self._right("advmod") if self.syntax.words[child] == "so"]
        return "so", so

    def _passive(self) -> Attribution | None:
        """Read ``NP is accused of X``, ``it is believed that X``, ``NP was quoted as saying X``."""
        if self.verb.lemma not in _PASSIVE_OPINIONS and not self._right("ccomp"):
            return None
        content = {
            at for child in self._right("ccomp", "xcomp") for at in self.syntax.subtree(child)
        }
        for child in self._right("obl", "advcl"):
            words = {
                self.syntax.words[mark] for mark in self.syntax.dependents(child, "case", "mark")
            }
            if words & _OBJECT_PREPOSITIONS:
                content.update(self.syntax.subtree(child))
        if not content:
            return None
        agents = [
            child
            for child in self._right("obl:agent", "obl")
            if any(
                self.syntax.words[mark] == "by" for mark in self.syntax.dependents(child, "case")
            )
        ]
        source: list[int] = []
        if agents:
            source = [
                at
                for at in noun_phrase(self.syntax, agents[0], without=set())
                if self.syntax.words[at] != "by" or at > agents[0]
            ]
        for child in self._children("nsubj:pass", "nsubj"):
            content.update(self.syntax.subtree(child))
        kept = [at for at in content if at not in source and at not in self.cue]
        return Attribution(
            cue=self.cue,
            source=self.syntax.trim(source),
            content=self._without_that(kept),
            verb_class=self.verb.verb_class,
            negated=self.negated,
        )


def verb_class_of(frame: str, verb: ReportingVerb) -> VerbClass:
    """Give the class that the verb has in this frame."""
    return verb.frames.get(frame, verb.verb_class)
