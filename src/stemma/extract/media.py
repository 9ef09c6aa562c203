"""Outlets and agencies, told by their names."""

import re
from functools import cache
from importlib.resources import files

_KINDS = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|Chronicle|Journal|Daily|Weekly|Courier|Observer|"
    r"Telegraph|Broadcasting|Magazine|Newspaper|newspaper|magazine|news agency|News Agency|"
    r"newswire|Wire|broadcaster|Television|TV|Radio|Newswires|News Network|Press Agency)$"
)


@cache
def _media() -> frozenset[str]:
    table = files("stemma.extract") / "tables" / "media.txt"
    lines = table.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_outlet(name: str) -> bool:
    """Tell whether a name is an outlet's or agency's: one of the table, or one like them."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return bare in _media() or _KINDS.search(bare) is not None
