"""Rewrite quantised networks so that a text's result depends on that text alone.

onnxruntime's dynamic quantisation gives the activations of a whole batch one scale, so a
sentence's result depends on its neighbours. Here each row (each word piece) gets a scale of its
own: its largest magnitude / 127, around a zero point of 128. The sentence network's mean pooling
becomes a product of the mask with the rows, in which padding adds exact zeros.

    python training/rewrite.py FOLDER

reads ``sentence_int8.onnx`` in the folder and writes it into ``src/stemma/language/weights``. It
refuses an input with another digest than the one below, and says whether the output has its own.
"""

import argparse
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto
from onnx.helper import make_node, make_opsetid, make_tensor
from onnx.numpy_helper import from_array

WEIGHTS = Path(__file__).parent.parent / "src" / "stemma" / "language" / "weights"
FUSED = "com.microsoft"
OPERATORS = [make_opsetid("", 17), make_opsetid(FUSED, 1)]

ZERO_POINT = 128
LARGEST = 127
LEAST = 1e-6
"""Smallest magnitude that a row is scaled by: a row of zeros has a scale, too."""

LEAST_OF_GELU = 0.17
"""GELU is never below -0.17: where a row's positive values are larger than this, its largest
value is its largest magnitude, and the magnitudes need not be looked at."""

OF_GELU = ("intermediate_act_fn", "/gelu/")
LAST_HIDDEN = "/m/encoder/layer.5/output/LayerNorm/LayerNormalization_output_0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """One file to rewrite: its name and digest before and after, and the steps between."""

    source: str
    source_digest: str
    target: str
    target_digest: str
    steps: tuple[Callable[[ModelProto], None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A quantised matrix product: integer product, cast, and scaling by both scales."""

    name: str
    weights: str
    weights_zero: str
    weights_scale: str
    result: str
    replaced: frozenset[str]


class Constants:
    """The constants of a graph by name; a new one is added when it is first asked for."""

    def __init__(self, graph: GraphProto) -> None:
        """Take those that the graph has."""
        self._graph = graph
        self._known = {tensor.name: tensor for tensor in graph.initializer}

    def name(self, name: str, value: NDArray[np.generic]) -> str:
        """Give the name back, with the constant in the graph."""
        if name not in self._known:
            self._known[name] = from_array(value, name)
            self._graph.initializer.append(self._known[name])
        return name

    def shape(self, name: str) -> Sequence[int]:
        """Give the shape of a constant."""
        return self._known[name].dims


def quantise_by_row(model: ModelProto) -> None:
    """Replace every quantisation of a batch, and the products that use it."""
    graph = model.graph
    constants = Constants(graph)
    batchwise = [node for node in graph.node if node.op_type == "DynamicQuantizeLinear"]
    replaced: set[str] = set()
    added: list[NodeProto] = []
    for number, quantisation in enumerate(batchwise):
        products = _products(graph, quantisation)
        replaced |= {*quantisation.output, *(name for one in products for name in one.replaced)}
        prefix = f"row_quantised_{number}/"
        added += _quantise(quantisation.input[0], prefix, products[0], constants)
        for product in products:
            added += _multiply(product, prefix, constants)
    kept = [node for node in graph.node if node.output[0] not in replaced]
    _set_nodes(graph, _in_order(graph, [*kept, *added]))
    del model.opset_import[:]
    model.opset_import.extend(OPERATORS)


def _products(graph: GraphProto, quantisation: NodeProto) -> list[Product]:
    values, scale, _ = quantisation.output
    producers = {output: node for node in graph.node for output in node.output}
    return [
        _product(graph, producers, node, scale)
        for node in graph.node
        if node.op_type == "MatMulInteger" and node.input[0] == values
    ]


def _product(
    graph: GraphProto, producers: dict[str, NodeProto], multiplication: NodeProto, scale: str
) -> Product:
    cast = _user(graph, multiplication.output[0])
    scaling = _user(graph, cast.output[0])
    scales = producers[next(name for name in scaling.input if name != cast.output[0])]
    return Product(
        name=multiplication.name,
        weights=multiplication.input[1],
        weights_zero=multiplication.input[3],
        weights_scale=next(name for name in scales.input if name != scale),
        result=scaling.output[0],
        replaced=frozenset(node.output[0] for node in (multiplication, cast, scaling, scales)),
    )


def _user(graph: GraphProto, name: str) -> NodeProto:
    return next(node for node in graph.node if name in node.input)


def _quantise(
    values: str, prefix: str, product: Product, constants: Constants
) -> Iterable[NodeProto]:
    """Give the nodes that turn values into 8-bit rows, each with its scale."""
    width = constants.shape(product.weights)[0]
    rows = constants.name(f"rows_{width}", np.array([-1, width], np.int64))
    yield make_node("Reshape", [values, rows], [prefix + "x2"])
    if any(part in values for part in OF_GELU):
        sized = "x2"
        least = constants.name("least_gelu", np.array(LEAST_OF_GELU, np.float32))
    else:
        sized = "abs"
        least = constants.name("least", np.array(LEAST, np.float32))
        yield make_node("Abs", [prefix + "x2"], [prefix + "abs"])
    part = constants.name("one_127th", np.array(1 / LARGEST, np.float32))
    zero = make_tensor("v", TensorProto.UINT8, [1], [ZERO_POINT])
    yield make_node("ReduceMax", [prefix + sized], [prefix + "max"], axes=[1], keepdims=0)
    yield make_node("Max", [prefix + "max", least], [prefix + "top"])
    yield make_node("Mul", [prefix + "top", part], [prefix + "scale"])
    yield make_node("Shape", [prefix + "scale"], [prefix + "count"])
    yield make_node("ConstantOfShape", [prefix + "count"], [prefix + "zeros"], value=zero)
    rounded = [prefix + "x2", prefix + "scale", prefix + "zeros"]
    yield make_node("QuantizeLinear", rounded, [prefix + "q"], axis=0)
    last = constants.name("last_axis", np.array([-1], np.int64))
    yield make_node("Unsqueeze", [prefix + "scale", last], [prefix + "column"])
    yield make_node("Shape", [values], [prefix + "shape"])
    first = constants.name("zero", np.array([0], np.int64))
    end = constants.name("minus_one", np.array([-1], np.int64))
    yield make_node("Slice", [prefix + "shape", first, end], [prefix + "lead"])


def _multiply(product: Product, prefix: str, constants: Constants) -> Iterable[NodeProto]:
    """Give the nodes of one product of such rows, under the name that its result had."""
    width = constants.shape(product.weights)[1]
    name = product.name + "/rows"
    factors = [
        prefix + "q",
        product.weights,
        constants.name("one", np.array(1, np.float32)),
        product.weights_scale,
        constants.name("middle", np.array(ZERO_POINT, np.uint8)),
        product.weights_zero,
    ]
    yield make_node("MatMulIntegerToFloat", factors, [name + "_units"], domain=FUSED)
    yield make_node("Mul", [name + "_units", prefix + "column"], [name])
    columns = constants.name(f"width_{width}", np.array([width], np.int64))
    yield make_node("Concat", [prefix + "lead", columns], [name + "_shape"], axis=0)
    yield make_node("Reshape", [name, name + "_shape"], [product.result])


def pool_by_product(model: ModelProto) -> None:
    """Make the mean of the rows a product with the mask; its length is made 1 either way."""
    graph = model.graph
    axis = "pool_axis"
    graph.initializer.append(from_array(np.array([1], np.int64), axis))
    pooling = [
        make_node("Cast", ["attention_mask"], ["pool/mask"], to=TensorProto.FLOAT),
        make_node("Unsqueeze", ["pool/mask", axis], ["pool/row"]),
        make_node("MatMul", ["pool/row", LAST_HIDDEN], ["pool/sum"]),
        make_node("Squeeze", ["pool/sum", axis], ["pool/flat"]),
        make_node("LpNormalization", ["pool/flat"], ["emb"], axis=-1, p=2),
    ]
    _set_nodes(graph, [*_needed(graph, LAST_HIDDEN), *pooling])


def _needed(graph: GraphProto, name: str) -> list[NodeProto]:
    """Give the nodes that a value depends on, in the graph's order."""
    producers = {output: at for at, node in enumerate(graph.node) for output in node.output}
    needed: set[int] = set()
    asked = [name]
    while asked:
        at = producers.get(asked.pop())
        if at is not None and at not in needed:
            needed.add(at)
            asked += graph.node[at].input
    return [node for at, node in enumerate(graph.node) if at in needed]


def _in_order(graph: GraphProto, nodes: Sequence[NodeProto]) -> list[NodeProto]:
    """Put each node behind those that it needs, else keeping the order."""
    known = {"", *(one.name for one in graph.initializer), *(one.name for one in graph.input)}
    ordered: list[NodeProto] = []
    waiting = list(nodes)
    while waiting:
        postponed: list[NodeProto] = []
        for node in waiting:
            if known.issuperset(node.input):
                ordered.append(node)
                known.update(node.output)
            else:
                postponed.append(node)
        if len(postponed) == len(waiting):
            message = f"no order for {postponed[0].name!r}: the graph has a circle or a gap"
            raise ValueError(message)
        waiting = postponed
    return ordered


def _set_nodes(graph: GraphProto, nodes: Sequence[NodeProto]) -> None:
    """Give the graph these nodes, and only the constants that they use."""
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input} | {one.name for one in graph.output}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


REWRITINGS = (
    Rewriting(
        source="sentence_int8.onnx",
        source_digest="f9c4137dda085a8d0d3bb066c3ac51bfde096c5db9d75925ea8ce788a9e8bcd8",
        target="sentence_int8.onnx",
        target_digest="775a0a36394e9a401e86d543eb00e0cc5e0f4dbf27b27cbac60d59c48685631c",
        steps=(quantise_by_row, pool_by_product),
    ),
)


def rewrite(rewriting: Rewriting, source: Path, target: Path) -> bool:
    """Rewrite one file; tell whether the result has the digest it should have.

    Raises:
        ValueError: the source has another digest than it should have.
    """
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != rewriting.source_digest:
        message = f"{str(source)!r} has the SHA-256 {digest}, not {rewriting.source_digest}"
        raise ValueError(message)
    model = onnx.load_model_from_string(content)
    for step in rewriting.steps:
        step(model)
    onnx.save(model, target)
    return hashlib.sha256(target.read_bytes()).hexdigest() == rewriting.target_digest


def main() -> None:
    """Rewrite both files."""
    parser = argparse.ArgumentParser(description="Rewrite the quantised networks row by row.")
    parser.add_argument("folder", type=Path, help="holds the two quantised networks")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="where to write")
    arguments = parser.parse_args()
    for rewriting in REWRITINGS:
        target = arguments.target / rewriting.target
        same = rewrite(rewriting, arguments.folder / rewriting.source, target)
        print(f"{target}: {'as shipped' if same else 'differs from what is shipped'}")


if __name__ == "__main__":
    main()
