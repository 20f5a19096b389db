"""Staff and IT at a real kiosk: pairing, the exit PIN, orders from the desk, a revoked kiosk."""

from __future__ import annotations

import asyncio

import keyring
import pytest
from keyring.errors import PasswordSetError
from PySide6.QtWidgets import QLineEdit

from app.api.hub.pairing import pair
from app.api.vault import Vault
from app.bootstrap.kiosk.protocol import CLOSED, RESTART
from app.bootstrap.kiosk.training_line import paired_kiosk
from app.core.tasks import TaskScope
from app.viewmodels.kiosk.page_data import BirthdatePage
from app.viewmodels.kiosk.state import Page
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import KIOSKS_LIST, ORDER, CheckInRules, GiveOrder, KioskState
from app.wire.hub.devices import DEVICES, NEW_CODE, REVOKE, DeviceNamed, NewCode
from app.wire.hub.kiosk import OrderKind, Step
from tests.journeys.kiosk.kiosk import BEGIN, Kiosk, Kiosks
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.support.vaults import FailingKeyring
from tests.support.waiting_room import BORN, WaitingRoom

PIN = "2794"


async def seen(room: WaitingRoom, name: str = "Front door") -> KioskState:
    """A kiosk as the desks see it."""
    listed = (await room.desk.call(KIOSKS_LIST, Nothing())).kiosks
    return next(each for each in listed if each.name == name)


async def desk_sees(room: WaitingRoom, tasks: TaskScope, step: Step) -> KioskState:
    """Wait until the desks see the kiosk on a page."""
    states: list[KioskState] = []

    async def look() -> None:
        while not states or states[-1].step is not step:
            states.append(await seen(room))

    looking = tasks.start(look(), "looking")
    await until(looking.done)
    return states[-1]


async def order(room: WaitingRoom, kind: OrderKind, text: str = "") -> None:
    """The desk tells the kiosk something."""
    state = await seen(room)
    await room.desk.call(ORDER, GiveOrder(device_num=state.device_num, kind=kind, text=text))


async def paired_names(room: WaitingRoom) -> list[str]:
    """The devices that the hub takes."""
    listed = (await room.desk.call(DEVICES, Nothing())).devices
    return [each.name for each in listed if not each.revoked]


async def enter_pin(kiosk: Kiosk, pin: str) -> None:
    """Type it on the staff page's pad."""
    kiosk.open_staff_page()
    await kiosk.reads("Type the exit PIN.")
    kiosk.keys(pin)
    await kiosk.touch("OK")


async def test_a_kiosk_is_paired_with_a_code_from_the_desk(kiosks: Kiosks, room: WaitingRoom) -> None:
    """The first start asks for address and code; the next one needs neither."""
    await room.expected()
    kiosk = kiosks.start("Front door")
    await kiosk.reads("Pair this kiosk")
    made = await room.desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))
    for field, text in (
        ("Hub", room.hub.url),
        ("Code", made.code.lower()),
        ("Name of this kiosk", "Front door"),
    ):
        kiosk.field(field).clear()
        kiosk.type(field, text)
    await kiosk.touch("Pair")
    await kiosk.reads(BEGIN)
    await kiosks.end(kiosk)
    again = kiosks.start("Front door")
    await again.check_in(BORN, "OKA")


async def test_a_kiosk_in_training_is_the_same_device_after_a_crash(
    kiosks: Kiosks, room: WaitingRoom
) -> None:
    """Its token is in no vault: its parent passes it on again, but not in place of a newer pairing."""
    await room.expected()
    made = await room.desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))
    training = paired_kiosk(await pair(room.hub.url, made.code, ""), 0.0)
    for crashes in range(2):
        kiosk = kiosks.start("Front door", crashes=crashes, training=training)
        await kiosk.reads(BEGIN)
        await kiosks.end(kiosk)
    listed = (await room.desk.call(KIOSKS_LIST, Nothing())).kiosks
    assert [each.name for each in listed].count("Front door") == 1
    await kiosks.pair("Front door")
    again = kiosks.start("Front door", training=training)
    await again.reads("Pair this kiosk")


async def test_a_wrong_code_is_told_in_words(kiosks: Kiosks, room: WaitingRoom) -> None:
    """In the language that is chosen there, and the kiosk stays unpaired."""
    kiosk = kiosks.start("Front door")
    await kiosk.reads("Pair this kiosk")
    await kiosk.touch("Español")
    await kiosk.reads("Vincular este kiosco")
    await room.desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))
    kiosk.type("Hub", room.hub.url)
    kiosk.type("Código", "AAAAAAAA")
    await kiosk.touch("Vincular")
    await kiosk.reads("Ese no es el código.")
    await kiosk.touch("English")
    await kiosk.reads("That isn't the code.")
    assert kiosk.program.kept.pairing() is None
    assert kiosk.field("Code").text() == ""


async def test_a_code_for_a_desk_makes_no_kiosk(kiosks: Kiosks, room: WaitingRoom) -> None:
    """A desk may do much more than a kiosk: its token must not be on a PC in the waiting room."""
    kiosk = kiosks.start("Front door")
    await kiosk.reads("Pair this kiosk")
    made = await room.desk.call(NEW_CODE, NewCode(kind=Kind.DESK, name="Front door"))
    kiosk.type("Hub", room.hub.url)
    kiosk.type("Code", made.code)
    await kiosk.touch("Pair")
    await kiosk.reads("This code is for a desk.")
    assert kiosk.program.kept.pairing() is None
    assert await paired_names(room) == ["Desk 1", "Kiosk 1"]


async def test_a_pairing_that_cannot_be_kept_is_given_back(
    kiosks: Kiosks, room: WaitingRoom, vault: Vault
) -> None:
    """No device stays listed that nobody has."""
    kiosk = kiosks.start("Front door")
    await kiosk.reads("Pair this kiosk")
    made = await room.desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))
    keyring.set_keyring(FailingKeyring(PasswordSetError("refused")))
    kiosk.type("Hub", room.hub.url)
    kiosk.type("Code", made.code)
    await kiosk.touch("Pair")
    await kiosk.reads("This PC's vault can't keep the pairing.")
    assert await paired_names(room) == ["Desk 1", "Kiosk 1"]


async def test_staff_close_the_kiosk_with_the_pin(kiosks: Kiosks, room: WaitingRoom) -> None:
    """What a patient has typed is gone first; a wrong PIN opens nothing; the supervisor learns that it was closed."""
    await room.rules(CheckInRules(), pin=PIN)
    kiosk = await kiosks()
    await kiosk.go_to(Page.NAME, BORN, "OKA")
    await kiosk.until(lambda: kiosk.program.exit_pin.is_set, "the exit PIN")
    await enter_pin(kiosk, "1793")
    await kiosk.reads("That PIN is wrong.")
    assert kiosk.page is Page.WELCOME
    kiosk.keys(PIN)
    await kiosk.touch("OK")
    await kiosk.reads("Close kiosk")
    assert "Connected" in kiosk.texts
    await kiosk.touch("Close kiosk")
    await until(lambda: kiosk.code is not None)
    assert kiosk.code == CLOSED


async def test_without_a_pin_nobody_leaves(kiosks: Kiosks, room: WaitingRoom) -> None:
    """The page says where to set one, and goes back."""
    kiosk = await kiosks()
    await kiosk.reads(BEGIN)
    kiosk.open_staff_page()
    await kiosk.reads("This office has no exit PIN yet.")
    await kiosk.touch("Back to check-in")
    await kiosk.begin()


async def test_the_desk_sees_each_page_and_resets_it(
    kiosks: Kiosks, room: WaitingRoom, tasks: TaskScope
) -> None:
    """The page is told at once; a reset wipes what was typed."""
    kiosk = await kiosks()
    await kiosk.go_to(Page.BIRTHDATE, BORN, "OKA")
    await desk_sees(room, tasks, Step.BIRTHDATE)
    await order(room, OrderKind.RESET)
    await kiosk.sees(Page.WELCOME)
    await desk_sees(room, tasks, Step.WELCOME)
    await kiosk.begin()
    assert the(BirthdatePage, kiosk.model.state.data).birthdate.parts == ("", "", "")


async def test_a_message_is_shown_and_a_restart_is_carried_out_once(
    kiosks: Kiosks, room: WaitingRoom
) -> None:
    """The kiosk ends to be started again, and the next start is not ordered to."""
    kiosk = await kiosks()
    await kiosk.reads(BEGIN)
    await order(room, OrderKind.MESSAGE, "We are back at 1:00")
    await kiosk.reads("We are back at 1:00")
    await order(room, OrderKind.RESTART)
    await until(lambda: kiosk.code is not None)
    assert kiosk.code == RESTART
    again = kiosks.start("Front door")
    await again.reads("We are back at 1:00")
    assert again.code is None


async def test_a_revoked_kiosk_asks_to_be_paired_again(kiosks: Kiosks, room: WaitingRoom) -> None:
    """Patients are sent to the desk; without an exit PIN the staff keys lead to pairing, which needs a code."""
    kiosk = await kiosks()
    await kiosk.reads(BEGIN)
    state = await seen(room)
    await room.desk.call(REVOKE, DeviceNamed(device_num=state.device_num))
    await kiosk.reads("Please see the front desk to check in.")
    kiosk.open_staff_page()
    await kiosk.reads("Pair this kiosk")
    made = await room.desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))
    kiosk.type("Code", made.code)
    await kiosk.touch("Pair")
    await kiosk.reads(BEGIN)


async def test_the_staff_page_says_why_the_hub_is_not_there(kiosks: Kiosks, room: WaitingRoom) -> None:
    """IT reads at the kiosk what is wrong, and the PIN works without the hub."""
    await room.rules(CheckInRules(), pin=PIN)
    kiosk = await kiosks()
    await kiosk.until(lambda: kiosk.program.exit_pin.is_set, "the exit PIN")
    await room.hub.lose()
    await kiosk.reads("Please see the front desk to check in.")
    await enter_pin(kiosk, PIN)
    await kiosk.reads("the hub isn't running there")
    await room.hub.restore()
    await kiosk.reads("Connected")


async def test_a_kiosk_is_back_soon_after_a_night_asleep(
    kiosks: Kiosks, room: WaitingRoom, tasks: TaskScope, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A heartbeat on a connection that has died meanwhile is not waited for: the next one goes over a new one."""
    kiosk = await kiosks()
    await kiosk.reads(BEGIN)
    connection = kiosk.program.worker._connection
    assert connection is not None
    works, renew, silent = connection.call, connection.reconnect, asyncio.Event()

    async def nothing_comes(*_: object) -> None:
        silent.set()
        await asyncio.Event().wait()

    def renewed() -> None:
        monkeypatch.setattr(connection, "call", works)
        renew()

    monkeypatch.setattr(connection, "call", nothing_comes)
    monkeypatch.setattr(connection, "reconnect", renewed)
    await kiosk.begin()
    await until(silent.is_set)
    kiosk.clock.skip(8 * 3600.0)
    with kiosk.clock.hurrying():
        await kiosk.until(lambda: connection.call is works, "a new connection")
    await desk_sees(room, tasks, Step.WELCOME)


async def test_a_copied_disk_opens_nothing(kiosks: Kiosks, room: WaitingRoom) -> None:
    """The files without the vault of the kiosk's account: the program asks to be paired, and can't be left."""
    kiosk = await kiosks()
    await kiosk.reads(BEGIN)
    await kiosks.end(kiosk)
    await kiosk.program.secrets.delete(kiosk.program.kept.pairing().entry)
    copy = kiosks.start("Front door")
    await copy.reads("Pair this kiosk")
    assert "Close" not in copy.texts
    assert isinstance(copy.field("Code"), QLineEdit)


async def test_a_kiosk_that_crashed_tells_the_desk(
    kiosks: Kiosks, room: WaitingRoom, tasks: TaskScope
) -> None:
    """It comes back to the welcome page, and staff see that it was restarted."""
    await kiosks.pair("Front door")
    kiosk = kiosks.start("Front door", crashes=2)
    await kiosk.reads(BEGIN)
    state = await desk_sees(room, tasks, Step.WELCOME)
    assert "2 crashes" in state.trouble
