"""Alerts in files: a line each, or an Atom feed."""

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from stemma.model import Alert
from stemma.watch.delivery.atom import to_atom
from stemma.watch.delivery.channel import DeliveryError, name_channel
from stemma.watch.delivery.writing import to_object, to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Writes alerts to a stream as text."""

    stream: TextIO

    @property
    def name(self) -> str:
        """One name for all streams: what was printed anywhere is told."""
        return "print"

    def deliver(self, alert: Alert) -> None:
        """Write one, with an empty line after it."""
        self.stream.write(f"{to_text(alert)}\n\n")
        self.stream.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Appends alerts to a file of JSON lines, and has the disk keep each."""

    path: Path

    @property
    def name(self) -> str:
        """The file."""
        return name_channel("lines", str(self.path.resolve()))

    def deliver(self, alert: Alert) -> None:
        """Append one.

        Raises:
            DeliveryError: The file cannot be written.
        """
        line = json.dumps(to_object(alert), ensure_ascii=False) + "\n"
        try:
            with self.path.open("ab") as stream:
                stream.write(line.encode())
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise _unwritable(self.path, error) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomFile:
    """Keeps a file that feed readers can follow: the latest alerts, replaced as a whole.

    ``latest`` gives the alerts to show, the latest first.
    """

    path: Path
    latest: Callable[[], Sequence[Alert]]

    @property
    def name(self) -> str:
        """The file."""
        return name_channel("atom", str(self.path.resolve()))

    def deliver(self, alert: Alert) -> None:
        """Write the feed anew.

        Raises:
            DeliveryError: The file cannot be written.
        """
        shown = self.latest()
        content = to_atom(shown if alert in shown else [alert, *shown])
        try:
            _replace(self.path, content)
        except OSError as error:
            raise _unwritable(self.path, error) from None


def _replace(path: Path, content: bytes) -> None:
    """Put a new file in the place of another, so that no reader ever sees half of it."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _unwritable(path: Path, error: OSError) -> DeliveryError:
    return DeliveryError(f"{str(path)!r} cannot be written: {error.strerror or error}")
