"""The desk: pages to work in, served from this package alone."""

from stemma.web.site import make_site

__all__ = ["make_site"]
