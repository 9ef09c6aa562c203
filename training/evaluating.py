"""Figures of the network as it ships, with everything around it: Stemma's own evals."""

from pathlib import Path

from evals import tasks

from stemma import language
from training.similarity import rank_correlation

_TASKS = ("syntax", "names")


def evaluate(corpora: Path) -> dict[str, float]:
    """Measure what lies under ``stemma/language/weights``; what has no corpus is left out."""
    figures: dict[str, float] = {}
    for task in _TASKS:
        outcome = tasks.run(task, corpora=corpora)
        figures |= {
            name: value
            for name, value in {**outcome.figures, **outcome.details}.items()
            if not isinstance(value, str)
        }
    if (corpora / "test" / "stsb").is_dir():
        figures["stsb"] = rank_correlation(corpora, language.load_encoder())
    return figures
