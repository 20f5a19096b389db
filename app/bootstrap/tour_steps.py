"""The steps of the tour: what a receptionist does on a morning, through the window's own widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap.office import OfficeDesk
from app.domain.visit import Stage, Visit
from app.viewmodels.staff.book_state import BookView, Ready
from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.book_screen import BookScreen

STEP_SECONDS = 0.05
Do = Callable[[], Awaitable[QWidget | None]]


class TourSteps:
    """Each step leaves something to look at; a step may return a window of its own to be pictured instead."""

    def __init__(self, office: OfficeDesk) -> None:
        self._office = office

    def all(self) -> list[tuple[str, Do]]:
        """The steps in order, by name."""
        return [
            ("connect", self.connect),
            ("nothing entered", self.nothing_entered),
            ("today", self.today),
            ("visit selected", self.select),
            ("hover card", self.hover),
            ("arrived", self.arrive),
            ("seated", self.seat),
            ("menu", self.menu),
            ("note", self.note),
            ("find a patient", self.find),
            ("book a visit", self.book),
            ("booked", self.booked),
            ("move by menu", self.move),
            ("moved", self.moved),
            ("undone", self.undo),
            ("break", self.break_),
            ("week", self.week),
            ("next day", self.next_day),
            ("command palette", self.palette),
            ("larger", self.zoom),
        ]

    @property
    def screen(self) -> BookScreen:
        """The staff's screen."""
        assert self._office.screen is not None  # the step "today" opened it
        return self._office.screen

    @property
    def desk(self) -> DeskViewModel:
        """Its viewmodel."""
        return self.screen.desk

    # --- connecting ----------------------------------------------------------------------------------------

    async def connect(self) -> None:
        """The first start asks for the office."""
        await self._office.open()

    async def nothing_entered(self) -> None:
        """Service without a server says what is missing."""
        page = self._office.page
        assert page is not None  # the first start shows it
        page.choose_row(1)
        page.connect_button.click()
        await self._until(lambda: bool(page.sentence))

    async def today(self) -> None:
        """Training opens today's book."""
        page = self._office.page
        assert page is not None  # still the first start
        page.choose_row(0)
        page.connect_button.click()
        await self._until(lambda: self._office.screen is not None)
        await self._until(self._complete)

    # --- working a visit -----------------------------------------------------------------------------------

    async def select(self) -> None:
        """A click on a visit shows it at the side."""
        await self._click(self._visit(Stage.CONFIRMED))

    async def hover(self) -> None:
        """The mouse over a visit shows its whole card."""
        visit = self._visit(Stage.ARRIVED)
        self.screen.canvas.focus_on(visit.apt_num)

    async def arrive(self) -> None:
        """A: arrived."""
        visit = await self._click(self._visit(Stage.CONFIRMED))
        self._key(Qt.Key.Key_A)
        await self._until(lambda: self._stage(visit) is Stage.ARRIVED)

    async def seat(self) -> None:
        """S: seated."""
        visit = self.desk.book.selected
        assert visit is not None  # the step before selected it
        self._key(Qt.Key.Key_S)
        await self._until(lambda: self._stage(visit) is Stage.SEATED)

    async def menu(self) -> QWidget | None:
        """The right button shows what can be done, with its keys."""
        visit = self._visit(Stage.UNCONFIRMED)
        self.screen.open_menu(visit.apt_num, self.screen.mapToGlobal(QPoint(300, 200)))
        await self._until(lambda: QApplication.activePopupWidget() is not None)
        return QApplication.activePopupWidget()

    async def note(self) -> None:
        """N: what is added goes behind the note."""
        self._close_popups()
        self._key(Qt.Key.Key_N)
        await asyncio.sleep(STEP_SECONDS)
        self._type("Prefers the morning.")
        self._key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await self._until(lambda: "Prefers the morning." in (self._selected().note))

    # --- booking and moving --------------------------------------------------------------------------------

    async def find(self) -> None:
        """Ctrl+P finds a patient while one types."""
        self._key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        await asyncio.sleep(STEP_SECONDS)
        self._type("mar")
        await self._until(lambda: bool(self.desk.find.state.hits) and not self.desk.find.state.asking)

    async def book(self) -> None:
        """The patient is taken, and the first openings are offered."""
        self._key(Qt.Key.Key_Return)
        await self._until(lambda: bool(self.desk.booking.state.openings))

    async def booked(self) -> None:
        """Enter books the first opening."""
        before = len(self.desk.parts.journal.recent(100))
        self._key(Qt.Key.Key_Return)
        await self._until(lambda: len(self.desk.parts.journal.recent(100)) > before)
        await self._until(lambda: not self.desk.parts.journal.unsettled())

    async def move(self) -> None:
        """Ctrl+M offers openings for the selected visit."""
        await self._click(self._visit(Stage.UNCONFIRMED))
        self._key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        await self._until(lambda: bool(self.desk.booking.state.openings))

    async def moved(self) -> None:
        """Enter moves it; the notice offers ten seconds of undo."""
        before = len(self.desk.parts.journal.recent(100))
        self._key(Qt.Key.Key_Return)
        await self._until(lambda: len(self.desk.parts.journal.recent(100)) > before)
        await self._until(lambda: not self.desk.parts.journal.unsettled())

    async def undo(self) -> None:
        """Ctrl+Z puts it back."""
        before = len(self.desk.parts.journal.recent(100))
        self._key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await self._until(lambda: len(self.desk.parts.journal.recent(100)) > before)
        await self._until(lambda: not self.desk.parts.journal.unsettled())

    async def break_(self) -> QWidget | None:
        """B: one dialog says what will happen."""
        await self._click(self._visit(Stage.UNCONFIRMED))
        self._key(Qt.Key.Key_B)
        await self._until(lambda: self.screen.findChild(QDialog) is not None)
        return self.screen.findChild(QDialog)

    # --- looking around ------------------------------------------------------------------------------------

    async def week(self) -> None:
        """The week, its days as columns."""
        dialog = self.screen.findChild(QDialog)
        if dialog is not None:
            dialog.reject()
        self.desk.book.set_view(BookView.WEEK)
        await self._until(self._complete)

    async def next_day(self) -> None:
        """The next day was read beforehand."""
        self.desk.book.set_view(BookView.DAY)
        self.desk.book.step(1)
        await self._until(self._complete)

    async def palette(self) -> QWidget | None:
        """Ctrl+K: every command by its name."""
        self._office.shell.activateWindow()
        await self._until(self._office.shell.isActiveWindow)
        self.screen.canvas.setFocus()
        self._key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        await self._until(lambda: QApplication.activePopupWidget() is not None)
        return QApplication.activePopupWidget()

    async def zoom(self) -> None:
        """Larger tiles, the time under the eye stays."""
        self._close_popups()
        self.desk.book.today()
        for _ in range(3):
            self.desk.zoom_asked.emit(1)
        await self._until(self._complete)

    # --- hands and eyes ------------------------------------------------------------------------------------

    def _complete(self) -> bool:
        state = self.desk.book.state
        return isinstance(state, Ready) and not state.coming and bool(state.sheet.visits)

    def _visit(self, stage: Stage) -> Visit:
        sheet = self.desk.book.sheet
        assert sheet is not None  # the book is open
        found = [each.visit for each in sheet.visits if each.visit.stage is stage and not each.visit.complete]
        return found[len(found) // 2]

    def _selected(self) -> Visit:
        visit = self.desk.book.selected
        assert visit is not None  # a step before selected it
        return visit

    def _stage(self, visit: Visit) -> Stage | None:
        found = self.desk.book.visit(visit.apt_num)
        return found.stage if found else None

    async def _click(self, visit: Visit) -> Visit:
        canvas = self.screen.canvas
        canvas.focus_on(visit.apt_num)
        await asyncio.sleep(STEP_SECONDS)
        rect = canvas.rect_of(visit.apt_num)
        assert rect is not None  # it is on the sheet
        where = rect.center() - canvas.viewport().pos()
        QTest.mouseClick(
            canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
        )
        await self._until(lambda: self.desk.book.selected is not None)
        return visit

    def _key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifier)

    def _type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.screen, text)

    def _close_popups(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    async def _until(self, seen: Callable[[], bool]) -> None:
        while not seen():
            await asyncio.sleep(STEP_SECONDS)
