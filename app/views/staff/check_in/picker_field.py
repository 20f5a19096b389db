"""Picks by name: a field with offers below it, and what is picked above, each with a button that drops it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.staff.check_in.pickers import Named, Picker
from app.viewmodels.translation import tr
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label
from app.views.widgets.links import LinkButton
from app.views.widgets.suggest import SuggestField


class PickerField(QWidget):
    """Enter picks the first offer, Down goes into the offers."""

    def __init__(self, model: Picker, name: str, hint: str) -> None:
        super().__init__()
        self._model = model
        self._shown: tuple[Named, ...] | None = None
        self.field = SuggestField(name)
        self.field.line.setPlaceholderText(hint)
        self.field.typed.connect(model.type_text)
        self.field.chosen.connect(model.pick)
        self.field.confirmed.connect(model.confirm)
        self._words = plain_label(kind="second", wrap=True)
        self._none = plain_label(tr("None", "nobody and nothing was picked"), kind="second")
        self._none.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._rows: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._lines)
        column.addWidget(self._none)
        column.addWidget(self.field)
        column.addWidget(self._words)
        self.setFocusProxy(self.field)
        model.changed.connect(self._show)
        self._show()

    def allow(self, *, allowed: bool) -> None:
        """Whether something may be picked or dropped."""
        self.field.setVisible(allowed)
        self._none.setVisible(not allowed and not self._rows)
        for button in (button for row in self._rows for button in row.findChildren(QPushButton)):
            button.setEnabled(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offers came, or something was picked: what is being typed stays in view, with what is offered."""
        super().resizeEvent(event)
        if self.field.isAncestorOf(QApplication.focusWidget() or self):
            QTimer.singleShot(0, self, self._reveal)  # the scroll area doesn't know its new height yet

    def _reveal(self) -> None:
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.field)
            area.ensureWidgetVisible(self.field.line)

    def _show(self) -> None:
        model = self._model
        if model.typed != self.field.line.text():
            self.field.show_text(model.typed)
        self.field.offer([each.name for each in model.offers])
        self._words.setText(model.words)
        self._words.setVisible(bool(model.words))
        if (chosen := model.chosen) == self._shown:
            return
        self._shown = chosen
        for old in self._rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._line(each) for each in chosen]
        for row in self._rows:
            self._lines.addWidget(row)
            row.show()

    def _line(self, each: Named) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(ElidedLabel(each.name), 1)
        line.addWidget(
            LinkButton(
                tr("Remove"),
                lambda: self._model.drop(each.number),
                spoken=tr("Remove {name}", name=each.name),
            )
        )
        return row
