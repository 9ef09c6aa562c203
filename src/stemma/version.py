"""The version of the distribution and of the JSON it writes."""

__version__ = "0.1.0"

SCHEMA = 1
"""Number of the JSON schema; grows when a field changes its meaning or goes away."""
