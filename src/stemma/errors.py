"""Every error that Stemma raises on purpose.

::

    StemmaError
    ├── InputError            one source cannot be read; the others go on
    │   ├── UnreadableError   bytes that hold no article: empty, binary, index page, paywall stub …
    │   ├── TooLargeError     more bytes than the settings allow
    │   └── FetchError        an address that was refused, failed or never ended
    ├── NothingReadError      no source at all could be read
    ├── StoreError            a store that cannot be opened, or holds what it should not
    └── UsageError            settings or arguments that make no sense together

A message says what was wrong (with the value, as ``repr``), where, and what to do about it.
"""


class StemmaError(Exception):
    """The root: catching it catches everything that Stemma raises on purpose."""


class InputError(StemmaError):
    """One source cannot be read; the others go on."""


class UnreadableError(InputError):
    """The bytes hold no article."""


class TooLargeError(InputError):
    """The source has more bytes than the settings allow."""


class FetchError(InputError):
    """An address was refused, failed, or never ended."""


class NothingReadError(StemmaError):
    """Not one source could be read."""


class StoreError(StemmaError):
    """A store cannot be opened, or holds what it should not."""


class UsageError(StemmaError):
    """Settings or arguments that make no sense."""
