"""Which reports tell the same story."""

from stemma.group.stories import group

__all__ = ["group"]
