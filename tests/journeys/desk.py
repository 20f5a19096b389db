"""A receptionist at the real desk, driven through the window's widgets."""

# size: one driver of the whole window, used by every journey
from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from app.bootstrap.session import OfficeConnection, Session
from app.bootstrap.workspace import Workspace
from app.domain.schedule.visit import Column, Person, Stage, Visit
from app.journal.entries import Entry
from app.services.patients.search import PatientHit
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready
from app.viewmodels.staff.screens import ScreenSpec
from app.views.staff.frame.find_field import FindField
from app.views.staff.frame.frame import Frame
from app.views.staff.frame.toasts.toast import Toast
from app.views.staff.frame.window import MainWindow
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.screen import ScheduleScreen
from app.views.theme.theme import Theme
from tests.journeys.practices import Served
from tests.support.clients import knows_key
from tests.support.qt_loop import PATIENCE_SECONDS, until

SEAL = bytes(range(32))
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
SIZE = (1366, 768)


class Desk:  # size: one method per user action and per visible element
    """One open desk. All actions and all checks go through widgets."""

    def __init__(
        self, served: Served, theme: Theme, journal: Path, screens: Sequence[ScreenSpec] | None = None
    ) -> None:
        self.served = served
        self.journal = journal
        self._theme = theme
        connection = OfficeConnection(
            address=served.address,
            keys=served.credentials,
            make_transport=served.transport,
            seal_key=SEAL,
            store_path=journal,
            who="Ana",
            secrets=served.secrets,
            hub=served.hub,
        )
        self.window = MainWindow()
        self.window.dress(theme)
        self.window.resize(*SIZE)
        self.workspace = Workspace(self.window, theme, connection, served.clock, screens=screens)
        self.first: ScheduleCanvas | None = None
        self.confirms = True
        """Whether a question (about a skipped stage) is confirmed as soon as it is asked."""
        self.model: ScheduleScreenViewModel
        self.screen: ScheduleScreen

    async def open_schedule(self) -> ScheduleCanvas:
        """Only today's schedule, as bootstrap shows it before the desk."""
        self.window.show()
        self.first = await self.workspace.paint_today()
        return self.first

    async def open(self, *, whole: bool = True) -> None:
        """Open it as bootstrap does; `whole` waits until all of today has been read, and the key's rights."""
        if self.first is None:
            await self.open_schedule()
        await self.workspace.open(self._prepare)
        self._toasts = self.workspace.toasts
        self.window.activateWindow()
        await self.until(lambda: QApplication.activeWindow() is self.window)
        await self.workspace.settle_in()
        if whole:
            await self.read()
            await self.until(lambda: knows_key(self.model.desk.parts.client))

    def _prepare(self, workspace: Workspace) -> None:
        """The frame is built and will be shown next."""
        self.screen = workspace.schedule
        self.model = self.screen.model
        self.model.desk.typed.quiet_seconds = 0.0  # one key at a time, with pauses
        self.model.actions.question.changed.connect(self._answer)
        self._answer()  # what was clicked before the desk was there has asked already

    async def close(self) -> None:
        """Close the window and everything behind it."""
        await self.session.close()
        self.window.close()
        self.window.deleteLater()
        self.workspace.desk.deleteLater()

    @property
    def session(self) -> Session:
        """The session behind the window."""
        return self.workspace.session

    @property
    def frame(self) -> Frame:
        """The frame around the screens."""
        return self.workspace.frame

    # --- what is visible -----------------------------------------------------------------------------------

    @property
    def canvas(self) -> ScheduleCanvas:
        """The painted schedule."""
        assert self.first is not None
        return self.first

    @property
    def visits(self) -> list[Visit]:
        """The appointments on the painted schedule, by time."""
        found = [tile.slot.visit for tile in self.canvas.scene.tiles.values()]
        return sorted(found, key=lambda visit: (visit.start, visit.op_num))

    @property
    def selected(self) -> Visit:
        """The selected appointment."""
        assert self.model.schedule.selected is not None
        return self.model.schedule.selected

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the painted schedule."""
        return self.canvas.scene.grid.columns

    def shown(self, apt_num: int) -> Visit | None:
        """An appointment on the painted schedule."""
        tile = self.canvas.scene.tiles.get(apt_num)
        return tile.slot.visit if tile else None

    def find(self, stage: Stage, *, at: int = -1, where: Callable[[Visit], bool] = lambda _: True) -> Visit:
        """An appointment in this stage that can be changed, by default the last of the day."""
        found = [
            visit
            for visit in self.visits
            if visit.stage is stage and not visit.complete and not visit.is_note and where(visit)
        ]
        assert found, f"no appointment is {stage}"
        return found[at]

    def others(self, op_num: int, start: int, end: int, besides: int = 0) -> list[Visit]:
        """The appointments in an operatory between two minutes of the shown day."""
        return [
            each
            for each in self.visits
            if each.op_num == op_num
            and each.apt_num != besides
            and minutes_of(each.start) < end
            and start < minutes_of(each.start) + each.minutes
        ]

    def alone(self, visit: Visit) -> bool:
        """Whether an appointment overlaps no other in its operatory."""
        start = minutes_of(visit.start)
        return not self.others(visit.op_num, start, start + visit.minutes, visit.apt_num)

    def movable(self, *, across: bool = False) -> tuple[Visit, int, int]:
        """A confirmed visit that stands alone, with a chair (its own or another) and minute that are free for it."""
        for visit in reversed(self.visits):
            if visit.stage is Stage.CONFIRMED and not visit.complete and self.alone(visit):
                for column in self.columns:
                    if (column.key != visit.op_num) is across and (minute := self._room(visit, column.key)):
                        return visit, column.key, minute
        raise AssertionError("nothing can be moved")

    def _room(self, visit: Visit, column: int) -> int:
        """The first free minute for an appointment in a column, well away from its place; 0: none."""
        own = minutes_of(visit.start)
        for start in range(10 * 60 + 30, 18 * 60, 10):
            clash = self.model.drop.describe_drop(visit.apt_num, column, start, visit.minutes).clash
            if not clash and abs(start - own) >= 20:
                return start
        return 0

    @property
    def toasts(self) -> list[str]:
        """The texts of the visible toasts, oldest first."""
        return [toast.notice.words for toast in self._toasts._toasts if toast.isVisible()]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The latest writes, newest first."""
        return self.model.parts.journal.recent(50)

    def texts(self, widget: QWidget | None = None) -> str:
        """All visible labels in a part of the window."""
        labels = (widget or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())

    @property
    def status(self) -> str:
        """The status line."""
        return self.texts(self.frame.status)

    def focus(self) -> QWidget | None:
        """The focused widget."""
        return QApplication.focusWidget()

    # --- waiting -------------------------------------------------------------------------------------------

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until a condition holds."""
        try:
            await until(holds, seconds)
        except TimeoutError:
            states = [f"{entry.intent.words!s}: {entry.state}, {entry.outcome!s}" for entry in self.entries]
            pytest.fail(f"not seen within {seconds} s; toasts {self.toasts}; written {states}")

    async def read(self) -> None:
        """Wait until the shown days have been read completely."""

        def complete() -> bool:
            state = self.model.schedule.state
            return isinstance(state, Ready) and not state.coming

        await self.until(complete)

    async def told(self, words: str) -> str:
        """Wait for a toast that contains this text; returns its whole text."""
        await self.until(lambda: any(words in line for line in self.toasts))
        return next(line for line in self.toasts if words in line)

    async def settled(self) -> Entry:
        """Wait until all writes are settled; returns the newest entry."""
        await self.until(lambda: bool(self.entries) and not self.model.parts.journal.unsettled())
        return self.entries[0]

    async def ten_seconds_later(self) -> Entry:
        """Advance past the seconds in which the newest write could be undone without a trace."""
        outbox = self.model.parts.outbox
        outbox.hurry([entry.id for entry in self.entries])
        return await self.settled()

    async def turn(self, turns: int = 3) -> None:
        """Run what is ready."""
        for _ in range(turns):
            await asyncio.sleep(0)

    # --- keyboard ------------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key in the focused widget."""
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup else self.focus() or self.screen
        QTest.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        """Type a text into the focused widget."""
        QTest.keyClicks(self.focus() or self.screen, text)

    async def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key and let it work; after a popup, once the window has its focus back."""
        await self._awake()
        self.key(key, modifier)
        await self.turn()
        self.wake()

    async def hold_key(self, key: Qt.Key, text: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Hold a key down long enough for ten repeats."""
        target = self.focus() or self.screen
        for repeat in range(11):
            QTest.simulateEvent(target, True, key.value, modifier, text, repeat > 0)  # pressed
            await self.turn()
            await asyncio.sleep(0.03)
        QTest.simulateEvent(target, False, key.value, modifier, text, False)  # released

    async def sit_down(self) -> None:
        """Activate this desk's window, if there are several."""
        self.window.activateWindow()
        await self.until(lambda: QApplication.activeWindow() is self.window)
        self.canvas.setFocus()
        await self.until(self.canvas.hasFocus)

    def _answer(self) -> None:
        if self.confirms:
            self.model.actions.question.confirm()

    def wake(self) -> None:
        """Give the window its focus back after a popup: the offscreen platform has no window manager to do it."""
        if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
            self.window.activateWindow()

    async def _awake(self) -> None:
        self.wake()
        if self.window.isVisible() and QApplication.activePopupWidget() is None:
            await self.until(lambda: QApplication.activeWindow() is not None)

    # --- mouse ---------------------------------------------------------------------------------------------

    def place(self, apt_num: int) -> QPoint:
        """The middle of a tile on the viewport, scrolled into view."""
        tile = self.canvas.scene.tiles[apt_num]
        self.canvas.sight.bring(tile.box)
        return self.canvas.sight.to_widget(tile.box).center() - self.canvas.viewport().pos()

    def dot(self, apt_num: int) -> QPoint:
        """A tile's stage dot on the viewport."""
        tile = self.canvas.scene.tiles[apt_num]
        self.canvas.sight.bring(tile.box)
        return (
            self.canvas.sight.to_widget(self.canvas.tile_painter.dot_box(tile)).center()
            - self.canvas.viewport().pos()
        )

    def edge(self, apt_num: int) -> QPoint:
        """A tile's lower edge on the viewport."""
        box = self.canvas.scene.tiles[apt_num].box
        self.canvas.sight.bring(box)
        rect = self.canvas.sight.to_widget(box).translated(-self.canvas.viewport().pos())
        return QPoint(rect.center().x(), rect.bottom() - 1)

    def spot(self, column: int, minute: float) -> QPoint:
        """A time in a column on the viewport, scrolled into view."""
        geometry = self.canvas.scene.geometry
        box = geometry.stretch(column, int(minute), int(minute) + 10)
        self.canvas.sight.bring(box)
        point = self.canvas.sight.to_widget(box).topLeft() - self.canvas.viewport().pos()
        return point + QPoint(box.width // 2, 1)

    def click(self, where: QPoint) -> None:
        """Click on the schedule."""
        QTest.mouseClick(self.canvas.viewport(), LEFT, PLAIN, where)

    def double_click(self, where: QPoint) -> None:
        """Double-click on the schedule."""
        self.click(where)
        QTest.mouseDClick(self.canvas.viewport(), LEFT, PLAIN, where)

    async def select(self, visit: Visit) -> Visit:
        """Click on an appointment."""
        self.click(self.place(visit.apt_num))
        await self.until(lambda: getattr(self.model.schedule.selected, "apt_num", None) == visit.apt_num)
        return self.selected

    def hold(self, where: QPoint) -> None:
        """Press the mouse button on the schedule."""
        QTest.mousePress(self.canvas.viewport(), LEFT, PLAIN, where)

    def pull(self, where: QPoint, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Move the mouse with its button pressed."""
        self._moved(self.canvas.viewport(), where, modifier)

    def release(self, where: QPoint) -> None:
        """Release the mouse button."""
        QTest.mouseRelease(self.canvas.viewport(), LEFT, PLAIN, where)

    @property
    def ghost(self) -> str:
        """The text of a drag's ghost; empty without one."""
        ghost = self.canvas.overlay.ghost
        return ghost.words if ghost else ""

    def _moved(self, view: QWidget, where: QPoint, modifier: Qt.KeyboardModifier) -> None:
        spot, globally = QPointF(where), QPointF(view.mapToGlobal(where))
        event = QMouseEvent(QEvent.Type.MouseMove, spot, globally, LEFT, LEFT, modifier)
        QApplication.sendEvent(view, event)

    # --- parts of the window -------------------------------------------------------------------------------

    def button(self, title: str, inside: QWidget | None = None) -> QAbstractButton:
        """A visible button by its text."""
        found = [
            each
            for each in (inside or self.window).findChildren(QAbstractButton)
            if each.isVisible() and title in (each.text(), each.accessibleName())
        ]
        assert found, f"there is no button {title}"
        return found[-1]

    async def see(self, title: str) -> QAbstractButton:
        """Wait for such a button."""

        def there() -> bool:
            buttons = self.window.findChildren(QAbstractButton)
            return any(each.isVisible() and each.text() == title for each in buttons)

        await self.until(there)
        return self.button(title)

    def press_button(self, title: str, inside: QWidget | None = None) -> None:
        """Click a button."""
        QTest.mouseClick(self.button(title, inside), LEFT)

    async def push(self, title: str) -> None:
        """Click a button and let it work."""
        self.press_button(title)
        await self.turn()

    def toast(self, words: str) -> Toast:
        """The newest toast that contains this text."""
        return next(each for each in reversed(self._toasts._toasts) if words in each.notice.words)

    @property
    def menu(self) -> QMenu:
        """The open menu."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def book_for(self, person: Person) -> None:
        """Book an appointment for a found patient."""
        self.model.pages.book_for(PatientHit(person, None, "", ""))

    @property
    def find_field(self) -> FindField:
        """The patient search field."""
        return self.frame.bar.find_field


def minutes_of(moment: datetime.datetime) -> int:
    """A time of day in minutes after midnight."""
    return moment.hour * 60 + moment.minute


class Desks:
    """Opens desks on practices, and closes them all."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self._theme = theme
        self._folder = folder
        self._open: list[Desk] = []
        self._count = 0

    async def __call__(
        self,
        served: Served,
        *,
        journal: Path | None = None,
        screens: Sequence[ScreenSpec] | None = None,
        whole: bool = True,
    ) -> Desk:
        """Open a desk. `journal` is another desk's file, to be reused; `screens` None: the program's."""
        desk = self.begin(served, journal=journal, screens=screens)
        await desk.open(whole=whole)
        return desk

    def begin(
        self, served: Served, *, journal: Path | None = None, screens: Sequence[ScreenSpec] | None = None
    ) -> Desk:
        """A desk that is not open yet."""
        self._count += 1
        desk = Desk(served, self._theme, journal or self._folder / f"journal{self._count}.db", screens)
        self._open.append(desk)
        return desk

    async def leave(self, desk: Desk) -> None:
        """Close one desk."""
        self._open.remove(desk)
        await desk.close()

    async def close(self) -> None:
        """Close what is still open."""
        for desk in reversed(self._open):
            await desk.close()
