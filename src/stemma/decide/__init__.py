"""What people decided: which verdicts hold, what they are about, what speaks against them."""

from stemma.decide.anchors import Texts
from stemma.decide.conflicts import Present, find_conflicts, is_against
from stemma.decide.consistency import Pairs, reconcile
from stemma.decide.force import Standing, in_force, stand
from stemma.decide.pins import find_pins
from stemma.decide.rulings import NO_RULINGS, Origin, Rulings, Speaker, rule
from stemma.decide.saying import say, sign
from stemma.decide.speakers import put_speakers

__all__ = [
    "NO_RULINGS",
    "Origin",
    "Pairs",
    "Present",
    "Rulings",
    "Speaker",
    "Standing",
    "Texts",
    "find_conflicts",
    "find_pins",
    "in_force",
    "is_against",
    "put_speakers",
    "reconcile",
    "rule",
    "say",
    "sign",
    "stand",
]
