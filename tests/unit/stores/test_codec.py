from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stemma.errors import StoreError
from stemma.model import Failure, Span
from stemma.stores.codec import compress, decompress, pack, unpack, unpack_plain

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT, ANY_TEXT)
@example("\udc80", "\x00\x10")
def test_a_noun_comes_back_equal(path: str, message: str):
    failure = Failure(path=path, error="FetchError", message=message)
    assert unpack(Failure, pack(failure)) == failure


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | ANY_TEXT | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
        max_leaves=10,
    )
)
def test_plain_values_come_back_equal(value: object):
    assert unpack_plain(pack(value)) == value


def test_what_a_noun_refuses_is_damage():
    with pytest.raises(StoreError, match="Span"):
        unpack(Span, pack({"report": "report:a", "start": 9, "end": 3}))


@given(st.integers(0, 10_000), st.integers(1, 255), st.sampled_from(["plain", "\udc80"]))
def test_a_changed_byte_never_passes_for_another_value(place: int, change: int, text: str):
    failure = Failure(path=text, error="FetchError", message="a message of some length " * 9)
    packed = bytearray(pack(failure))
    packed[place % len(packed)] ^= change
    try:
        assert unpack(Failure, bytes(packed)) == failure
    except StoreError as error:
        assert "stemma verify" in str(error)  # noqa: PT017 - not every byte matters


@given(st.binary())
def test_bytes_come_back_equal(content: bytes):
    assert decompress(compress(content)) == content


@pytest.mark.parametrize("cut", [0, 1, 5, -1])
def test_a_frame_that_was_cut_off_is_damage(cut: int):
    with pytest.raises(StoreError, match="damaged"):
        decompress(compress(b"bytes" * 100)[:cut])


def test_a_frame_that_claims_to_be_huge_is_damage_and_takes_no_memory():
    frame = bytes.fromhex("28b52ffd") + b"\xe0" + (1 << 60).to_bytes(8, "little") + bytes(8)
    with pytest.raises(StoreError, match="damaged"):
        decompress(frame)


def test_several_frames_are_damage():
    with pytest.raises(StoreError, match="damaged"):
        decompress(compress(b"one") + compress(b"two"))


def test_nothing_that_is_unpacked_runs():
    hostile: dict[str, Any] = {"__reduce__": ["os.system", "true"]}
    assert unpack_plain(pack(hostile)) == hostile
