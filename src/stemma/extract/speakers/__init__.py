"""Who the words for a speaker mean, once it is known who spoke before, and who stands behind.

``resolution`` goes through the attributions in text order: ``coreference`` tells who "she" is,
``roles`` who "the analyst" is, ``bare_media`` which outlet "the agency" is. ``outlets`` and
``layers`` tell through whom it came.
"""

from stemma.extract.speakers.layers import Told, tell_layers
from stemma.extract.speakers.outlets import add_outlets
from stemma.extract.speakers.resolution import resolve_speakers

__all__ = ["Told", "add_outlets", "resolve_speakers", "tell_layers"]
