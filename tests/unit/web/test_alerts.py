from fastapi.testclient import TestClient

from stemma.model import Alert, Span
from stemma.newsroom import Newsroom


def alert(number: int, story: str, report: str) -> Alert:
    return Alert(
        id=f"alert:sha256:{number:016x}",
        kind="new_conflict",
        story=story,
        at="2026-05-10T08:00:00Z",
        message=f"Halden: <b>conflict</b> {number}",
        evidence=(Span(report=report, start=0, end=6),),
        quotes=("Halden",),
    )


def keep(newsroom: Newsroom, site: TestClient, *numbers: int) -> str:
    story = site.get("/stories.json", params={"q": "bridge"}).json()["stories"][0]["id"]
    report = site.get(f"/story/{story}.json").json()["stories"][0]["reports"][0]
    with newsroom.store.write() as ledger:
        several = [alert(number, story, report) for number in numbers]
        ledger.alerts.keep(several, channels=(), at="2026-05-10T08:00:00Z")
    return story


def test_alerts_are_listed_the_latest_first_with_their_words(site: TestClient, newsroom: Newsroom):
    assert "Nothing yet" in site.get("/alerts").text
    story = keep(newsroom, site, 1, 2)
    page = site.get("/alerts").text
    assert page.index("conflict&lt;/b&gt; 2") < page.index("conflict&lt;/b&gt; 1")
    assert f'href="/story/{story}"' in page
    assert "“Halden”" in page
    listed = site.get("/alerts.json").json()
    assert [one["message"][-1] for one in listed["alerts"]] == ["2", "1"]
    assert listed["before"] is None


def test_the_words_of_an_alert_lead_to_their_place(site: TestClient, newsroom: Newsroom):
    keep(newsroom, site, 1)
    page = site.get("/alerts").text
    link = page.partition('href="/span/')[2].partition('"')[0]
    assert site.get(f"/span/{link}").status_code in {200, 303, 307}


def test_older_alerts_are_on_further_pages(site: TestClient, newsroom: Newsroom):
    keep(newsroom, site, *range(1, 61))
    first = site.get("/alerts.json").json()
    assert len(first["alerts"]) == 50
    rest = site.get("/alerts.json", params={"before": first["before"]}).json()
    assert [one["message"].rpartition(" ")[2] for one in rest["alerts"]] == [
        str(number) for number in range(10, 0, -1)
    ]
    assert rest["before"] is None
