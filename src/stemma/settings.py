"""What people may choose, and the parts that the choices stand for."""

import os
from dataclasses import dataclass
from multiprocessing import parent_process

from stemma import language, pipeline
from stemma.errors import UsageError

MEBIBYTE = 1024 * 1024
DEFAULT_STORE = "stemma.db"

_MOST_THREADS = 4
"""More make a batch of sentences no faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What people may choose.

    ``workers`` is how many processes share the work; ``limit`` how many bytes one input may
    have; ``timeout`` how many seconds one address may take, all in all. ``annotator`` and
    ``encoder`` are language parts: ``"built-in"``, or the user's own, such as
    ``"spacy:en_core_web_trf"`` and ``"st:all-mpnet-base-v2"``. ``store`` is where a newsroom's
    memory is: a file, ``memory:``, or ``postgresql://…``.
    """

    workers: int = 1
    limit: int = 20 * MEBIBYTE
    timeout: float = 30.0
    annotator: str = language.BUILT_IN
    encoder: str = language.BUILT_IN
    store: str = DEFAULT_STORE

    def __post_init__(self) -> None:
        """Refuse settings that make no sense.

        Raises:
            UsageError: A number is not positive, or there is no such kind of language part.
        """
        language.check_choices(annotator=self.annotator, encoder=self.encoder)
        for name in ("workers", "limit", "timeout"):
            if not getattr(self, name) > 0:
                message = f"{name} must be more than 0, not {getattr(self, name)!r}"
                raise UsageError(message)


class Silence:
    """A progress that nobody hears."""

    def start(self, stage: str, total: int | None) -> None:
        """Say nothing."""

    def step(self) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadParts:
    """Loads the language parts that were chosen, here or in another process.

    A process that works alone uses several processors; of many side by side, each uses one.
    The results are the same.
    """

    annotator: str = language.BUILT_IN
    encoder: str = language.BUILT_IN

    def __call__(self) -> pipeline.Parts:
        """Load them.

        Raises:
            UsageError: A part of the user's is not on this machine; the message says how to get it.
        """
        threads = 1 if parent_process() else min(_MOST_THREADS, os.cpu_count() or 1)
        encoder = language.choose_encoder(self.encoder, threads=threads)
        annotator = language.choose_annotator(
            self.annotator,
            encoder=None if self.encoder == language.BUILT_IN else encoder,
            threads=threads,
        )
        return pipeline.Parts(annotator=annotator, encoder=encoder)
