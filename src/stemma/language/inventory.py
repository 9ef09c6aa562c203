"""The networks that come with Stemma: what each file is for, and whether it is still itself."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from stemma.language.session import WEIGHTS
from stemma.tables import read_table

State = Literal["as recorded", "changed", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFile:
    """A file under ``weights``.

    ``recorded`` is the SHA-256 that the project wrote down for it; ``sha256`` and ``size``, in
    bytes, are those of the file as it is now, None where there is none.
    """

    name: str
    purpose: str
    licence: str
    recorded: str
    sha256: str | None
    size: int | None

    @property
    def state(self) -> State:
        """Whether the file is the one that was recorded."""
        if self.sha256 is None:
            return "missing"
        return "as recorded" if self.sha256 == self.recorded else "changed"


def list_networks() -> tuple[NetworkFile, ...]:
    """Give the files of networks that ``tables/models.tsv`` records; each is read anew."""
    return tuple(
        _look(name, purpose, recorded, licence)
        for name, purpose, recorded, licence in read_table("stemma.language", "models.tsv")
    )


def _look(name: str, purpose: str, recorded: str, licence: str) -> NetworkFile:
    path = WEIGHTS / name
    content = path.read_bytes() if path.is_file() else None
    return NetworkFile(
        name=name,
        purpose=purpose,
        licence=licence,
        recorded=recorded,
        sha256=None if content is None else hashlib.sha256(content).hexdigest(),
        size=None if content is None else len(content),
    )
