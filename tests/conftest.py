"""What all tests share."""

from hypothesis import settings

settings.register_profile("stemma", deadline=None)
settings.load_profile("stemma")
"""No test fails for being slow: speed is measured in ``bench/``."""
