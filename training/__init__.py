"""How the network that Stemma ships is trained: ``python -m training CORPORA BASE``."""
