"""What all tests share."""

from hypothesis import settings

settings.register_profile("stemma", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("stemma")
"""No test fails for being slow: speed is measured in ``bench/``.

The same change gives the same outcome each time; ``pytest --hypothesis-profile=search`` tries other
examples in each run.
"""
