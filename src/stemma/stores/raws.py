"""Bytes as they came: each kept once, with where and when it came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, select

from stemma.model import Failure
from stemma.stores.codec import compress, decompress
from stemma.stores.dialects import insert_new, put
from stemma.stores.tables import arrivals, failures, raws

_DIGITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Bytes at a place: ``raw`` is their SHA-256 in hexadecimal, ``seen`` when they first came."""

    raw: str
    path: str
    url: str | None
    content_type: str | None
    seen: str


def name_bytes(content: bytes) -> str:
    """Give the SHA-256 of bytes, by which a store knows them."""
    return sha256(content).hexdigest()


def name_place(path: str) -> str:
    """Give the digest by which a path is found; file names need not be UTF-8 (PEP 383)."""
    return sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Raws:
    """What was read, before anything was understood."""

    connection: Connection

    def keep(self, arrival: Arrival, content: bytes) -> bool:
        """Keep bytes and their place; tell whether this place is new for them."""
        held = self.connection.scalar(select(raws.c.digest).where(raws.c.digest == arrival.raw))
        if held is None:
            row = {"digest": arrival.raw, "size": len(content), "content": compress(content)}
            insert_new(self.connection, raws, [row])
        row = {
            "raw": arrival.raw,
            "path": arrival.path,
            "place": name_place(arrival.path),
            "url": arrival.url,
            "content_type": arrival.content_type,
            "seen": arrival.seen,
        }
        return insert_new(self.connection, arrivals, [row]) > 0

    def content(self, raw: str) -> bytes | None:
        """Give the bytes with this SHA-256."""
        packed = self.connection.scalar(select(raws.c.content).where(raws.c.digest == raw))
        return None if packed is None else decompress(packed)

    def digests(self) -> Sequence[str]:
        """Give the SHA-256 of everything that is kept, sorted."""
        return self.connection.scalars(select(raws.c.digest).order_by(raws.c.digest)).all()

    def arrivals(self, raw: str | None = None) -> Iterator[Arrival]:
        """Give where bytes came from, of one or of all, in order of arrival."""
        query = select(arrivals).order_by(arrivals.c.id)
        if raw is not None:
            query = query.where(arrivals.c.raw == raw)
        for row in self.connection.execute(query):
            yield Arrival(
                raw=row.raw,
                path=row.path,
                url=row.url,
                content_type=row.content_type,
                seen=row.seen,
            )

    def fail(self, failure: Failure, *, raw: str | None, seen: str) -> None:
        """Note what could not be read; the same failure again changes nothing."""
        place = name_place(failure.path)
        row = {
            "path": failure.path,
            "place": place,
            "error": failure.error,
            "message": failure.message,
            "raw": raw,
            "seen": seen,
        }
        held = select(failures.c.message).where(
            failures.c.place == place, failures.c.error == failure.error
        )
        if self.connection.scalar(held) != failure.message:
            put(self.connection, failures, [row])

    def heal(self, path: str) -> None:
        """Forget the failures of a place that can now be read."""
        self.connection.execute(delete(failures).where(failures.c.place == name_place(path)))

    def failures(self) -> tuple[Failure, ...]:
        """Give all that could not be read, by path."""
        query = select(failures.c.path, failures.c.error, failures.c.message)
        rows = self.connection.execute(query.order_by(failures.c.path, failures.c.error))
        return tuple(
            Failure(path=path, error=error, message=message) for path, error, message in rows
        )
