"""Leading somebody on after a form, to a page of ours alone."""

from urllib.parse import quote

from fastapi.responses import RedirectResponse


def lead_to(path: str, *, otherwise: str) -> RedirectResponse:
    """Lead to a path of this desk; to another one where a form names anything else."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return RedirectResponse(quote(path if ours else otherwise, safe="/:?=&#%+"), status_code=303)
