"""Which language parts do the work, by name: the built-in ones, or those a user brings.

A choice is ``built-in``, or the kind of part and its name: ``spacy:en_core_web_trf`` (an
annotator), ``st:all-mpnet-base-v2`` (an encoder).
"""

from stemma.errors import UsageError
from stemma.language.adapters import load_sentence_transformer, load_spacy
from stemma.language.annotator import load_annotator, load_encoder
from stemma.ports import Annotator, Encoder

BUILT_IN = "built-in"

_SPACY = "spacy"
_SENTENCE_TRANSFORMERS = "st"


def check_choices(*, annotator: str, encoder: str) -> None:
    """Refuse choices that name no kind of part.

    Raises:
        UsageError: A choice is neither ``built-in`` nor of a known kind.
    """
    _name(annotator, part="annotator", kind=_SPACY, example="spacy:en_core_web_trf")
    _name(encoder, part="encoder", kind=_SENTENCE_TRANSFORMERS, example="st:all-mpnet-base-v2")


def choose_encoder(choice: str, *, threads: int) -> Encoder:
    """Load the encoder that was chosen.

    Raises:
        UsageError: There is no such encoder on this machine.
    """
    name = _name(
        choice, part="encoder", kind=_SENTENCE_TRANSFORMERS, example="st:all-mpnet-base-v2"
    )
    return load_encoder(threads=threads) if name is None else load_sentence_transformer(name)


def choose_annotator(choice: str, *, encoder: Encoder | None, threads: int) -> Annotator:
    """Load the annotator that was chosen; sentence vectors are the encoder's, None: built in.

    Raises:
        UsageError: There is no such annotator on this machine.
    """
    name = _name(choice, part="annotator", kind=_SPACY, example="spacy:en_core_web_trf")
    if name is None:
        return load_annotator(threads=threads, encoder=encoder)
    return load_spacy(name, encoder=encoder or load_encoder(threads=threads))


def _name(choice: str, *, part: str, kind: str, example: str) -> str | None:
    """Give the name after ``kind:``, or None for what is built in."""
    if choice == BUILT_IN:
        return None
    found, _, name = choice.partition(":")
    if found != kind or not name:
        message = f"there is no {part} {choice!r}: it is {BUILT_IN!r} or like {example!r}"
        raise UsageError(message)
    return name
