from dataclasses import replace

from stemma.model import Coverage, Entity, Span
from stemma.tell.lookup import Lookup
from stemma.tell.names import find_namings


def test_who_is_called_what_by_which_report(coverage: Coverage):
    first, second, _ = coverage.reports
    second = replace(second, text=second.text + " Noll’s office and Nol. IDA NOLL")

    def mention(report: str, words: str) -> Span:
        found = first if report == first.id else second
        start = found.text.index(words)
        return found.span(start, start + len(words))

    noll = Entity(
        id="entity:noll",
        name="Ida Noll",
        kind="person",
        aliases=("Ida Noll", "Noll", "Nol"),
        misspellings=("Nol",),
        description=None,
        mentions=(
            mention(first.id, "Ida Noll"),
            mention(second.id, "Noll’s"),
            mention(second.id, "IDA NOLL"),
            mention(second.id, "Nol."),
        ),
    )
    story = replace(coverage.stories[0], entities=(noll,))
    coverage = replace(coverage, reports=(first, second), stories=(story,))
    (naming,) = find_namings(story, Lookup(coverage))
    told = [(one.text, one.reports, one.is_slip) for one in naming.spellings]
    assert told == [
        ("Ida Noll", (first.id, second.id), False),
        ("Noll", (second.id,), False),
        ("Nol.", (second.id,), False),
    ]
