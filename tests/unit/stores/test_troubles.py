import pytest

from stemma.stores.troubles import explain, explain_driver, without_password

SECRET = "hunter2-é%"  # noqa: S105 - nobody's
ADDRESSES = [
    "postgresql://desk:hunter2-é%25@db.example/news",
    "postgres://desk:hunter2-é%25@db.example:5432/news?sslmode=require",
    "postgresql://db.example/news?user=desk&password=hunter2-é%25",
    "mysql://desk:hunter2-é%25@db.example/news",
    "postgresql://desk:hunter2-é%25@db.example:port/news",
    "postgresql://desk:hunter2-é%25@[db.example/news",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_message_holds_a_password(address: str):
    reason = OSError(f"cannot reach {address} (password={SECRET}, {SECRET})")
    shown = (without_password(address), explain(address, reason), explain_driver(address))
    assert not [one for one in shown if "hunter2" in one]


def test_what_is_no_secret_is_shown():
    shown = without_password("postgresql://desk:pw@db.example:5432/news?sslmode=require")
    assert shown == "postgresql://desk:***@db.example:5432/news?sslmode=require"
    assert without_password("folder/stemma.db") == "folder/stemma.db"


def test_the_message_names_the_extra():
    assert "pip install 'stemma-news[postgres]'" in explain_driver("postgresql://h/d")


def test_a_server_that_is_full_is_not_taken_for_one_that_is_not_there():
    reason = "connection to server at 'h' failed: FATAL:  sorry, too many clients already"
    assert explain("postgresql://h/d", OSError(reason)).endswith("let other programs end first")


def test_a_reason_that_nobody_foresaw_is_told_as_it_is():
    shown = explain("stemma.db", OSError("the moon\n is full"))
    assert shown == "the store 'stemma.db' cannot be used: the moon is full"
