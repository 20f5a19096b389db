"""Two whole desks at one hub: what one does, the other knows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.bootstrap.hub.belongings import offer_belongings
from app.bootstrap.people.staff import StoredBook
from app.bootstrap.session import OfficeConnection
from app.domain.people.rights import Demand, Right
from app.journal.entries import WriteState
from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, key_from
from app.sealed.store import LocalStore
from app.services.people.authority import NotAllowed
from app.services.people.local_people import LocalPeople
from app.services.people.people import Standing
from app.services.people.pins import Pins
from app.services.people.secrets import SecretsInMemory
from app.services.writes.money.adjustment import NewAdjustment
from app.viewmodels.staff.audit.screen import AuditScreenViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.people.page import PeoplePage
from app.views.theme.theme import Theme, ThemeChoice
from tests.hub.shared.desks import ANA, BEN, PINS, quick_hashing
from tests.support.fast_clock import FastClock
from tests.support.qt_loop import until
from tests.viewmodels.hub.conftest import OpenAtHub


async def signed_in(open_at_hub: OpenAtHub) -> tuple[DeskViewModel, DeskViewModel]:
    """Ana, the manager, at the first desk; Ben at the second one."""
    one, two = await open_at_hub("Desk 1"), await open_at_hub("Desk 2")
    here, there = one.parts.staff, two.parts.staff
    assert here.standing is Standing.NOBODY
    await here.set_up(ANA, PINS[1])
    code = await here.people.invite(BEN)
    await until(lambda: there.people.book.member(BEN.user_num) is not None)
    await there.choose_pin(BEN.user_num, code, PINS[2])
    return one, two


async def test_people_count_at_once_at_the_other_desk(open_at_hub: OpenAtHub) -> None:
    """A role that is taken away and a person who is removed count at the other desk without its doing anything."""
    one, two = await signed_in(open_at_hub)
    there = two.parts.staff
    closing = Demand(Right.CLOSE_DAY)
    assert there.may(closing)
    book = one.parts.staff.people.book
    roles = tuple(replace(each, grants=()) if each.id == "front desk" else each for each in book.roles)
    await one.parts.staff.people.write(replace(book, roles=roles))
    await until(lambda: not there.may(closing))
    await one.parts.staff.people.write(one.parts.staff.people.book.without(BEN.user_num))
    await until(lambda: there.locked)


async def test_what_a_person_has_read_is_read_at_the_other_desk(open_at_hub: OpenAtHub) -> None:
    """Reminders that a person sets at one desk are there at another one where the same person is signed in."""
    one, two = await signed_in(open_at_hub)
    await two.parts.staff.sign_in(ANA.user_num, PINS[1])
    here, there = one.parts.my_tasks(), two.parts.my_tasks()
    for mine in (here, there):
        await mine.load(ANA.user_num)
    at = one.now()
    here.remind(7, at)
    await until(lambda: there.reminder(7) == at)


async def test_the_audit_log_has_both_desks(open_at_hub: OpenAtHub) -> None:
    """The audit log of one desk shows what was done at the other one."""
    one, two = await signed_in(open_at_hub)
    two.parts.audit.note("patient opened", "patient", 4711)
    await (await two.parts.audit.keeper()).run(lambda _: None)
    await until(lambda: two.parts.shared.delivery is not None)
    await two.parts.shared.delivery.deliver()
    screen = await one.screens.show("audit")
    assert isinstance(screen, AuditScreenViewModel)
    await until(lambda: any(row.record.patient == 4711 for row in screen.rows.table.model.rows))
    await until(lambda: "all desks" in screen.standing)


async def test_each_desk_sees_what_the_other_has_open(open_at_hub: OpenAtHub) -> None:
    """The strip names the other desk and who is there; the line goes when the patient is closed there."""
    one, two = await signed_in(open_at_hub)
    pat_num = one.parts.office.rows(one.now().date())[0].PatNum
    one.patient.select(pat_num, Origin.SEARCH)
    await until(lambda: one.parts.shared.presence.pat_num == pat_num)
    two.patient.select(pat_num, Origin.SEARCH)
    await until(lambda: one.elsewhere.words == "Open at Desk 2 (Ben)")
    await until(lambda: two.elsewhere.words == "Open at Desk 1 (Ana)")
    two.patient.clear()
    await until(lambda: not one.elsewhere.words)


async def test_a_pc_brings_what_it_had_before_it_was_paired(
    open_at_hub: OpenAtHub, qapp: QApplication, tmp_path: Path, clock: FastClock
) -> None:
    """Taken over on the People page, its manager signs in with the old PIN; its own store works on as it was."""
    secrets = SecretsInMemory()
    own = OfficeConnection(
        address=OfficeAddress(Mode.SERVICE, "http://10.0.0.5:30223/api/v1"),
        keys=Keys("developer", "customer"),
        make_transport=lambda: None,
        seal_key=bytes(32),
        store_path=tmp_path / "journal-own.db",
        who="someone",
        secrets=secrets,
    )
    seals = {OFFICE: AesGcmSeal(key_from("customer")), VAULT: AesGcmSeal(bytes(32))}
    store = await LocalStore.open(own.store_path, seals, clock)
    pins = Pins(secrets, quick_hashing(), own.store_path.stem, clock)
    people = LocalPeople(StoredBook(store, clock), secrets, pins, own.store_path.stem, "customer")
    await people.set_up(ANA, PINS[1])
    await store.documents.put("closed days", b"[]", clock.utc())
    await store.close()
    desk = await open_at_hub("Desk 1")
    await offer_belongings(desk, own)
    assert "one person with a PIN" in desk.people.brought.words
    await desk.people.manage()
    page = PeoplePage(desk.people.page, Theme(qapp, ThemeChoice.LIGHT))
    page.brought.take_over.click()
    await until(lambda: not (desk.people.brought.is_open or desk.people.brought.busy))
    assert desk.parts.staff.standing is Standing.READY
    assert (await desk.parts.staff.sign_in(ANA.user_num, PINS[1])).role == "manager"
    page.deleteLater()
    store = await LocalStore.open(own.store_path, seals, clock)  # as after this PC was unpaired
    people = LocalPeople(StoredBook(store, clock), secrets, pins, own.store_path.stem, "customer")
    assert await people.load() is Standing.READY
    assert not await people.check_pin(ANA.user_num, PINS[1])
    await store.close()


async def test_the_hub_asks_for_the_right_and_takes_a_second_pin_once(open_at_hub: OpenAtHub) -> None:
    """A discount over Ben's limit goes through the hub with Ana's PIN, once; with a role taken away it is refused."""
    _, two = await signed_in(open_at_hub)
    staff, money = two.parts.staff, two.parts.money_writes()
    types = await two.parts.client.definitions.list(Category=1)
    less = next(each for each in types if each.ItemValue == "-" and "write" not in each.ItemName.lower())
    person = two.parts.office.person(two.parts.office.rows(two.now().date())[0].PatNum)
    new = NewAdjustment(
        person=person, amount=Decimal(80), adj_type=less.DefNum, type_name=less.ItemName, adds=False
    )
    with pytest.raises(NotAllowed) as refused:
        await money.adjust(new)
    approval = await staff.approve(ANA.user_num, PINS[1], refused.value.demands)
    entry = await money.adjust(new, approval)
    assert entry.state is WriteState.DONE, entry.outcome
    staff.check = lambda *_: None  # a desk whose program was tampered with
    entry = await money.adjust(replace(new, amount=Decimal(81)))
    assert entry.state is WriteState.REFUSED
