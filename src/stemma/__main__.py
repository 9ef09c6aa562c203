"""``python -m stemma``: the same as the command."""
