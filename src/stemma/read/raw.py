"""What a source held, before anything is understood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of one source.

    ``path`` is how the user's source is named in messages: a file, ``-``, or an address.
    ``url`` is the address after redirects; ``content_type`` is the media type that the server
    declared, with its parameters. Both are None for files.
    """

    path: str
    content: bytes
    url: str | None = None
    content_type: str | None = None
