import pytest

from stemma.read.mending import mend

_WORDS = "“We felt a jolt,” said José Müller — the café’s owner … for €5."


def _spoil(text: str) -> str:
    """Read UTF-8 as Windows-1252, as a careless program does."""
    signs = (bytes([byte]) for byte in text.encode())
    return "".join(
        chr(sign[0]) if sign[0] in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else sign.decode("cp1252")
        for sign in signs
    )


def test_text_that_was_read_in_the_wrong_encoding_is_put_back():
    spoilt = _spoil(_WORDS)
    assert "â€œWe" in spoilt
    assert mend(spoilt) == _WORDS


def test_only_the_spoilt_half_of_a_text_changes():
    assert mend(f"{_WORDS} {_spoil(_WORDS)}") == f"{_WORDS} {_WORDS}"


@pytest.mark.parametrize("text", [_WORDS, "SÃO PAULO and MAÇÃ", "Ãœ once", "plain words"])
def test_sound_text_stays_as_it_is(text: str):
    assert mend(text) == text
