import pytest

from stemma.read.residue.form import asks_reader, is_about_author, opens_list, told_by_form

_FURNITURE = [
    "Advertisement",
    "Share",
    "By signing up, you agree to our terms of use.",
    "For the latest on the strike, follow our channel.",
    "Facebook Twitter WhatsApp Email",
    "close",
    "10:20",
    "5:45 p.m. EST",
    "20 hours ago",
    "Politics20 hours ago",
    "Business | 3 days ago",
    "Read Also: Five ferries that never sailed",
    "READ MORE: Pilots reject offer of talks",
    "Related: What a harbour pilot does",
    "»  Harbour reopens after nine days",
    "Ferry company names new director Read more",
    "Join the Tarn Courier WhatsApp channel for updates",
    "Sign up for our daily newsletter",
    "Subscribe now",
    "Leave the first comment",
    "12 Comments",
    "5 min read",
    "Photo: Getty Images",
    "Ada Okoro/Reuters",
    "FILE PHOTO: The ferry Meridian in the harbour of Tarn. REUTERS/Ada Okoro",
    "EPA Rescuers bring passengers of the Meridian ashore",
    "Image copyright Reuters Image caption The ferry on the sandbank",
    "We use cookies to give you the best experience on our site.",
    "Copyright 2031 Tarn Courier. All rights reserved.",
    "https://tarncourier.example/ferry",
    "* * *",
    "3/12 The ferry seen from the lighthouse",
    "4/12 2031 Passengers on the sandbank",
    "The ferry lies on its side. | Image credit: Ada Okoro / Tarn Courier.",
    "[Five things to know about the pilots' strike]",
    "For more shipping news: http://tarncourier.example/ships",
    "Updated at 9:50 p.m. on Thursday",
    "Home News Sport Tarn Island Contact Us",
    "Home Lakes Ferries Harbour notices Jobs",
]

_NEWS = [
    "Nobody was hurt, the coastguard said.",
    "“Join us,” the union told passengers waiting at the quay.",
    "The company asked customers to download its app, spokeswoman Sunniva Aas said.",
    "In its first comment on the grounding, the company denied that the captain was tired.",
    "Pilots will be paid 900 euros more per month after the strike.",
    "Facebook said on Monday it would subscribe to the newsletter of the union.",
    "More: that was the word passengers used most, according to the survey of the union.",
    "Pilots reject offer",
    "24/7 tug service",
    "1/4 teaspoon of salt",
    "9/11 Commission members met in Lorne on Monday, two decades on.",
    "What to know 20 years after 9/11",
    "SECOND DAY OF STRIKE",
    "What happens next?",
    "The photo shows the ferry on the sandbank, police said.",
    "By submitting the plan on Friday, the harbour met its deadline.",
    "For the latest strike, pilots will stay at home until Friday.",
    "Reuters journalists freed after two days",
    "Twitter updated its privacy policy after the grounding.",
    "He arrived at 10:20 and left within the hour.",
    "The strike began two days ago.",
    "Home Prices Rise for Third Month on Tarn Island",
]


@pytest.mark.parametrize("line", _FURNITURE)
def test_page_furniture_is_told_by_its_form(line: str):
    assert told_by_form(line)


@pytest.mark.parametrize("line", _NEWS)
def test_news_that_sounds_like_furniture_is_not(line: str):
    assert told_by_form(line) is None


@pytest.mark.parametrize(
    "line", ["Read next", "Related articles", "More from Politics", "MOST READ"]
)
def test_headings_of_lists_of_other_stories_are_known(line: str):
    assert opens_list(line)
    assert told_by_form(line)


def test_notes_on_the_author_are_told_from_reports_about_people():
    assert is_about_author("Ada Okoro is a staff writer at the Tarn Courier.")
    assert is_about_author("Follow Ada Okoro on Twitter at @adaokoro.")
    assert not is_about_author("Ada Okoro, who owns the ferry, said she would sue.")


def test_only_questions_to_the_reader_ask_the_reader():
    assert asks_reader("What is your opinion on this topic?")
    assert not asks_reader("Who will tow the ferry off the sandbank?")
