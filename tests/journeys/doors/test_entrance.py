"""What another program asks for while no office is open yet, or something else is in the way."""

from __future__ import annotations

import pytest

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.vault import Vault
from app.bootstrap.program import Program
from app.core.outside import OutsideRequest, Trouble
from app.core.paths import ProgramFolders
from app.core.settings import Settings, SettingsFile
from app.views.staff.frame.toasts.toast import Toast
from tests.journeys.desk import Desk
from tests.journeys.doors.asking import Outside, numbers
from tests.journeys.frame.test_closing import question, queue_one
from tests.journeys.launcher import (
    SERVICE,
    TRAINING,
    Launcher,
    fill,
    message_shown,
    schedule_shown,
    server_of,
)
from tests.journeys.practices import Practices
from tests.support.qt_loop import until


def selected(office: Program) -> int | None:
    """The PatNum that is selected in the open office."""
    current = office.workspace.desk.patient.current if office.workspace is not None else None
    return current.pat_num if current is not None else None


async def told(office: Program, words: str) -> Toast:
    """Wait for a toast."""

    def found() -> list[Toast]:
        return [each for each in office.window.findChildren(Toast) if words in each.notice.words]

    await until(lambda: bool(found()))
    return found()[0]


async def test_before_the_office_is_open(start: Launcher) -> None:
    """What the program is started with is shown as soon as the office is open; nonsense is told then."""
    office = await start(training=True, request=OutsideRequest(pat_num=5, screen="patient"))
    await until(lambda: selected(office) == 5 and office.workspace.desk.screens.current == "patient")
    office.entrance.ask(OutsideRequest(trouble=Trouble.PATIENT))
    await told(office, "isn't a patient number")


async def test_on_the_connect_page(start: Launcher) -> None:
    """The page asks to connect first and keeps what is typed; the last thing that was asked for is shown then."""
    office = await start()
    office.page.choose_row(SERVICE)
    fill(office, "10.0.0.5", Keys("half", ""))
    for pat_num in (4, 5):
        office.entrance.ask(OutsideRequest(pat_num=pat_num))
        await message_shown(office, "Connect to your office to see")
    assert office.page.sentence.count("Connect to your office to see") == 1
    assert office.page._server.text() == "10.0.0.5"
    assert office.page._developer.text() == "half"
    office.entrance.ask(OutsideRequest(screen="patient"))
    assert "another program asked for" in office.page.sentence
    office.entrance.ask(OutsideRequest(pat_num=5))
    office.entrance.ask(OutsideRequest(trouble=Trouble.PHONE))
    await message_shown(office, "without a phone number")
    office.entrance.ask(OutsideRequest(pat_num=5))
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await until(lambda: selected(office) == 5)


async def test_the_server_is_down_at_the_start(
    start: Launcher, vault: Vault, home: ProgramFolders, open_practice: Practices
) -> None:
    """The failure is told with the button that tries again."""
    served = open_practice(on_socket=True)
    address = service_address(server_of(served))
    vault.write_keys(address, served.keys)
    SettingsFile(home.config / "settings.json").save(Settings(mode="Service", server=address.base_url))
    served.socket.stop()
    [pat_num] = numbers(served, most=1)
    office = await start(request=OutsideRequest(pat_num=pat_num))
    toast = await told(office, "Can't reach Open Dental's server.")
    served.socket.start()
    office.workspace.desk.notices.act(toast.notice.id, "Try again")
    await until(lambda: selected(office) == pat_num)


async def test_over_an_open_office(start: Launcher) -> None:
    """The page says that the office is behind it; going back shows the patient, another office only newer requests."""
    office = await start(training=True)
    await schedule_shown(office)
    office.workspace.desk.asked.emit("app.office")
    await until(lambda: office.page is not None and office.page.isVisible())
    office.entrance.ask(OutsideRequest(pat_num=5))
    await message_shown(office, "Go back to the open office")
    assert selected(office) is None
    office.page.back_button.click()
    await until(lambda: selected(office) == 5)
    office.workspace.desk.patient.clear()
    before = office.workspace
    before.desk.asked.emit("app.office")
    await until(lambda: office.page is not None and office.page.isVisible())
    office.entrance.ask(OutsideRequest(pat_num=4))
    office.page.choose_row(TRAINING)
    office.page.connect_button.click()
    await until(lambda: office.workspace not in (None, before))
    await schedule_shown(office)
    assert selected(office) is None
    office.entrance.ask(OutsideRequest(pat_num=4))
    await until(lambda: selected(office) == 4)


@pytest.mark.logs("app")
async def test_while_a_question_is_open(desk: Desk) -> None:
    """A dialog is answered first: the notice beside it has the patient."""
    outside = Outside(desk)
    await queue_one(desk)
    kept, other = (
        outside.pat_num,
        next(each.pat_num for each in desk.visits if each.pat_num != outside.pat_num),
    )
    assert not desk.window.close()
    assert question(desk) is not None
    outside.ask(pat_num=other)
    await desk.told("Another program asked for")
    assert outside.pat_num == kept
    assert question(desk) is not None
    question(desk).reject()
    await desk.push("Show")
    await desk.until(lambda: outside.pat_num == other)
