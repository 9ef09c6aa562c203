"""Rows of which most places are empty, and the inner products of such rows.

In NumPy alone: importing ``scipy.sparse`` takes longer than reading a report. Sums are added up
in the order of the columns, whatever rows are asked for together.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


class SparseRows:
    """Rows of weights by name; a name that a row has not weighs 0."""

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        """Give each name a column, in the order of the alphabet."""
        names = {name: at for at, name in enumerate(sorted({name for row in rows for name in row}))}
        entries = [sorted((names[name], weight) for name, weight in row.items()) for row in rows]
        self._fill(
            np.array([len(row) for row in entries], np.intp),
            np.array([column for row in entries for column, _ in row], np.intp),
            np.array([weight for row in entries for _, weight in row], np.float64),
        )

    @classmethod
    def from_columns(
        cls, lengths: NDArray[np.intp], columns: NDArray[np.intp], weights: NDArray[np.float64]
    ) -> "SparseRows":
        """Take rows whose names have columns already: rows of so many entries, one after another.

        No row has a column twice.
        """
        rows = cls(())
        rows._fill(lengths, columns, weights)
        return rows

    def _fill(
        self, lengths: NDArray[np.intp], columns: NDArray[np.intp], weights: NDArray[np.float64]
    ) -> None:
        self._count = len(lengths)
        self._width = int(columns.max(initial=-1)) + 1
        self._bounds = _bounds(lengths)
        self._columns = columns
        self._weights = weights
        by_column = np.argsort(self._columns, kind="stable")
        self._row_by_column = np.repeat(np.arange(self._count), np.diff(self._bounds))[by_column]
        self._weight_by_column = self._weights[by_column]
        self._column_bounds = _bounds(np.bincount(self._columns, minlength=self._width))

    def products(self, start: int, end: int) -> NDArray[np.float64]:
        """Multiply rows ``start .. end - 1`` with all: shape ``(end - start, rows)``."""
        rows = np.repeat(np.arange(end - start), np.diff(self._bounds[start : end + 1]))
        inside = slice(self._bounds[start], self._bounds[end])
        at, which = _ranges(self._column_bounds, self._columns[inside])
        cells = rows[which] * self._count + self._row_by_column[at]
        values = self._weights[inside][which] * self._weight_by_column[at]
        sums = np.bincount(cells, values, minlength=(end - start) * self._count)
        return sums.astype(np.float64, copy=False).reshape(end - start, self._count)

    def products_of_pairs(
        self, lefts: NDArray[np.intp], rights: NDArray[np.intp]
    ) -> NDArray[np.float64]:
        """Multiply each row of ``lefts`` with its fellow of ``rights``: shape ``(pairs,)``."""
        found = np.zeros(len(lefts))
        order = np.argsort(lefts, kind="stable")
        runs = np.flatnonzero(np.diff(lefts[order])) + 1
        dense = np.zeros(self._width)
        for pairs in np.split(order, runs):
            if not len(pairs):
                continue
            row = slice(self._bounds[lefts[pairs[0]]], self._bounds[lefts[pairs[0]] + 1])
            dense[self._columns[row]] = self._weights[row]
            at, which = _ranges(self._bounds, rights[pairs])
            values = dense[self._columns[at]] * self._weights[at]
            found[pairs] = np.bincount(which, values, minlength=len(pairs))
            dense[self._columns[row]] = 0.0
        return found


def _bounds(lengths: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.concatenate([np.zeros(1, np.intp), np.cumsum(lengths, dtype=np.intp)])


def _ranges(
    bounds: NDArray[np.intp], asked: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the places between the bounds of each one asked for, and whose place each is."""
    lengths = bounds[asked + 1] - bounds[asked]
    which = np.repeat(np.arange(len(asked)), lengths)
    at = np.arange(len(which)) + (bounds[asked] - _bounds(lengths)[:-1])[which]
    return at, which
