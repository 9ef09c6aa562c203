"""Text to tokens, as Universal Dependencies cuts English."""

import re

_UNITS = (
    "km|kg|cm|mm|m|k|bn|mn|tn|b|g|l|ft|in|lb|lbs|oz|mph|kph|kmh|am|pm|GB|MB|TB|MW|GW|kW|C|F|p|c"
)
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)\S*[\w/]                                  # addresses
  | [\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.]{{1,64}}\b
  | [@\#][^\W\d]\w*                                              # handles and tags
  | (?:[^\W\d_]\.){{2,}}                             # U.S., a.m.
  | (?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Cmdr|Adm|Pvt|St|Jr|Sr|No|vs
      |etc|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Rev|Hon|Fr|Ave
      |Blvd|approx|est|Supt|Insp)\.(?=\s|$|[,;:)’'"”])
  | (?<!\w)[A-Z]\.(?=\s+[A-Z])                                    # initials
  | (?:US|C|A|NZ|HK|S|R)\$ | [$£€¥₹₽₩]
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)\b                         # 2nd, 1990s
  | \d+(?:[.,:/]\d+)*(?=(?:{_UNITS})\b)                          # 300km: number, then unit
  | \d+(?:[.,:/]\d+)*(?!\w)
  | \.\.\.+ | … | --+ | — | –
  | ['’](?:s|S|re|ve|ll|d|m|em|RE|VE|LL|D|M)(?!\w)
  | [^\W\d_]+(?=n['’`]t(?!\w)) | n['’`]t(?!\w)
  | [^\W\d_]+(?=N['’]T(?!\w)) | N['’]T(?!\w)
  | (?<![\w-])(?:[Mm]id|[Aa]nti|[Pp]ro|
      [Pp]an|[Nn]on|[Ee]x|[Cc]o|[Rr]e|[Pp]re|[Pp]ost|[Uu]n|[Mm]ulti|[Ee]
      |[Ii]nter|[Vv]ice|[Cc]ounter)-\w+\b(?!-)
  | [^\W\d_]+['’](?!(?i:s|re|ve|ll|d|m|em|t)\b)                 # O'Brien, Qur'an
      (?:[A-Z][^\W\d_]+|[^\W\d_]{{1,6}}(?!\w))
  | \w+(?:&\w+)*(?:\.(?:com|org|net|gov|edu|info|co|uk|io|eu|tv|news)\b)*
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
