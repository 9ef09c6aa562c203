"""Values as bytes: MessagePack of the frozen nouns, compressed with Zstandard.

Nothing that is unpacked can run: a store may be shared, and is never trusted with code.
"""

from collections.abc import Callable
from functools import cache
from threading import local
from typing import Any, TypeVar, cast

import msgspec
import zstandard

from stemma.errors import StoreError
from stemma.stores.text import escape, restore

Value = TypeVar("Value")

_LEVEL = 3
_MOST_BYTES = 1 << 30
_ESCAPED = b"\x10"
"""Stands before the frame of a value with strings that had to be escaped."""

_packer = msgspec.msgpack.Encoder()
_of_thread = local()


def pack(value: object) -> bytes:
    """Write a value made of our nouns, tuples, dictionaries, numbers, strings and bytes."""
    try:
        return compress(_packer.encode(value))
    except UnicodeEncodeError:  # a lone surrogate
        plain = msgspec.to_builtins(value, builtin_types=(bytes,))
        return _ESCAPED + compress(_packer.encode(_each_string(escape, plain)))


def unpack(kind: type[Value], packed: bytes) -> Value:
    """Read a value back: equal to what was packed.

    Raises:
        StoreError: The bytes are damaged, or hold something else.
    """
    try:
        if packed.startswith(_ESCAPED):
            return msgspec.convert(unpack_plain(packed), kind, builtin_types=(bytes,))
        return _unpacker(kind).decode(decompress(packed))
    except msgspec.MsgspecError as error:
        message = f"what the store holds is no {kind!r}: {error}. Run 'stemma verify'."
        raise StoreError(message) from error


def unpack_plain(packed: bytes) -> object:
    """Read a value back as dictionaries, lists, strings, numbers and bytes.

    Raises:
        StoreError: The bytes are damaged.
    """
    try:
        if packed.startswith(_ESCAPED):
            written = msgspec.msgpack.decode(decompress(packed.removeprefix(_ESCAPED)))
            return _each_string(restore, written)
        return msgspec.msgpack.decode(decompress(packed))
    except msgspec.MsgspecError as error:
        message = f"what the store holds is damaged: {error}. Run 'stemma verify'."
        raise StoreError(message) from error


def compress(content: bytes) -> bytes:
    """Make a Zstandard frame (RFC 8878) that knows its length and its checksum."""
    compressor = getattr(_of_thread, "compressor", None)
    if compressor is None:
        compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
        _of_thread.compressor = compressor
    return compressor.compress(content)


def decompress(packed: bytes) -> bytes:
    """Give the content of a frame.

    Raises:
        StoreError: The bytes are damaged.
    """
    try:
        size = zstandard.frame_content_size(packed)
        if not 0 <= size <= _MOST_BYTES:
            message = f"what the store holds is damaged: {size} bytes. Run 'stemma verify'."
            raise StoreError(message)
        return zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError as error:
        message = f"what the store holds is damaged: {error}. Run 'stemma verify'."
        raise StoreError(message) from error


def _each_string(change: Callable[[str], str], value: object) -> object:
    match value:
        case str():
            return change(value)
        case list() | tuple():
            return [_each_string(change, one) for one in cast("list[object]", value)]
        case dict():
            pairs = cast("dict[str, object]", value).items()
            return {change(key): _each_string(change, one) for key, one in pairs}
        case _:
            return value


@cache
def _unpacker(kind: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - any type may be kept
    return msgspec.msgpack.Decoder(kind)
