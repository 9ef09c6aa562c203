"""Which language a text is in."""

import py3langid

ENGLISH = "en"
_ENOUGH_CHARACTERS = 4_000  # more text makes the answer no surer, only slower


def identify(text: str) -> str:
    """Give the ISO 639-1 code of the language; reliable for a report, not for one sentence.

    Method: Lui & Baldwin (2012), langid.py, in Barbaresi's py3langid.
    """
    code, _ = py3langid.classify(text[:_ENOUGH_CHARACTERS])
    return code
