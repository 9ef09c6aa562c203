"""The desk: pages to work in, served from this package alone."""

from stemma.web.entrance import Entrance
from stemma.web.site import LOOPBACK, make_site

__all__ = ["LOOPBACK", "Entrance", "make_site"]
