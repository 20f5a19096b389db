"""A check-in PC is added by a code that is shown for five minutes."""

from __future__ import annotations

import pytest

from app.api.hub.link import HubRefused
from app.api.hub.pairing import pair
from app.viewmodels.staff.check_in import commands
from app.viewmodels.staff.check_in.screen import CheckInScreenViewModel
from app.wire.hub.devices import CODE_SECONDS, CODE_TRIES
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.desks import CheckInDesks


async def test_a_code_until_it_is_used_or_expires(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """It is shown in two halves with the time left, and is gone after five minutes; Close forgets it."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    at.desk.commands[commands.PAIR.id].run()
    pairing = screen.parts.pairing
    await until(lambda: pairing.is_open)
    assert screen.tab == commands.KIOSKS.id
    assert pairing.proposed == "Kiosk 2"
    pairing.get_code(pairing.proposed)
    await until(lambda: bool(pairing.code))
    assert len(pairing.code) == 9
    assert pairing.left in ("5:00 left", "4:59 left")
    await open_check_in.skip(CODE_SECONDS + 1)
    await until(lambda: not pairing.code)
    assert pairing.sentence == "The code has expired. Get a new one."
    pairing.close()
    assert (pairing.is_open, pairing.sentence) == (False, "")


async def test_a_code_that_was_used_up_is_told(open_check_in: CheckInDesks, room: WaitingRoom) -> None:
    """Wrong codes were entered three times: the desk says so, and a new code is one click away."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    pairing = screen.parts.pairing
    pairing.begin()
    pairing.get_code("Front door")
    await until(lambda: bool(pairing.code))
    wrong = pairing.code.replace(pairing.code[0], "A" if pairing.code[0] != "A" else "B")
    for _ in range(CODE_TRIES):
        with pytest.raises(HubRefused):
            await pair(room.hub.url, wrong, "Front door")
    await until(lambda: not pairing.code)
    assert pairing.sentence.startswith("A wrong code was entered 3 times")
    assert pairing.is_open
    pairing.close()


async def test_a_paired_pc_appears_and_the_form_closes(
    open_check_in: CheckInDesks, room: WaitingRoom
) -> None:
    """Once the code was typed on the new PC, the PC is in the list and the code is gone."""
    at = await open_check_in()
    screen = await at.desk.screens.show("check_in")
    assert isinstance(screen, CheckInScreenViewModel)
    pairing, kiosks = screen.parts.pairing, screen.parts.kiosks
    pairing.begin()
    pairing.get_code("Kiosk by the window")
    await until(lambda: bool(pairing.code))
    await pair(room.hub.url, pairing.code, "Kiosk by the window")
    await until(lambda: [each.name for each in kiosks.rows] == ["Kiosk 1", "Kiosk by the window"])
    await until(lambda: not pairing.is_open)
    assert "Kiosk by the window is paired." in at.told()
    assert [each.state for each in kiosks.rows] == ["Not used yet", "Not used yet"]
