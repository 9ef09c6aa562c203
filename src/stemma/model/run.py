"""A run: which code made a value, with which settings."""

from dataclasses import dataclass

from stemma.model.ids import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A method by name and version (``"extract.v1"``), and the settings that it ran with.

    Changed behaviour means a new version: what an earlier one made is then made anew, and so is
    whatever was made from it, and nothing else.
    """

    method: str
    settings: str = ""

    @property
    def id(self) -> str:
        """Name the run by its content."""
        return digest("run", self.method, self.settings)
