"""An attribution in the making: token indices, before it becomes a statement."""

from dataclasses import dataclass, field

from stemma.extract.lexicon import VerbClass


@dataclass(slots=True, kw_only=True)
class Attribution:
    """Who says what, as indices into ``Annotated.tokens``.

    ``cue`` is the reporting verb or phrase, ``source`` the words for the speaker at the
    statement, ``via`` those of further layers, from the speaker outwards. ``response`` marks a
    refusal to answer. ``continues`` is the attribution whose speaker goes on talking here, in a
    paragraph that names nobody; ``nominal`` that the cue is a noun, ``topic``
    that the content is what is talked about and no clause, ``phrase`` that it is a bare phrase,
    ``embedded`` that the words are a relative clause or the subject of the report's own sentence.
    """

    cue: list[int]
    source: list[int]
    content: list[int]
    verb_class: VerbClass
    via: list[list[int]] = field(default_factory=list[list[int]])
    response: bool = False
    negated: bool = False
    nominal: bool = False
    topic: bool = False
    phrase: bool = False
    embedded: bool = False
    continues: "Attribution | None" = None

    @property
    def place(self) -> int:
        """Where the attribution stands: its first token."""
        return min(self.content + self.cue)

    @property
    def aside(self) -> bool:
        """Tell whether the report still says the whole sentence in its own voice."""
        told = self.nominal or self.phrase or self.embedded
        return told or self.verb_class == "stance"

    @property
    def places(self) -> list[int]:
        """All tokens that the attribution accounts for."""
        behind = [at for layer in self.via for at in layer]
        places = {*self.cue, *self.source, *self.content, *behind}
        if behind and self.source and min(behind) > max(self.source):
            places.update(range(max(self.source), min(behind)))
        return sorted(places)
