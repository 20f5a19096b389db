"""The end of a thread: in sight when it is opened and while notes come, unless the user reads further up."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.viewmodels.timeline import TimelineEntry, TimelineViewModel
from app.views.staff.tasks.open.thread_view import ThreadView


def entry(number: int) -> TimelineEntry:
    """A note of a few lines."""
    text = f"Note {number}. " + "words " * (number % 40)
    return TimelineEntry(number, datetime(2026, 11, 1 + number // 60, 10, number % 60), "NOTE", "Ben", text)


def last_in_sight(view: ThreadView) -> bool:
    """Whether the end of the last note can be seen."""
    index = view.model().index(view.model().rowCount() - 1, 0)
    return view.visualRect(index).bottom() <= view.viewport().height()


def test_the_end_stays_in_sight(qtbot: QtBot) -> None:
    """Also after a new note and in another size; whoever scrolled up stays where she reads, until another task."""
    notes = TimelineViewModel("Notes")
    view = ThreadView(notes)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    notes.show_rows(entry(number) for number in range(200))
    QApplication.processEvents()
    assert last_in_sight(view)
    view.resize(300, 220)
    QApplication.processEvents()
    assert last_in_sight(view)
    notes.show_rows(entry(number) for number in range(201))
    QApplication.processEvents()
    assert last_in_sight(view)
    view.verticalScrollBar().setValue(900)
    QApplication.processEvents()
    before = view.verticalOffset()
    notes.show_rows(entry(number) for number in range(202))
    QApplication.processEvents()
    assert view.verticalOffset() == before
    assert not last_in_sight(view)
    view.begin()
    assert last_in_sight(view)
