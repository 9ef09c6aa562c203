"""Speech told by syntax: ``NP said that X``, ``NP told Y X``, ``NP urged Y to X`` and the like.

Universal Dependencies: content stands in ``ccomp``, ``parataxis``, ``xcomp``, ``obj`` and
``obl``, according to the frames of the verb.
"""

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.sources import SourceReader
from stemma.extract.subjects import cue_tokens, find_subject, noun_phrase
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import ReportingVerb, VerbClass, find_verb
from stemma.extract.words import words

_NEGATIONS = frozenset(("not", "n't", "never"))
_QUESTION_MARKS = words("clauses.question_marks")
_SPOKEN = frozenset(("say", "claim", "show", "deny"))
_SETTINGS = words("clauses.settings")
_SKIPPED = words("clauses.settings") | frozenset(("on",))
_NEW_CLAUSE = frozenset(("while", "although", "though", "but", "according"))
_OPENERS = frozenset(("that", "if", "whether"))
_CLAUSAL = frozenset(("say", "claim", "show", "think", "ask", "deny"))
_NOMINAL = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_FIRST_PERSON = frozenset(("i", "we", "you"))
_PASSIVE_OPINIONS = words("clauses.passive_opinions")
_OBJECT_PREPOSITIONS = frozenset(["of", "for", "as", "with", "over", "against"])
_MAX_GAP = 25
_NAMED = 2


def find_by_syntax(
    syntax: Syntax,
    quoted: Quoted,
    reader: SourceReader,
    first: int,
    last: int,
    *,
    used: set[int],
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
        attribution = _Clause(syntax, quoted, reader, at, verb).read()
        if attribution is not None:
            found.append(attribution)
            used.update(attribution.cue)
            if attribution.response:
                used.update(attribution.content)
    return found


class _Clause:
    """One reporting verb with its dependents."""

    def __init__(
        self, syntax: Syntax, quoted: Quoted, reader: SourceReader, at: int, verb: ReportingVerb
    ) -> None:
        self.syntax = syntax
        self.reader = reader
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
        subject = self._subject()
        if subject is None and frame != "quote":
            return None
        if subject is not None and not self._can_be_told(subject, frame):
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

    def _subject(self) -> int | None:
        """Give the subject; of ``, saying X`` the one of the main clause, if that can speak."""
        token = self.syntax.tokens[self.at]
        if token.xpos == "VBG" and self.syntax.words[self.cue[0] - 1] == ",":
            root = self.at
            for above in self.syntax.ancestors(self.at):
                root = above
                if self.syntax.relations[above] in ("conj", "parataxis"):
                    break
            main = find_subject(self.syntax, root)
            if main is not None and main < self.at and self.reader.can_speak(main):
                return main
        return find_subject(self.syntax, self.at)

    def _can_be_told(self, subject: int, frame: str) -> bool:
        """Tell speakers from things, and from the writer and the reader."""
        if self.syntax.words[subject] in _FIRST_PERSON:
            return False
        if frame == "whether" and self.verb.verb_class == "think":
            return False
        above = self.syntax.tokens[self.syntax.tokens[self.at].head]
        if self._is_bare() and (frame == "object" or above.upos == "ADJ"):
            return False
        if self.syntax.relations[self.at] == "acl" and not self.reader.can_speak(subject):
            return False
        if "person" in self.verb.frames and frame != "quote":
            return self.reader.is_person(subject)
        return self.verb.verb_class == "say" or frame == "quote" or self.reader.can_speak(subject)

    def _is_bare(self) -> bool:
        """Tell ``saw the judge dismiss it`` and ``to praise him`` from ``will praise him``."""
        return self.syntax.tokens[self.at].xpos == "VB" and not self._children("aux")

    def _source(self, subject: int) -> list[int]:
        """Give the subject's phrase; a coordination that the parser split is put together."""
        source = noun_phrase(self.syntax, subject, without={self.at})
        own = [child for child in self._children("nsubj") if subject < child < self.cue[0]]
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
            ("direct", self._direct),
            ("to", self._to),
            ("preposition", self._prepositions),
            ("object", self._object),
            ("so", self._so),
            ("rest", self._rest),
        ):
            if (
                frame in ("preposition", "rest")
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
        elif kept and self._starts_at_once(kept[0]):
            kept = sorted({*range(self.at + 1, kept[0]), *kept})
        kept = self._from_quotation(kept)
        kept = self._filled(kept)
        question = any(self.syntax.words[at] in _QUESTION_MARKS for at in kept[:1])
        return ("whether" if question else "that"), self._without_that(kept)

    def _from_quotation(self, kept: list[int]) -> list[int]:
        """Drop whom it is told to, where a quotation follows: ``said to the crowd, “X”``."""
        opening = next((at for at in kept if self.quoted.opens_speech(at)), None)
        if opening is None or not kept or kept[0] == opening:
            return kept
        before = [at for at in kept if at < opening]
        if self.syntax.words[before[-1]] not in (",", ":") or any(
            self.syntax.is_finite(at) for at in before
        ):
            return kept
        return [at for at in kept if at >= opening]

    def _starts_at_once(self, start: int) -> bool:
        """Tell whether a clause before the one found belongs to it as well."""
        between = range(self.at + 1, min(start, self.sentence.last))
        return self.syntax.words[self.at + 1] == "that" or (
            self.verb.lemma == "say" and any(self.syntax.is_finite(at) for at in between)
        )

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

    def _direct(self) -> tuple[str, list[int]]:
        """Read the quotation that the verb brings."""
        last = self.sentence.last
        window = range(self.at + 1, min(self.at + 1 + _MAX_GAP, last))
        opening = next((at for at in window if self.quoted.opens_speech(at)), None)
        if (
            opening is not None
            and not any(self.syntax.is_finite(at) for at in range(self.at + 1, opening))
            and not self._is_within_object(opening)
        ):
            return "quote", self.quoted.widen([opening])
        return "", []

    def _quote(self) -> tuple[str, list[int]]:
        """Read a quotation or clause that the verb brings or is put into."""
        first, last = self.sentence.first, self.sentence.last
        direct = self._direct()
        if direct[1]:
            return direct
        window = range(self.at + 1, min(self.at + 1 + _MAX_GAP, last))
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

    def _is_within_object(self, opening: int) -> bool:
        """Tell ``noted the year of “plenty”`` from ``told the crowd: “Plenty!”``."""
        if "object" not in self.verb.frames or self.syntax.words[opening - 1] in (",", ":"):
            return False
        return any(
            opening in self.syntax.subtree(child) and child < opening
            for child in self._right("obj")
        )

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
        objects = self._right("obj", "iobj")
        naming = "naming" in self.verb.frames and len(objects) < _NAMED
        if not objects or (naming and not self._right("xcomp")):
            return "", []
        content = {at for child in objects for at in self.syntax.subtree(child) if at > self.at}
        for child in sorted(self._right("obl", "advcl", "xcomp", "ccomp")):
            block = self.syntax.subtree(child)
            joined = block[0] == max(content) + 1 and not self.syntax.is_mark(block[0])
            if joined and not self._is_setting(child):
                content.update(block)
        first, last = self.syntax.runs(content)[0]
        return "object", self.syntax.trim(range(first, last))

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

    def _rest(self) -> tuple[str, list[int]]:
        """Read what stands behind the verb where the parser ties nothing to it."""
        if (
            self.verb.verb_class not in _CLAUSAL
            or not {"that", "whether"} & self.verb.frames.keys()
        ):
            return "", []
        last = self.sentence.last
        start = self.at + 1
        while start < last and self.syntax.words[start] in _SKIPPED:
            start += 1
        end = next((at for at in range(start, last) if self._stops(at)), last)
        opener = self.syntax.words[start] if start < last else ""
        if self._right("obj") and opener not in _OPENERS:
            return "", []
        if opener not in _OPENERS and not (
            any(self.syntax.is_finite(at) for at in range(start, end))
            and self.syntax.tokens[start].upos in _NOMINAL
            and self.syntax.tokens[self.at].xpos != "VBN"
        ):
            return "", []
        kept = list(range(start + (opener == "that"), end))
        question = opener in _QUESTION_MARKS
        return ("whether" if question else "that"), self.syntax.trim(self.quoted.widen(kept))

    def _stops(self, at: int) -> bool:
        """Tell whether another speaker's words, or the report's own, begin at a comma."""
        if self.syntax.words[at] == ";":
            return True
        if self.syntax.words[at] != "," or at + 1 >= self.sentence.last:
            return False
        return (
            self.syntax.words[at + 1] in _NEW_CLAUSE
            or find_verb(self.syntax.words, at + 1) is not None
        )

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
