"""Uploads under way: a line each, with its progress, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.core.text import many
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.staff.patient.papers.upload_rows import UploadRow
from app.viewmodels.translation import tr
from app.views.staff.patient.papers.short_list import ShortList
from app.views.widgets.announcing import announce
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label

BAR_WIDTH, LINE_HEIGHT = 160, 32


class UploadLine:
    """The widgets of one upload. They are changed in place: a bar that is made anew flickers."""

    def __init__(self, row: UploadRow, do: Callable[[str, int], None]) -> None:
        self.name = ElidedLabel(row.name)
        self.name.setMinimumWidth(160)
        self.name.setMaximumWidth(260)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName(row.name)
        self.words = plain_label(wrap=True)
        self.actions = QWidget()
        box = QHBoxLayout(self.actions)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.actions.setMinimumHeight(LINE_HEIGHT)
        self.buttons: dict[str, QToolButton] = {}
        for key, title in (("cancel", tr("Cancel")), ("retry", tr("Try again")), ("dismiss", tr("Dismiss"))):
            button = self.buttons[key] = QToolButton()
            button.setProperty("kind", "link")
            button.setText(title)
            button.setAccessibleName(tr("{action}: {file}", action=title, file=row.name))
            button.clicked.connect(lambda _=False, key=key, number=row.id: do(key, number))
            box.addWidget(button)
        self._shown: UploadRow | None = None
        self.show(row)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From the left."""
        return self.name, self.bar, self.words, self.actions

    def show(self, row: UploadRow) -> None:
        """Show where it is."""
        before, self._shown = self._shown, row
        if row == before:
            return
        self.bar.setVisible(row.percent is not None)
        self.bar.setValue(row.percent or 0)
        self.words.setText(row.words)
        if before is None or row.tone != before.tone:
            _restyle(self.words, row.tone or "second")
        for key, shown in (
            ("cancel", row.can_cancel),
            ("retry", row.can_retry),
            ("dismiss", row.can_dismiss),
        ):
            self.buttons[key].setVisible(shown)
        if before is not None and row.percent is None:
            announce(self.words, f"{row.name}: {row.words}")


class UploadsPanel(QFrame):
    """Hidden without uploads."""

    def __init__(self, model: DocumentsModel) -> None:
        super().__init__()
        self.setObjectName("section")
        self._model, self._uploads = model, model.uploads
        self.lines: dict[int, UploadLine] = {}
        self._others = plain_label(kind="faint")
        host = QWidget()
        self._grid = QGridLayout(host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(ShortList(host))
        column.addWidget(self._others)
        self._uploads.changed.connect(self._show)
        self._uploads.progressed.connect(self._progress)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        pat_num = self._model.pat_num
        rows = self._uploads.rows(pat_num)
        if [each.id for each in rows] != list(self.lines):
            self._rebuild(rows)
        for row in rows:
            self.lines[row.id].show(row)
        others = self._uploads.elsewhere(pat_num)
        words = many(
            "{n} uploads for other patients are not done.",
            "{n} upload for another patient is not done.",
            others,
        )
        self._others.setText(tr(words) if others else "")
        self._others.setVisible(bool(others))
        self.setVisible(bool(rows or others))

    def _progress(self, upload_id: int) -> None:
        row = self._uploads.row(upload_id)
        if row is not None and upload_id in self.lines:
            self.lines[upload_id].show(row)

    def _rebuild(self, rows: tuple[UploadRow, ...]) -> None:
        for line in self.lines.values():
            for widget in line.widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.lines = {row.id: UploadLine(row, self._do) for row in rows}
        for at, line in enumerate(self.lines.values()):
            for column, widget in enumerate(line.widgets):
                self._grid.addWidget(widget, at, column)

    def _do(self, action: str, upload_id: int) -> None:
        do = {
            "cancel": self._uploads.cancel,
            "retry": self._uploads.retry,
            "dismiss": self._uploads.dismiss,
        }
        do[action](upload_id)


def _restyle(label: QLabel, kind: str) -> None:
    label.setProperty("kind", kind)
    label.style().unpolish(label)
    label.style().polish(label)
