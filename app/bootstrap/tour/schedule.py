"""The tour of the schedule: a receptionist's work on a morning.

Each step leaves a state to be pictured; one may return a window of its own to be pictured instead.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from app.bootstrap.tour.appointments import arranging, filling, moving
from app.bootstrap.tour.appointments.details import (
    code_typed,
    details,
    details_closed,
    place_asked,
    recall_added,
)
from app.bootstrap.tour.hands import STEP_SECONDS, Hands
from app.bootstrap.tour.printed.steps import STEPS as PRINTED
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.state import ScheduleView

# --- working an appointment -----------------------------------------------------------------------------------


async def select(hands: Hands) -> None:
    """Clicking an appointment shows it at the side."""
    await hands.click(hands.visit(Stage.CONFIRMED))


async def dark(hands: Hands) -> None:
    """The same in dark colors, while it is used: everything that is painted follows."""
    hands.program.preferences.toggle_theme()


async def hover(hands: Hands) -> None:
    """Hovering over an appointment shows its full card."""
    hands.program.preferences.toggle_theme()
    visit = hands.visit(Stage.ARRIVED)
    hands.screen.canvas.keyboard.focus_on(visit.apt_num)


async def arrive(hands: Hands) -> None:
    """A: arrived."""
    visit = await hands.click(hands.next_expected())
    hands.key(Qt.Key.Key_A)
    await hands.until(lambda: hands.stage(visit) is Stage.ARRIVED and hands.told(" arrived."))


async def ask(hands: Hands) -> None:
    """D on an appointment whose patient hasn't arrived asks for confirmation."""
    await hands.click(hands.visit(Stage.CONFIRMED))
    hands.key(Qt.Key.Key_D)
    await hands.until(lambda: hands.model.actions.question.open is not None)


async def seat(hands: Hands) -> None:
    """S: seated."""
    visit = hands.selected()
    hands.key(Qt.Key.Key_S)
    await hands.until(lambda: hands.stage(visit) is Stage.SEATED and hands.told(" seated."))


async def menu(hands: Hands) -> QWidget | None:
    """Right-click shows the available actions with their keys."""
    hands.model.actions.question.keep()
    visit = hands.visit(Stage.UNCONFIRMED)
    hands.screen.open_menu(visit.apt_num, hands.screen.mapToGlobal(QPoint(300, 200)))
    await hands.until(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


async def note(hands: Hands) -> None:
    """N: a field for an addition, above the existing note."""
    hands.close_popups()
    hands.key(Qt.Key.Key_N)
    await hands.until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    hands.type_text("Prefers the morning.")


async def note_added(hands: Hands) -> None:
    """Ctrl+Enter: the addition is appended to the note."""
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: "Prefers the morning." in (hands.selected().note))


# --- booking and moving --------------------------------------------------------------------------------


async def find(hands: Hands) -> None:
    """Ctrl+P finds a patient while typing."""
    hands.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    await asyncio.sleep(STEP_SECONDS)
    hands.type_text("mar")
    await hands.until(lambda: bool(hands.desk.find.state.hits) and not hands.desk.find.state.asking)


async def found(hands: Hands) -> None:
    """Enter selects the patient: the strip answers what people phone about."""
    pat_num = hands.desk.find.state.chosen
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: _strip_is_read(hands, pat_num))


def _strip_is_read(hands: Hands, pat_num: int | None) -> bool:
    strip = hands.desk.strip.model
    return strip is not None and strip.summary is not None and strip.summary.pat_num == pat_num


async def book(hands: Hands) -> None:
    """Ctrl+Shift+B offers the next openings."""
    hands.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    booking = hands.model.booking
    await hands.until(lambda: bool(booking.state.openings))
    await hands.until(lambda: booking.briefs.of(booking.state.person) is not None)


async def words(hands: Hands) -> None:
    """Openings in words: what was understood, and what was not, as chips; each opening is on the schedule."""
    hands.screen.booking.words.field.setFocus()  # for a patient with a planned appointment the openings have it
    hands.type_text("clean hyg a tue pm blorp")
    booking = hands.model.booking
    await hands.until(lambda: bool(booking.state.asked.pieces) and not booking.state.looking)


async def words_openings(hands: Hands) -> None:
    """Enter goes to the openings once all is understood: the schedule shows the day of the picked one."""
    booking = hands.model.booking
    field = hands.screen.booking.words.field
    field.clear()
    hands.type_text("cleaning tue or wed pm")
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: booking.state.asked.text.startswith("cleaning") and not booking.state.looking)
    booking.search.more()
    await hands.until(lambda: not booking.state.looking)
    booking.search.choose(0)
    await hands.until(lambda: hands.model.preview.shown is not None)


async def _without_words(hands: Hands) -> None:
    field = hands.screen.booking.words.field
    field.setFocus()
    field.clear()
    hands.model.booking.asking.type("")
    await hands.until(lambda: not hands.model.booking.state.asked.pieces)
    hands.model.schedule.today()


async def booked(hands: Hands) -> None:
    """Without words, the type is chosen with the arrow keys; Enter books the first opening."""
    await _without_words(hands)
    before = len(hands.desk.parts.journal.recent(100))
    hands.key(Qt.Key.Key_Down)
    await hands.until(
        lambda: bool(hands.model.booking.state.openings) and not hands.model.booking.state.looking
    )
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: len(hands.desk.parts.journal.recent(100)) > before)
    await hands.until(lambda: not hands.desk.parts.journal.unsettled())


async def move(hands: Hands) -> None:
    """Ctrl+M offers openings for the selected appointment; none is chosen while more are looked for."""
    await hands.click(hands.visit(Stage.UNCONFIRMED))
    hands.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    booking = hands.model.booking
    await hands.until(lambda: bool(booking.state.openings) and not booking.state.looking)


async def moved(hands: Hands) -> None:
    """Enter moves it; the notice offers an undo. When a day that is offered changes, openings are looked for again."""
    before = len(hands.desk.parts.journal.recent(100))
    await hands.until(lambda: hands.model.booking.state.ready)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: len(hands.desk.parts.journal.recent(100)) > before)
    await hands.until(lambda: not hands.desk.parts.journal.unsettled())


async def undo(hands: Hands) -> None:
    """Ctrl+Z undoes it."""
    before = len(hands.desk.parts.journal.recent(100))
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: len(hands.desk.parts.journal.recent(100)) > before)
    await hands.until(lambda: not hands.desk.parts.journal.unsettled())


async def break_(hands: Hands) -> QWidget | None:
    """B: one dialog shows what will happen."""
    hands.key(Qt.Key.Key_Escape)
    await hands.click(hands.visit(Stage.UNCONFIRMED))
    hands.key(Qt.Key.Key_Delete)
    await hands.until(lambda: hands.screen.findChild(QDialog) is not None)
    return hands.screen.findChild(QDialog)


# --- looking around ------------------------------------------------------------------------------------


async def week(hands: Hands) -> None:
    """The week, with days as columns."""
    dialog = hands.screen.findChild(QDialog)
    if dialog is not None:
        dialog.reject()
    hands.model.schedule.set_view(ScheduleView.WEEK)
    await hands.until(hands.complete)


async def next_day(hands: Hands) -> None:
    """The next working day was prefetched; weekends and holidays are passed over."""
    schedule = hands.model.schedule
    schedule.set_view(ScheduleView.DAY)
    schedule.step(1)
    await hands.until(hands.read)
    while not hands.complete():
        schedule.step(1)
        await hands.until(hands.read)


async def palette(hands: Hands) -> QWidget | None:
    """Ctrl+K: every command by its name."""
    await hands.until(hands.has_keys)
    hands.screen.canvas.setFocus()
    hands.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


async def print_preview(hands: Hands) -> QWidget | None:
    """Ctrl+Shift+P: today as it would be printed."""
    from app.views.printing.preview import PrintPreview  # loads when something is printed

    hands.close_popups()
    hands.model.schedule.today()
    await hands.until(hands.complete)
    hands.desk.commands["schedule.print"].run()
    window = hands.program.window
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


LATE_MORNING = 11 * 60
"""In minutes after midnight."""


async def zoom(hands: Hands) -> None:
    """Zoomed in; the time in the middle stays. A selected appointment would be scrolled into view meanwhile."""
    hands.close_dialogs()
    hands.model.schedule.select(None)
    await hands.until(hands.complete)
    hands.screen.canvas.sight.scroll_to(LATE_MORNING)
    for _ in range(3):
        hands.desk.commands["view.zoom_in"].run()
    await hands.until(hands.complete)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("appointment selected", select),
    ("in the dark", dark),
    ("hover card", hover),
    ("arrived", arrive),
    ("seated", seat),
    ("a stage skipped", ask),
    ("menu", menu),
    ("note", note),
    ("note added", note_added),
    ("details of an appointment", details),
    ("a procedure typed", code_typed),
    ("a surface that isn't there", place_asked),
    ("a recall added", recall_added),
    ("details closed", details_closed),
    ("find a patient", find),
    ("a patient found", found),
    ("book an appointment", book),
    ("openings in words", words),
    ("openings of the words", words_openings),
    ("booked", booked),
    ("move by menu", move),
    ("moved", moved),
    ("undone", undo),
    *moving.STEPS,
    *filling.STEPS,
    ("break", break_),
    ("week", week),
    *arranging.STEPS,
    ("next day", next_day),
    ("command palette", palette),
    ("print preview", print_preview),
    *PRINTED,
    ("larger", zoom),
)
