"""A store of a few invented reports, made once; tests that write take a copy."""

from collections.abc import Callable, Generator
from contextlib import closing
from functools import cache

import pytest

from stemma import archive, language, pipeline, read
from stemma.model import Failure
from stemma.settings import Silence
from stemma.stores import Store, open_store

BRIDGE = """Halden bridge shut after cracks found

HALDEN, March 3 - The bridge in Halden was shut on Monday after a surveyor found cracks in the
second pier, the council said. Some 4,000 cars use the bridge every day. "We cannot take the risk,"
said Ilse Marrow, who leads the council. Buses take the long way round by the mill.
"""
BRIDGE_ELSEWHERE = """Cracks close bridge at Halden

By Tove Rask, The Fenmark Post

HALDEN, March 4 - Halden's bridge stays shut after a surveyor found cracks in its second pier, the
council said on Tuesday. About 6,000 cars use the bridge each day. "We cannot take the risk," Ilse
Marrow, the head of the council, told the Fenmark Post. The ferry runs until midnight.
"""
OTTER = """Bronze otter stolen from Sennick library

SENNICK, May 9 - Thieves took a bronze otter from the steps of the library in Sennick on Friday
night, police said. The sculpture by Augusta Finn weighs 80 kilograms. "It cannot have been one man
alone," Inspector Edwin Thrale said. A reward of 500 euros is offered.
"""


@cache
def load_parts() -> pipeline.Parts:
    encoder = language.load_encoder()
    return pipeline.Parts(annotator=language.load_annotator(), encoder=encoder)


@pytest.fixture
def workshop() -> archive.Workshop:
    return archive.Workshop(
        load_parts=load_parts,
        parts="built-in",
        progress=Silence(),
        workers=1,
        clock=lambda: "2026-05-10T08:00:00Z",
    )


@pytest.fixture
def store() -> Generator[Store]:
    with closing(open_store("memory:")) as store:
        yield store


def raw(name: str, text: str) -> read.Raw:
    return read.Raw(path=name, content=text.encode("utf-8"))


@pytest.fixture
def add(store: Store, workshop: archive.Workshop) -> Callable[..., archive.Added]:
    def add(*inputs: read.Raw | Failure) -> archive.Added:
        return archive.add(store, inputs, workshop=workshop)

    return add


@pytest.fixture
def dump(store: Store) -> Callable[[], list[str]]:
    def dump() -> list[str]:
        with store.read() as ledger:
            return list(ledger.dump())

    return dump


@pytest.fixture
def raws() -> dict[str, read.Raw]:
    return {
        "bridge": raw("bridge", BRIDGE),
        "elsewhere": raw("elsewhere", BRIDGE_ELSEWHERE),
        "otter": raw("otter", OTTER),
    }
