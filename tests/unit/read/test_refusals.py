import pytest

from stemma.errors import UnreadableError
from stemma.read.html import read_html

_STORIES = (
    "Ferry runs aground off Tarn Island",
    "Council votes to close the old school",
    "Storm takes the roof off a boathouse",
    "New lighthouse keeper named at last",
    "Otter seen in the harbour again",
)


def _page(title: str, body: str, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (_page("404 Not Found", "<h1>Not Found</h1><p>nginx</p>"), "error page"),
        (
            _page("Tarn Courier", "<h1>Sorry!</h1><p>The page you wanted could not be found.</p>"),
            "error page",
        ),
        (_page("Access Denied", "<p>You don't have permission to access this.</p>"), "error page"),
        (
            _page("Just a moment...", "<p>Checking your browser before accessing.</p>"),
            "robot check",
        ),
        (
            _page(
                "Tarn Courier",
                "<p>We and our 842 partners store and access information on a device.</p>",
            ),
            "cookie notice",
        ),
        (
            _page(
                "Ferry aground",
                "<article><p>The ferry Corrie struck a sandbank off Tarn Island on Monday evening."
                "</p></article><div>Subscribe to continue reading</div>",
            ),
            "stub before a paywall",
        ),
        (
            _page(
                "The Tarn Courier",
                "<ul>"
                + "".join(
                    f'<li><a href="/{n}">{s} {n}</a></li>' for n in range(12) for s in _STORIES
                )
                + "</ul>",
            ),
            "index page",
        ),
        (_page("Tarn Courier", "<p>Welcome.</p>"), "no article"),
    ],
)
def test_a_page_without_an_article_is_told_apart_and_named(page: str, kind: str):
    with pytest.raises(UnreadableError, match=rf"'page\.html' .*{kind}.*: .+"):
        read_html(page, path="page.html")


_MISSING_PAGES = """
Hundreds of pages of the council's site could not be found on Monday after it moved to a new host.
“Every page I tried said 404 not found,” said Ann Ox, who had wanted to pay a parking fine.
She paid it at the counter instead, with coins, before the end of the day.
The host said that the content would be back within a week, and that nothing was lost.
Fines that could not be paid in the meantime would be forgiven, the council said on Tuesday.
The same had happened two years ago, when the library's catalogue was unavailable for a month.
Its last card index had been burnt the winter before, and readers had to find books by walking.
"""
_REFLOATED = """
The ferry Corrie was refloated at high tide on Tuesday and towed in, the coastguard said.
Divers found no damage to the hull, and services will resume on Wednesday morning, it said.
"""


def _article(text: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in text.strip().split("\n"))


def test_a_report_about_missing_pages_is_no_error_page():
    body = f"<article>{_article(_MISSING_PAGES)}</article>"
    page = _page("404: how the council lost its pages", body)
    assert len(read_html(page, path="page.html").lines) >= 7


def test_a_short_report_on_a_page_that_sells_subscriptions_is_kept():
    shop = "<header><a href='/s'>Subscribe now</a></header>"
    page = _page("Ferry refloated", f"{shop}<article>{_article(_REFLOATED)}</article>")
    assert len(read_html(page, path="page.html").lines) == 2
