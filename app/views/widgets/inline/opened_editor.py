"""The editor of one row of a list, above the list, with a line that says which row it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.opened_edit import OpenedEdit
from app.viewmodels.translation import tr
from app.views.widgets.inline.field import InlineField
from app.views.widgets.labels import plain_label


class OpenedEditor(QWidget):
    """Takes the focus when a row is opened, and gives it back to the list when it is closed."""

    def __init__(
        self, opened: OpenedEdit[Any], back: QWidget, about: Callable[[Any], str] | None = None
    ) -> None:
        """`back` is the list; `about` names a row, unless the editor is where the row is."""
        super().__init__()
        self._opened = opened
        self._say = about
        self._back = back
        self._opening = False
        """Whether a row was opened whose editor isn't there yet."""
        self._about = plain_label(kind="second", wrap=True)
        self.field = InlineField(opened.edit, named=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        if about is not None:
            column.addWidget(self._about)
        column.addWidget(self.field)
        opened.changed.connect(self._show)
        self.hide()
        self._show()

    def _show(self) -> None:
        row = self._opened.row
        self._opening = row is not None and (self._opening or self.isHidden())
        held = self.isAncestorOf(QApplication.focusWidget() or self.window())
        if row is not None and self._say is not None:
            what = self._say(row)
            self._about.setText(what if self._opened.edit.why_not else tr("Editing {what}", what=what))
        self.setVisible(row is not None)
        if self._opening and self.field.editor is not None:
            self._opening = False
            self.field.editor.setFocus()
        elif held and row is None:
            self._back.setFocus()
