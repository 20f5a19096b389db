"""From the first connection to the second start: set-up, invitation, and a start that begins with the lock page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.api.vault import Vault
from app.bootstrap.early import EarlyOffice
from app.bootstrap.office_files import store_path
from app.bootstrap.program import Program
from app.core.paths import ProgramFolders
from app.core.settings import SettingsFile
from app.domain.people.rights import Demand, Right
from app.services.people.authority import NotAllowed
from app.services.people.entries import anchor_entry
from app.views.staff.people.page import PeoplePage
from tests.journeys.launcher import SERVICE, TRAINING, Launcher, fill, schedule_shown, server_of
from tests.journeys.people.hands import enter, lock_page, locked, press, type_text
from tests.journeys.practices import TODAY, Practices, Served
from tests.support.qt_loop import until

PIN = "2794"
PAYMENT = Demand(Right.PAYMENT)


@pytest.fixture
async def served(open_practice: Practices) -> Served:
    """An office's server."""
    return open_practice(on_socket=True)


async def connected(start: Launcher, served: Served) -> Program:
    """The first start, connected to the office."""
    program = await start()
    assert program.page is not None
    program.page.choose_row(SERVICE)
    fill(program, server_of(served), served.keys)
    QTest.mouseClick(program.page.connect_button, Qt.MouseButton.LeftButton)
    await schedule_shown(program)
    return program


async def people_page(program: Program) -> PeoplePage:
    """The page of the people, with Open Dental's users read."""
    assert program.workspace is not None
    place, late = program.workspace.frame.people, program.workspace.desk.people
    await until(lambda: place.page is not None and place.page.isVisible() and not late.page.busy)
    page = place.page
    assert isinstance(page, PeoplePage)
    return page


async def set_up(program: Program) -> None:
    """Ana sets up the office, with keys only."""
    page = await people_page(program)
    await until(page.set_up.user.hasFocus)
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Return)
    type_text(PIN)
    press(Qt.Key.Key_Return)
    type_text(PIN)
    press(Qt.Key.Key_Return)
    assert program.workspace is not None
    await until(lambda: program.workspace.desk.user.signed_in)


def colors(program: Program) -> int:
    """How many colors the left third of the window has."""
    image: QImage = program.window.grab().toImage()
    return len(
        {image.pixel(x, y) for x in range(0, image.width() // 3, 3) for y in range(0, image.height(), 3)}
    )


async def test_one_panel_sets_up_the_first_person(start: Launcher, vault: Vault, served: Served) -> None:
    """After the first connection: choose a user, PIN twice, Enter. Before that the schedule works and money doesn't."""
    program = await connected(start, served)
    await people_page(program)
    assert program.workspace is not None
    staff = program.workspace.desk.parts.staff
    with pytest.raises(NotAllowed):
        staff.check([PAYMENT])
    await set_up(program)
    staff.check([PAYMENT, Demand(Right.MANAGE_PEOPLE)])
    assert program.workspace.desk.user.user_num == 1
    page = await people_page(program)
    assert not page.set_up.isVisible()
    await until(page.members.user.hasFocus)  # whoever set it up adds the others now
    assert page.set_up.pin.text() == ""
    assert program.settings.sign_in


async def test_the_next_start_begins_with_the_lock_page(
    start: Launcher, vault: Vault, served: Served, home: ProgramFolders
) -> None:
    """Before anyone has signed in nothing is asked of the office and nothing of a patient is painted or read."""
    await set_up(await connected(start, served))
    await start.close()
    served.faults.seen.clear()
    settings = SettingsFile(home.config / "settings.json").load().settings
    assert settings.sign_in
    early = EarlyOffice(served.address, settings, home, TODAY.isoformat())
    assert early.keys() == served.keys
    assert early._day is None
    early.close()
    program = await start(wait=False)
    await until(lambda: program._coming is not None and program._coming.gate.locked)
    assert program._coming is not None
    assert colors(program) == 1
    assert served.faults.seen == []
    assert program.workspace is None
    page = lock_page(program._coming)
    await until(page.pin.hasFocus)  # there is one person
    await enter(program._coming, PIN)
    await schedule_shown(program)
    assert program.workspace is not None
    assert program.workspace.desk.user.name == "Ana"
    assert colors(program) > 20


async def test_closing_at_the_lock_page_of_a_start(start: Launcher, vault: Vault, served: Served) -> None:
    """The program ends without anyone signing in, and the people are still there at the next start."""
    await set_up(await connected(start, served))
    await start.close()
    program = await start(wait=False)
    await until(lambda: program._coming is not None and program._coming.gate.locked)
    await start.close()
    program = await start(wait=False)
    await until(lambda: program._coming is not None and program._coming.gate.locked)


async def test_a_lost_digest_needs_the_offices_key(
    start: Launcher, vault: Vault, served: Served, home: ProgramFolders
) -> None:
    """If the vault lost what proves the list, nobody gets in but with the customer key, who sets up the first again."""
    await set_up(await connected(start, served))
    await start.close()
    office = store_path(home, served.address, served.keys).stem
    vault.delete(anchor_entry(office))
    program = await start(wait=False)
    await until(lambda: program._coming is not None and program._coming.gate.locked)
    assert program._coming is not None
    page = await locked(program._coming)
    assert "customer key" in page.sentence
    type_text("guess")
    press(Qt.Key.Key_Return)
    await until(lambda: "not this office's" in page.sentence)
    type_text(served.keys.customer)
    press(Qt.Key.Key_Return)
    await schedule_shown(program)
    assert program.workspace is not None
    assert not program.workspace.desk.user.signed_in
    program.workspace.desk.commands["app.people"].run()
    await set_up(program)


async def test_another_office_instead(start: Launcher, vault: Vault, served: Served) -> None:
    """From the lock page of a start the connection page can be reached: training opens without that office's PIN."""
    await set_up(await connected(start, served))
    await start.close()
    program = await start(wait=False)
    await until(lambda: program._coming is not None and program._coming.gate.locked)
    assert program._coming is not None
    press(Qt.Key.Key_Escape)
    page = lock_page(program._coming)
    QTest.mouseClick(page.office_button, Qt.MouseButton.LeftButton)
    await until(lambda: program.page is not None)
    assert program.page is not None
    assert "Nobody signed in" in program.page.sentence
    program.page.choose_row(TRAINING)
    QTest.mouseClick(program.page.connect_button, Qt.MouseButton.LeftButton)
    await schedule_shown(program)
    assert program.workspace is not None
    assert program.workspace.desk.user.name == "Ana"
    await start.close()
    again = await start(wait=False)
    await until(lambda: again._coming is not None and again._coming.gate.locked)
