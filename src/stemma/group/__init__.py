"""Which reports tell the same story: all at once, or one by one as they arrive."""

from stemma.group.arrival import arrive, regroup
from stemma.group.change import Change, Step
from stemma.group.features import Features, find_features
from stemma.group.index import Index, add, count_common, remove
from stemma.group.memory_index import MemoryIndex
from stemma.group.pins import NO_PINS, Pins
from stemma.group.spread import Spread
from stemma.group.stories import group

__all__ = [
    "NO_PINS",
    "Change",
    "Features",
    "Index",
    "MemoryIndex",
    "Pins",
    "Spread",
    "Step",
    "add",
    "arrive",
    "count_common",
    "find_features",
    "group",
    "regroup",
    "remove",
]
