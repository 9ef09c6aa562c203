"""Text to tokens, as Universal Dependencies cuts English."""

import re

_TOKEN = re.compile(
    r"""
    (?:https?://|www\.)\S*[\w/]                                 # addresses
  | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}\b
  | (?:[^\W\d_]\.){2,}(?:-[a-z]+)?                              # U.S., a.m., U.S.-led
  | (?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Cmdr|Adm|Pvt|St|Jr|Sr|No|vs|etc
      |Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Rev|Hon|Fr|Ave|Blvd
      |approx|est|Supt|Insp)\.(?=\s|$|[,;:)’'"”])
  | [A-Z]\.(?=\s+[A-Z])                                         # initials
  | (?:US|C|A|NZ|HK|S)\$ | [$£€¥₹₽₩]
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z]) | \d+(?:[.,]\d+)*
  | \.\.\.+ | … | --+ | — | –
  | ['’](?:s|S|re|ve|ll|d|m|em|RE|VE|LL|D|M)(?!\w)
  | [^\W\d_]+(?=n['’]t(?!\w)) | n['’]t(?!\w)
  | [^\W\d_]+(?=N['’]T(?!\w)) | N['’]T(?!\w)
  | (?:mid|anti|pro|non|ex|co|re|pre|post|un|multi|inter|e|vice|self)-\w+\b(?!-)
  | \w+(?:&\w+)*(?:\.(?=[A-Za-z]{2,3}\b)[A-Za-z]+)?
  | \S
    """,
    re.VERBOSE,
)
_TWO_WORDS = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find the tokens of ``text[start:end]``: half-open ranges in code points of ``text``.

    Every code point that is not white space is in exactly one token.
    """
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        left, right = match.span()
        cut = _TWO_WORDS.get(match.group().lower()) if right - left in (5, 6) else None
        if cut is None:
            found.append((left, right))
        else:
            found += [(left, left + cut), (left + cut, right)]
    return found
