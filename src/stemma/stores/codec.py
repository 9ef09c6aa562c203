"""Values as bytes: MessagePack of the frozen nouns, compressed with Zstandard.

Nothing that is unpacked can run: a store may be shared, and is never trusted with code.
"""

from functools import cache
from threading import local
from typing import Any, TypeVar

import msgspec
import zstandard

from stemma.errors import StoreError

Value = TypeVar("Value")

_LEVEL = 3
_MOST_BYTES = 1 << 30
_packer = msgspec.msgpack.Encoder()
_of_thread = local()


def pack(value: object) -> bytes:
    """Write a value made of our nouns, tuples, dictionaries, numbers, strings and bytes."""
    return compress(_packer.encode(value))


def unpack(kind: type[Value], packed: bytes) -> Value:
    """Read a value back: equal to what was packed.

    Raises:
        StoreError: The bytes are damaged, or hold something else.
    """
    try:
        return _unpacker(kind).decode(decompress(packed))
    except msgspec.MsgspecError as error:
        message = f"what the store holds is no {kind!r}: {error}. Run 'stemma verify'."
        raise StoreError(message) from error


def compress(content: bytes) -> bytes:
    """Make a Zstandard frame (RFC 8878) that knows its length."""
    compressor = getattr(_of_thread, "compressor", None)
    if compressor is None:
        compressor = _of_thread.compressor = zstandard.ZstdCompressor(level=_LEVEL)
    return compressor.compress(content)


def decompress(packed: bytes) -> bytes:
    """Give the content of a frame.

    Raises:
        StoreError: The bytes are damaged.
    """
    try:
        return zstandard.ZstdDecompressor().decompress(packed, max_output_size=_MOST_BYTES)
    except zstandard.ZstdError as error:
        message = f"what the store holds is damaged: {error}. Run 'stemma verify'."
        raise StoreError(message) from error


@cache
def _unpacker(kind: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - any type may be kept
    return msgspec.msgpack.Decoder(kind)
