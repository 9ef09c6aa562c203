import pytest

from stemma.access import Door, Entered, Expired, Register, Visit, recognise
from stemma.errors import UsageError
from stemma.model import Actor, Role
from stemma.stores import Store

RIGHT = "a heron by the weir"


def deeds(store: Store) -> list[tuple[str, str, str | None, str | None]]:
    with store.read() as ledger:
        latest = ledger.deeds.latest(most=100)
    return [(one.act, one.actor.name, one.about, one.detail) for _, one in reversed(latest)]


def test_every_change_is_written_down_with_who_made_it(
    register: Register, store: Store, actor: Actor
):
    bo = Actor(name="Bo Falk", through="session")
    register.set_role("ida noll", "reader", actor=bo)
    token, _ = register.make_token("Ida Noll", " importer ", "reader", actor=bo)
    register.revoke_token(token.id, actor=actor)
    register.set_password("IDA NOLL", "another heron here", actor=bo)
    register.disable("Ida Noll", actor=bo)
    register.enable("Ida Noll", actor=bo)
    assert deeds(store) == [
        ("account_added", "root", "Ida Noll", "editor"),
        ("account_added", "root", "Bo Falk", "admin"),
        ("role_changed", "Bo Falk", "Ida Noll", "editor to reader"),
        ("token_made", "Bo Falk", "Ida Noll", f"{token.id}, reader: importer"),
        ("token_revoked", "root", "Ida Noll", f"{token.id}: importer"),
        ("password_changed", "Bo Falk", "Ida Noll", None),
        ("account_disabled", "Bo Falk", "Ida Noll", None),
        ("account_enabled", "Bo Falk", "Ida Noll", None),
    ]


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "Eve\u202eNoll", "Eve\x00", "Eve\u200b"])
def test_a_name_can_be_seen_as_it_is(register: Register, actor: Actor, name: str):
    with pytest.raises(UsageError, match="no name"):
        register.add(name, RIGHT, "reader", actor=actor)


@pytest.mark.parametrize("name", ["Ida Noll", "IDA  NOLL", "Ｉda Noll"])
def test_nobody_takes_a_name_that_looks_the_same(register: Register, actor: Actor, name: str):
    with pytest.raises(UsageError, match="already"):
        register.add(name, RIGHT, "admin", actor=actor)
    assert [account.role for account in register.accounts()] == ["admin", "editor"]


def test_an_admin_is_always_left(register: Register, actor: Actor):
    for change in (
        lambda: register.disable("Bo Falk", actor=actor),
        lambda: register.set_role("Bo Falk", "editor", actor=actor),
    ):
        with pytest.raises(UsageError, match="only admin"):
            change()
    register.set_role("Ida Noll", "admin", actor=actor)
    register.disable("Bo Falk", actor=actor)
    assert register.has_admin()
    with pytest.raises(UsageError, match="only admin"):
        register.set_role("Ida Noll", "reader", actor=actor)


def test_a_new_password_logs_out_everywhere(
    register: Register, door: Door, store: Store, actor: Actor
):
    entered = door.enter("Ida Noll", RIGHT, address="192.0.2.7")
    assert isinstance(entered, Entered)
    register.set_password("Ida Noll", "another heron here", actor=actor)
    assert recognise(store, entered.secret, now=door.clock()) is None
    assert not isinstance(door.enter("Ida Noll", RIGHT, address="192.0.2.7"), Entered)
    assert isinstance(door.enter("Ida Noll", "another heron here", address="192.0.2.7"), Entered)


def test_disabling_ends_sessions_and_tokens_for_good(
    register: Register, door: Door, store: Store, actor: Actor
):
    entered = door.enter("Ida Noll", RIGHT, address="192.0.2.7")
    assert isinstance(entered, Entered)
    _, shown = register.make_token("Ida Noll", "importer", "editor", actor=actor)
    assert recognise(store, shown, now=door.clock()) is not None
    register.disable("Ida Noll", actor=actor)
    assert recognise(store, entered.secret, now=door.clock()) is None
    assert recognise(store, shown, now=door.clock()) is None
    assert not isinstance(door.enter("Ida Noll", RIGHT, address="192.0.2.7"), Entered)
    register.enable("Ida Noll", actor=actor)
    assert recognise(store, entered.secret, now=door.clock()) is None
    assert recognise(store, shown, now=door.clock()) is None
    assert isinstance(door.enter("Ida Noll", RIGHT, address="192.0.2.7"), Entered)


@pytest.mark.parametrize(
    ("role", "account", "allowed"),
    [
        ("reader", "admin", "reader"),
        ("editor", "editor", "editor"),
        ("editor", "reader", "reader"),
    ],
)
def test_a_token_allows_no_more_than_its_account_does_now(  # noqa: PLR0913, PLR0917 - fixtures
    register: Register, store: Store, actor: Actor, role: Role, account: Role, allowed: Role
):
    _, shown = register.make_token("Ida Noll", "importer", role, actor=actor)
    register.set_role("Ida Noll", account, actor=actor)
    visit = recognise(store, shown, now=register.clock())
    assert isinstance(visit, Visit)
    assert visit.role == allowed


def test_a_token_holds_for_as_long_as_was_asked_for_and_says_when_it_ended(
    register: Register, store: Store, actor: Actor
):
    token, shown = register.make_token("Ida Noll", "importer", "reader", actor=actor, days=90)
    _, lasting = register.make_token("Ida Noll", "importer", "reader", actor=actor, days=None)
    assert token.expires == "2026-08-08T08:00:00Z"
    assert isinstance(recognise(store, shown, now="2026-08-08T07:59:59Z"), Visit)
    later = token.expires
    assert recognise(store, shown, now=later) == Expired(token=token.id, at=token.expires)
    assert isinstance(recognise(store, lasting, now=later), Visit)
    register.disable("Ida Noll", actor=actor)
    assert recognise(store, shown, now=later) is None


def test_a_token_holds_for_a_year_unless_something_else_is_asked_for(
    register: Register, actor: Actor
):
    token, _ = register.make_token("Ida Noll", "importer", "reader", actor=actor)
    assert token.expires == "2027-05-10T08:00:00Z"


@pytest.mark.parametrize("days", [0, -1, 3651, 10**9])
def test_no_token_holds_for_no_day_or_for_longer_than_ten_years(
    register: Register, actor: Actor, days: int
):
    with pytest.raises(UsageError, match="1 to 3650 days"):
        register.make_token("Ida Noll", "importer", "reader", actor=actor, days=days)
    assert register.tokens() == ()


def test_a_token_is_never_made_for_more_than_its_account_may(register: Register, actor: Actor):
    with pytest.raises(UsageError, match="can be no admin's"):
        register.make_token("Ida Noll", "importer", "admin", actor=actor)
    register.disable("Ida Noll", actor=actor)
    with pytest.raises(UsageError, match="disabled"):
        register.make_token("Ida Noll", "importer", "reader", actor=actor)


def test_what_a_program_shows_is_nowhere_kept(register: Register, store: Store, actor: Actor):
    _, shown = register.make_token("Ida Noll", "importer", "reader", actor=actor)
    assert shown.startswith("stemma_")
    with store.read() as ledger:
        rows = ledger.connection.exec_driver_sql("SELECT * FROM api_tokens").all()
    assert len(rows) == 1
    assert shown not in str(rows)


def test_somebody_revokes_but_their_own_tokens(register: Register, actor: Actor):
    token, _ = register.make_token("Bo Falk", "importer", "admin", actor=actor)
    with pytest.raises(UsageError, match="no tokens"):
        register.revoke_token(token.id, actor=actor, of="Ida Noll")
    with pytest.raises(UsageError, match="no tokens"):
        register.revoke_token("", actor=actor)
    assert register.revoke_token(token.id[:10], actor=actor, of="Bo Falk").id == token.id
