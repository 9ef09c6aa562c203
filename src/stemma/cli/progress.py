"""How far the work has come, on standard error."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn


class Bar:
    """A bar for each stage that has more than a few steps; it goes away when it is done."""

    def __init__(self, console: Console) -> None:
        """Draw on this console."""
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Begin to draw."""
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop drawing, whatever happened."""
        self._progress.stop()

    def start(self, stage: str, total: int | None) -> None:
        """Begin a stage; ``total`` steps, None where that is not known."""
        if self._task is not None:
            self._progress.remove_task(self._task)
            self._task = None
        if total is None or total > _FEW:
            self._task = self._progress.add_task(stage, total=total)

    def step(self) -> None:
        """Note that one step of the stage is done."""
        if self._task is not None:
            self._progress.advance(self._task)


_FEW = 5
"""Stages of so few steps are over before a bar can be read."""
