"""The line of an upload, and the list that holds it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.viewmodels.staff.patient.papers.upload_rows import UploadRow
from app.views.staff.patient.papers.short_list import ShortList
from app.views.staff.patient.papers.uploads import UploadLine

SENDING = UploadRow(7, "Consent", "Sending… 40%", percent=40, can_cancel=True)


def shown(line: UploadLine) -> list[str]:
    """The actions that are offered."""
    return [key for key, button in line.buttons.items() if not button.isHidden()]


def test_a_line_changes_in_place(qtbot: QtBot) -> None:
    """Bar, words and actions follow the row in the same widgets; screen readers hear of which file they are."""
    done: list[tuple[str, int]] = []
    line = UploadLine(SENDING, lambda action, number: done.append((action, number)))
    for widget in line.widgets:
        qtbot.addWidget(widget)
    assert (line.bar.value(), line.bar.accessibleName(), shown(line)) == (40, "Consent", ["cancel"])
    assert line.buttons["cancel"].accessibleName() == "Cancel: Consent"
    before = line.widgets
    line.show(UploadRow(7, "Consent", "Sending… 80%", percent=80, can_cancel=True))
    assert (line.bar.value(), line.words.text(), line.widgets) == (80, "Sending… 80%", before)
    line.show(UploadRow(7, "Consent", "It was refused.", "alert", can_retry=True, can_dismiss=True))
    assert (line.bar.isHidden(), line.words.property("kind"), shown(line)) == (
        True,
        "alert",
        ["retry", "dismiss"],
    )
    QTest.mouseClick(line.buttons["retry"], Qt.MouseButton.LeftButton)
    assert done == [("retry", 7)]


def test_a_list_of_many_files_stays_short(qtbot: QtBot) -> None:
    """Two lines take the room of two; twenty scroll in the room of five, and the last one can be reached."""
    host, heights = QWidget(), []
    column = QVBoxLayout(host)
    lines = ShortList(host)
    qtbot.addWidget(lines)
    lines.show()
    for count in (2, 20):
        while column.count() < count:
            label = QLabel(f"file {column.count()}")
            label.setFixedHeight(32)
            column.addWidget(label)
        qtbot.waitUntil(lambda: host.sizeHint().height() > 32 * column.count())
        heights.append(lines.sizeHint().height())
    assert 64 < heights[0] < heights[1] < 220
    assert lines.minimumSizeHint().height() < heights[0]
    lines.resize(300, heights[1])
    qtbot.waitUntil(lambda: lines.verticalScrollBar().maximum() > 0)
