"""Another language: with a translation of everything, nothing is left in English, and nothing is clipped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.connect import ConnectViewModel
from app.viewmodels.staff.hub.entry import HubEntry
from app.views.staff.frame.connecting.connect_page import ConnectPage
from app.views.staff.frame.palette import Palette
from app.views.staff.schedule.grid.texts import TextCache
from app.views.staff.schedule.lanes.header import initials
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.practices import Practices, Served
from tests.support.pseudo import Pseudo, cut_in, pieces_left, texts_in, untranslated, words_of
from tests.viewmodels.hub.ways import Way

TYPED = (
    "recalltype",
    "allergydef",
    "popup",
    "patient", "operatory", "provider", "clinic", "appointmenttype", "definition", "appointment", "preference",
    "procedurecode", "schedule",
)  # fmt: skip
"""Tables whose texts are entered by the office."""


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """The interface in another language, for one test."""
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
async def translated(pseudo: None, open_practice: Practices, open_desk: Desks) -> Desk:
    """A desk in another language, wide enough for longer words."""
    desk = await open_desk(open_practice())
    desk.window.resize(1600, 900)
    await desk.turn()
    return desk


def typed_in(served: Served) -> frozenset[str]:
    """All words from the office's data."""
    with sqlite3.connect(served.path) as database:
        rows = [
            row for table in TYPED for row in database.execute(f"SELECT * FROM {table}")
        ]  # tables of ours
    database.close()
    return words_of(value for row in rows for value in row if isinstance(value, str))


def painted_in(desk: Desk) -> set[str]:
    """The texts drawn by the schedule."""
    caches = [each for each in vars(desk.canvas.scene.theme).values() if isinstance(each, TextCache)]
    return {key[0] for cache in caches for key in (*cache._cut, *cache._stamps) if not key[0].endswith("…")}


async def look(desk: Desk, *windows: QWidget) -> None:
    """Assert that all visible text is in the other language, and not clipped."""
    await desk.turn()
    data = typed_in(desk.served)
    data |= frozenset(map(initials, data))  # of operatories, over a week's lanes
    for window in windows or (desk.window,):
        assert untranslated(texts_in(window), data) == []
        assert cut_in(window) == []
    assert pieces_left(painted_in(desk), data) == []


async def test_the_schedule_is_translated(translated: Desk) -> None:
    """The frame, the day with its tiles, the card of an appointment, and the week."""
    desk = translated
    desk.canvas.grab()
    await look(desk)
    for stage in (Stage.CONFIRMED, Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED):
        await desk.select(desk.find(stage))
        await look(desk)
    await desk.press(Qt.Key.Key_2, CONTROL)
    await desk.read()
    desk.canvas.grab()
    await look(desk)


async def test_the_pages_beside_it_are_translated(translated: Desk) -> None:
    """Booking, the note, canceling, recent activity, what needs attention."""
    desk = translated
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_N)
    await look(desk)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_M, CONTROL)
    await desk.until(lambda: not desk.model.booking.state.looking)
    await look(desk)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_N, CONTROL)
    await desk.until(lambda: not desk.model.booking.state.looking)
    await look(desk)
    await desk.press(Qt.Key.Key_Escape)
    await desk.select(visit)
    desk.model.commands["visit.break"].run()
    await desk.until(lambda: desk.window.findChild(QDialog) is not None)
    await look(desk, desk.window.findChild(QDialog))
    desk.window.findChild(QDialog).reject()
    await desk.press(Qt.Key.Key_A)
    await desk.until(lambda: bool(desk.toasts))
    await look(desk)
    for key in (Qt.Key.Key_I, Qt.Key.Key_U):
        await desk.press(key, CONTROL)
        await look(desk)
    desk.served.faults.unreachable = True
    await desk.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: not desk.model.desk.status.line.connected)
    await look(desk)


async def test_the_palette_is_translated(translated: Desk) -> None:
    """Every command, in the palette and in an appointment's menu."""
    desk = translated
    await desk.press(Qt.Key.Key_K, CONTROL)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    assert untranslated(texts_in(palette), frozenset()) == []
    palette.close()


async def test_the_connection_page_is_translated(pseudo: None, translated: Desk) -> None:
    """Each connection mode, with its fields."""
    way = Way()
    model = ConnectViewModel(
        _check, translated.model.parts.scope, hub=lambda scope, parent: HubEntry(way, scope, parent)
    )
    page = ConnectPage(model, translated.window)
    page.resize(900, 700)
    page.show()
    for choice in range(5):
        page.choose_row(choice)
        page.connect_button.click()
        await translated.turn()
        assert untranslated(texts_in(page), frozenset()) == []
        assert cut_in(page) == []


async def _check(*_: object) -> None:
    """Nobody is asked."""
