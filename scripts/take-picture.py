"""Take the pictures in the documentation: the page on the invented coverage, and its stemma.

    python scripts/take-picture.py

Needs Chromium on the PATH and the development tools (`make test` sets both up).
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import stemma

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write docs/report.png and docs/stemma.png."""
    coverage = stemma.report([str(ROOT / "examples" / "coverage")])
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(stemma.to_html(coverage), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1360, "height": 1180})
        page.goto(file.as_uri())
        page.locator(".findings").first.locator("button[data-pick]").nth(1).click()
        page.screenshot(path=ROOT / "docs" / "report.png")
        page.locator(".drawing svg").first.screenshot(path=ROOT / "docs" / "stemma.png")
        browser.close()


if __name__ == "__main__":
    main()
