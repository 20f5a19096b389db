"""The check-in PCs at a desk: live, with orders, and told of while something is wrong."""

from __future__ import annotations

import pytest

from app.api.hub.link import HubRefused
from app.viewmodels.staff.check_in.screen import CheckInScreenViewModel
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, Order, OrderKind, Step
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import CheckInDesk, CheckInDesks

OFFLINE = "Kiosk 1 is offline. Patients can't check in there."


def standing(at: CheckInDesk) -> list[str]:
    """The toasts that are shown until somebody closes them."""
    return [each.words for each in at.desk.notices._standing if not each.seconds]


async def beat(room: WaitingRoom, step: Step = Step.WELCOME, trouble: str = "") -> tuple[Order, ...]:
    """The kiosk says what it shows."""
    heartbeat = Heartbeat(step=step, program="1.4", trouble=trouble, setup_version=1)
    return (await room.kiosk.call(HEARTBEAT, heartbeat)).orders


async def test_a_kiosk_is_shown_live(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Its page in words, since when, its trouble; offline is told once, and not any more when it is back."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    kiosks = screen.parts.kiosks
    await until(lambda: [each.state for each in kiosks.rows] == ["Not used yet"])
    await beat(room, Step.BIRTHDATE)
    await until(lambda: kiosks.rows[0].page.startswith("Birthdate, since 10:"))
    assert (kiosks.rows[0].state, kiosks.rows[0].tone) == ("Online", "good")
    await beat(room, trouble="The clock is 3 hours off.")
    await until(lambda: kiosks.rows[0].trouble == "The clock is 3 hours off.")
    await until(lambda: standing(at) == ["Kiosk 1: The clock is 3 hours off."])
    await open_check_in.skip(150)
    await until(lambda: kiosks.rows[0].state == "Offline for 2 minutes")
    await until(lambda: standing(at) == [OFFLINE])
    assert at.desk.screens.counts.all["check_in"].words == "1 PC needs attention"
    await beat(room)
    await until(lambda: kiosks.rows[0].state == "Online" and standing(at) == [])
    assert "check_in" not in at.desk.screens.counts.all


async def test_without_the_hub_no_kiosk_is_said_to_be_online(
    open_check_in: CheckInDesks, room: WaitingRoom
) -> None:
    """The list says that the hub is not reached, and has no age; once the hub is back it is live again."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    kiosks = screen.parts.kiosks
    await beat(room)
    await until(lambda: bool(kiosks.rows) and kiosks.rows[0].state == "Online")
    await open_check_in.hub.lose()
    await until(lambda: bool(kiosks.outdated))
    assert (kiosks.rows[0].state, kiosks.rows[0].tone, kiosks.rows[0].page) == ("Not known", "second", "")
    assert screen.status.age is None
    await open_check_in.hub.restore()
    await open_check_in.skip(30)
    await until(lambda: not kiosks.outdated)
    assert kiosks.rows[0].state != "Not known"


async def test_a_kiosk_is_removed_after_one_question(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Removing asks once, in the words of the hub's page, and can be left; then its token is dead."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    kiosks = screen.parts.kiosks
    await beat(room)
    await until(lambda: bool(kiosks.rows))
    number = kiosks.rows[0].device_num
    kiosks.doubt(number)
    assert kiosks.question == (
        "Remove Kiosk 1? It is refused at once. To come back it has to be paired again."
    )
    kiosks.doubt(0)
    kiosks.remove()
    assert kiosks.question == ""
    kiosks.doubt(number)
    kiosks.remove()
    await until(lambda: not kiosks.rows)
    assert kiosks.words.startswith("There are no check-in PCs yet.")
    await until(
        lambda: any(each.words.startswith("Kiosk 1 was removed.") for each in at.desk.notices._standing)
    )
    with pytest.raises(HubRefused) as refused:
        await beat(room)
    assert refused.value.status == 401


async def test_orders_reach_the_kiosk(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Reset, a message on the welcome page, restart; each is told."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    kiosks = screen.parts.kiosks
    await beat(room)
    await until(lambda: bool(kiosks.rows) and kiosks.rows[0].state == "Online")
    number = kiosks.rows[0].device_num
    kiosks.show_message(number, " The doctor is running 20 minutes late. ")
    await until(lambda: kiosks.rows[0].message_text == "The doctor is running 20 minutes late.")
    kiosks.reset(number)
    kiosks.restart(number)
    await until(lambda: "Kiosk 1 restarts." in at.told() and "goes back" in " ".join(at.told()))
    orders = {each.kind: each.text for each in await beat(room)}
    assert orders == {
        OrderKind.MESSAGE: "The doctor is running 20 minutes late.",
        OrderKind.RESET: "",
        OrderKind.RESTART: "",
    }
    kiosks.show_message(number, "")
    await until(lambda: "Kiosk 1 shows no message any more." in at.told())
