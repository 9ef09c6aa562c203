import pytest

from stemma.errors import FetchError
from stemma.read.answer import Answer
from stemma.watch.robots import Robots, read_robots

PAGE = "https://quayside.example/news/ferry"
RULES = """
User-agent: *
Disallow: /news/
Crawl-delay: 7

User-agent: stemma-news
Disallow: /private
Allow: /private/feed
Crawl-delay: 3
"""


def answer(status: int, content: bytes = b"") -> Answer:
    url = "https://quayside.example/robots.txt"
    return Answer(url=url, status=status, headers={}, content=content)


def test_rules_for_this_robot_go_before_rules_for_all():
    robots = read_robots(answer(200, RULES.encode()))
    assert robots.allows(PAGE)
    assert robots.delay == 3
    assert not robots.allows("https://quayside.example/private/letters")
    assert robots.allows("https://quayside.example/private/feed")


def test_rules_for_all_hold_where_this_robot_is_not_named():
    robots = read_robots(answer(200, RULES.split("User-agent: stemma", maxsplit=1)[0].encode()))
    assert not robots.allows(PAGE)
    assert robots.delay == 7


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_rules_are_no_prohibition(status: int):
    robots = read_robots(answer(status))
    assert robots == Robots(state="free")
    assert robots.allows(PAGE)
    assert robots.delay == 0


@pytest.mark.parametrize("came", [answer(500), answer(503), answer(429), FetchError("silent")])
def test_rules_that_cannot_be_had_forbid_everything(came: Answer | FetchError):
    assert not read_robots(came).allows(PAGE)


def test_rules_from_before_hold_while_new_ones_cannot_be_had():
    held = read_robots(answer(200, RULES.encode()))
    assert read_robots(answer(503), held=held) == held
    assert not read_robots(answer(503), held=Robots(state="unreachable")).allows(PAGE)
    assert read_robots(answer(404), held=held).state == "free"


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"\xef\xbb\xbf# hello", b"<html>Not found</html>", b"\0" * 99]
)
def test_rules_that_make_no_sense_forbid_nothing(content: bytes):
    assert read_robots(answer(200, content)).allows(PAGE)


def test_a_mark_of_byte_order_hides_no_rule():
    robots = read_robots(answer(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /"))
    assert not robots.allows(PAGE)


def test_rules_are_read_up_to_half_a_mebibyte():
    rules = b"User-agent: *\n" + b"# chatter\n" * 60_000 + b"Disallow: /\n"
    assert read_robots(answer(200, rules)).allows(PAGE)


@pytest.mark.parametrize("delay", ["-3", "nan", "inf", "soon"])
def test_a_delay_that_makes_no_sense_is_none(delay: str):
    robots = read_robots(answer(200, f"User-agent: *\nCrawl-delay: {delay}".encode()))
    assert robots.delay == 0
