"""What holds of accounts, sessions, tokens and the audit log in every store."""

import json
from dataclasses import replace

import pytest

from stemma.errors import StoreError
from stemma.model import Account, Actor, ApiToken, Deed
from stemma.stores import Ledger, Store

IDA = Account(name="Ida Noll", role="editor", created="2026-03-10T12:00:00Z")
BO = Account(name="Bo Falk", role="admin", created="2026-03-10T12:01:00Z")
TOKEN = ApiToken(
    id="token:aa",
    account="Ida Noll",
    label="importer 👩\u200d🚒",
    role="reader",
    created="2026-03-10T12:00:00Z",
    expires="2026-06-10T12:00:00Z",
)
DEED = Deed(
    at="2026-03-10T12:00:00Z",
    act="login",
    actor=Actor(name="Ida Noll", through="session", address="192.0.2.7"),
)
NOW, LATER = "2026-03-10T13:00:00Z", "2026-03-17T13:00:00Z"


def fill(ledger: Ledger) -> None:
    assert ledger.accounts.add(IDA, password="$argon2id$of-ida")  # noqa: S106 - no password
    assert ledger.accounts.add(BO, password="$argon2id$of-bo")  # noqa: S106 - the same
    ledger.sessions.start("digest-of-session", "Ida Noll", now=NOW, expires=LATER)
    ledger.api_tokens.keep(TOKEN, digest="digest-of-token")
    ledger.failed_logins.keep("Ida Noll", "192.0.2.7", at=NOW)
    ledger.deeds.keep(DEED)


def test_an_account_is_found_by_any_spelling_and_its_password_apart(store: Store):
    with store.write() as ledger:
        fill(ledger)
    with store.read() as ledger:
        assert ledger.accounts.find("  IDA   noll ") == IDA
        assert ledger.accounts.password("ida noll") == "$argon2id$of-ida"
        assert ledger.accounts.find("Ida") is None
        assert ledger.accounts.password("Ida") is None
        assert ledger.accounts.all() == (BO, IDA)


def test_a_name_is_given_once(store: Store):
    with store.write() as ledger:
        fill(ledger)
        again = Account(name="IDA NOLL", role="admin", created=NOW)
        assert not ledger.accounts.add(again, password="$argon2id$other")  # noqa: S106 - no password
        assert ledger.accounts.find("Ida Noll") == IDA


def test_an_account_changes_alone(store: Store):
    with store.write() as ledger:
        fill(ledger)
        ledger.accounts.set_role("Ida Noll", "reader")
        ledger.accounts.set_disabled("Ida Noll", NOW)
        ledger.accounts.set_password("Ida Noll", "$argon2id$new")
    with store.read() as ledger:
        changed = Account(name="Ida Noll", role="reader", created=IDA.created, disabled=NOW)
        assert ledger.accounts.find("Ida Noll") == changed
        assert ledger.accounts.password("Ida Noll") == "$argon2id$new"
        assert ledger.accounts.find("Bo Falk") == BO


def test_a_session_knows_its_account_as_it_is_now(store: Store):
    with store.write() as ledger:
        fill(ledger)
        ledger.accounts.set_role("Ida Noll", "reader")
        ledger.sessions.see("digest-of-session", at="2026-03-10T14:00:00Z")
        ledger.sessions.see("digest-of-session", at="2026-03-10T13:30:00Z")
    with store.read() as ledger:
        found = ledger.sessions.find("digest-of-session")
        assert found is not None
        assert found.account.role == "reader"
        assert (found.created, found.seen, found.expires) == (NOW, "2026-03-10T14:00:00Z", LATER)
        assert ledger.sessions.find("another") is None


def test_sessions_end_one_by_one_all_at_once_or_by_age(store: Store):
    with store.write() as ledger:
        fill(ledger)
        ledger.sessions.start("second", "ida noll", now=NOW, expires=LATER)
        ledger.sessions.start("of-bo", "Bo Falk", now=NOW, expires=LATER)
        assert ledger.sessions.end("second")
        assert not ledger.sessions.end("second")
        assert ledger.sessions.end_all("IDA NOLL") == 1
        assert ledger.sessions.find("digest-of-session") is None
        ledger.sessions.forget(now=NOW, idle_since="2026-03-10T12:00:00Z")
        assert ledger.sessions.find("of-bo") is not None
        ledger.sessions.forget(now=LATER, idle_since="2026-03-10T12:00:00Z")
        assert ledger.sessions.find("of-bo") is None
        ledger.sessions.start("idle", "Bo Falk", now=NOW, expires=LATER)
        ledger.sessions.forget(now=NOW, idle_since=NOW)
        assert ledger.sessions.find("idle") is None


def test_tokens_come_back_with_their_account_until_they_are_revoked(store: Store):
    with store.write() as ledger:
        fill(ledger)
        assert ledger.api_tokens.find("digest-of-token") == (TOKEN, IDA)
        assert ledger.api_tokens.find("another") is None
        lasting = replace(TOKEN, id="token:bb", expires=None)
        ledger.api_tokens.keep(lasting, digest="digest-of-lasting")
        assert ledger.api_tokens.find("digest-of-lasting") == (lasting, IDA)
        ledger.api_tokens.use("token:aa", at=NOW)
        assert ledger.api_tokens.revoke("token:aa", at=LATER)
        assert not ledger.api_tokens.revoke("token:aa", at=LATER)
        listed, other = ledger.api_tokens.all()
        assert (listed.used, listed.revoked) == (NOW, LATER)
        assert other == lasting
        assert ledger.api_tokens.all(name="Bo Falk") == ()
        assert ledger.api_tokens.revoke_all("Ida Noll", at=LATER) == 1
        assert ledger.api_tokens.revoke_all("Ida Noll", at=LATER) == 0


def test_failed_logins_are_counted_by_name_and_by_address_within_a_window(store: Store):
    with store.write() as ledger:
        for name, address, at in (
            ("Ida Noll", "192.0.2.7", "2026-03-10T12:00:00Z"),
            ("IDA NOLL", "192.0.2.8", "2026-03-10T12:10:00Z"),
            ("Zebra", "192.0.2.7", "2026-03-10T12:20:00Z"),
        ):
            ledger.failed_logins.keep(name, address, at=at)
        since = "2026-03-10T12:00:00Z"
        early = "2026-03-10T11:00:00Z"
        failures = ledger.failed_logins
        assert failures.by_name("ida noll", since=since) == ("2026-03-10T12:10:00Z",)
        assert len(failures.by_address("192.0.2.7", since=early)) == 2
        failures.forgive("Ida Noll", "192.0.2.7")
        assert len(failures.by_name("Ida Noll", since=early)) == 1
        assert len(failures.by_address("192.0.2.7", since=early)) == 1
        failures.forgive_all("Ida Noll")
        assert failures.by_name("Ida Noll", since=early) == ()
        failures.forget(until="2026-03-10T12:20:00Z")
        assert failures.by_address("192.0.2.7", since=early) == ()


def test_deeds_come_back_the_latest_first_a_page_at_a_time(store: Store):
    later = Deed(
        at=NOW,
        act="token_made",
        actor=Actor(name="Bo \x00 Falk", through="command line"),
        about="token:aa",
        detail="importer",
    )
    with store.write() as ledger:
        ledger.deeds.keep(DEED)
        ledger.deeds.keep(later)
    with store.read() as ledger:
        (last, latest), (first, earliest) = ledger.deeds.latest(most=10)
        assert (latest, earliest) == (later, DEED)
        assert last > first
        assert ledger.deeds.latest(most=1) == ((last, later),)
        assert ledger.deeds.latest(most=10, before=last) == ((first, DEED),)


def test_an_export_gives_no_account_away(store: Store):
    with store.write() as ledger:
        fill(ledger)
    with store.read() as ledger:
        lines = list(ledger.dump())
    assert len(lines) == 1
    assert "digest" not in lines[0]


@pytest.mark.parametrize(
    "row",
    [
        {"table": "accounts", "key": "eve", "name": "Eve", "password": "x", "role": "admin"},
        {"table": "sessions", "digest": "aa", "account": "ida noll"},
        {"table": "api_tokens", "id": "token:bb", "digest": "bb", "account": "ida noll"},
        {"table": "deeds", "seq": 1, "at": NOW, "act": "login", "name": "Eve", "through": "x"},
    ],
)
def test_an_import_brings_no_account_in(store: Store, row: dict[str, str]):
    first = json.dumps({"format": "stemma-store", "version": 1})
    with pytest.raises(StoreError, match="no row of a store"), store.write() as ledger:
        ledger.load([first, json.dumps({**row, "created": NOW})])
    with store.read() as ledger:
        assert ledger.accounts.all() == ()


def test_a_store_that_holds_accounts_alone_can_be_filled(store: Store):
    with store.write() as ledger:
        lines = list(ledger.dump())
        fill(ledger)
    with store.write() as ledger:
        assert ledger.load(lines) == 0
        assert ledger.accounts.find("Ida Noll") == IDA
