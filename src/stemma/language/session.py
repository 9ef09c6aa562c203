"""ONNX graphs: the only file that knows onnxruntime."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"


class Graph(Protocol):
    """A network that is ready to run."""

    def run(
        self, names: Sequence[str] | None, feeds: Mapping[str, NDArray[np.int64]]
    ) -> list[NDArray[Any]]:
        """Give the named outputs (all of them for None), in the graph's order."""
        ...


def open_graph(name: str, *, threads: int) -> Graph:
    """Load ``weights/<name>.onnx`` to run on the CPU with so many threads."""
    import onnxruntime  # noqa: PLC0415 -- takes 0.1 s, which a run without English text saves

    ort = cast("Any", onnxruntime)
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # others work, too
    session = ort.InferenceSession(
        str(WEIGHTS / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
    )
    return cast("Graph", session)
