"""Who says each attribution, resolved in text order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.extract.attribution import Attribution
from stemma.extract.reading import Reading
from stemma.extract.speakers.reader import SpeakerReader
from stemma.extract.speakers.speaker import Speaker


def resolve_speakers(
    reading: Reading, attributions: Sequence[Attribution]
) -> dict[int, Speaker | None]:
    """Give each attribution's speaker by its ``id()``, None where nobody is told."""
    speakers = SpeakerReader(reading)
    found: dict[int, Speaker | None] = {}
    ahead: list[Attribution] = []
    for attribution in sorted(
        attributions, key=lambda one: (min(one.cue or one.content), one.place)
    ):
        if attribution.continues is None:
            speaker = speakers.read(attribution.source, {*attribution.content})
        elif id(attribution.continues) in found:
            speaker = _going_on(attribution, found)
        else:
            ahead.append(attribution)
            continue
        found[id(attribution)] = speaker
        if speaker is not None:
            end = max(attribution.content + attribution.cue)
            speakers.coreference.note(replace(speaker, end=end))
    found.update((id(attribution), _going_on(attribution, found)) for attribution in ahead)
    return found


def _going_on(attribution: Attribution, found: Mapping[int, Speaker | None]) -> Speaker | None:
    """Give the speaker of the attribution that goes on here."""
    before = found.get(id(attribution.continues))
    return before and replace(before, place=attribution.place)
