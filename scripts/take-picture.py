"""Take the picture in the README: the page on the invented coverage, a claim picked.

    python scripts/take-picture.py

Needs Chromium on the PATH and the development tools (`make test` sets both up).
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import stemma

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write docs/report.png."""
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
        browser.close()


if __name__ == "__main__":
    main()
