"""A receptionist on the phone, whose clicks and keys are counted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QWidget

from app.services.patients.summary.records import PatientSummary
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.strip import Strip
from tests.journeys.desk import CONTROL, LEFT, PLAIN, Desk


class Call:
    """One phone call at a desk. Only what is visible in the window counts as known."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.clicks = 0
        self.keys = 0

    async def find(self, name: str) -> None:
        """Find the caller: Ctrl+P, the name, Enter. Only clicks and keys after that are counted."""
        await self.desk.press(Qt.Key.Key_P, CONTROL)
        self.desk.type(name)
        await self.desk.until(lambda: not self.desk.frame.desk.find.state.asking)
        await self.desk.press(Qt.Key.Key_Return)
        await self.desk.until(
            lambda: self.summary is not None and self.strip.accessibleName().startswith(name)
        )
        self.clicks = self.keys = 0

    async def about(self, pat_num: int) -> None:
        """The caller has been found; clicks and keys are counted from here."""
        self.desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
        await self.desk.until(lambda: self.summary is not None and self.summary.pat_num == pat_num)
        self.clicks = self.keys = 0

    @property
    def strip(self) -> Strip:
        """The visible strip."""
        return next(each for each in self.desk.frame.findChildren(Strip) if each.isVisible())

    @property
    def summary(self) -> PatientSummary | None:
        """What has been read of the caller, completely."""
        model = self.desk.frame.desk.strip.model
        if model is None or not any(each.isVisible() for each in self.desk.frame.findChildren(Strip)):
            return None
        read: PatientSummary | None = model.summary
        return read

    def click(self, what: QWidget) -> None:
        """Click on something that is visible."""
        assert not what.visibleRegion().isEmpty()
        self.clicks += 1
        QTest.mouseClick(what, LEFT, PLAIN, what.visibleRegion().boundingRect().center())

    async def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key, with or without others held."""
        self.keys += 1
        await self.desk.press(key, modifier)

    def says(self, words: str, inside: QWidget | None = None) -> bool:
        """Whether a text that is in sight has these words."""
        return any(words in text for text in self.seen(inside))

    def seen(self, inside: QWidget | None = None) -> list[str]:
        """All texts in sight, whether labels, buttons or rows of a list."""
        place = inside or self.desk.window
        labels = [(each, each.text()) for each in place.findChildren(QLabel)]
        buttons = [(each, each.text()) for each in place.findChildren(QAbstractButton)]
        found = [text for each, text in (*labels, *buttons) if text and _in_sight(each)]
        for rows in place.findChildren(QListView):
            if rows.isVisible():
                found += _rows(rows)
        return found


def _in_sight(what: QWidget) -> bool:
    region = what.visibleRegion().boundingRect()
    return what.isVisible() and region.height() >= what.height() // 2 and region.width() > 0


def _rows(rows: QListView) -> list[str]:
    model, seen = rows.model(), rows.visibleRegion().boundingRect().translated(-rows.viewport().pos())
    found = []
    for number in range(model.rowCount() if model is not None else 0):
        index = model.index(number, 0)
        if QRect(seen).intersects(rows.visualRect(index)):
            texts = (
                index.data(role) for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
            )
            found.append(str(next(filter(None, texts), "")))
    return found
