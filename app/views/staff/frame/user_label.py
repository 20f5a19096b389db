"""The user's name at the end of the bar. A click changes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.viewmodels.staff.people.late import LatePeople
from app.viewmodels.staff.user import UserViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_tip

MOST = 110
"""Maximum width of a name in pixels, at the default text size."""
LONGEST = 60
"""Maximum length of a name in characters."""


class UserLabel(QWidget):
    """The name under which changes are recorded; Enter keeps a new one, Esc the old one."""

    def __init__(self, user: UserViewModel, people: LatePeople, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = user
        self._people = people
        people.rename_asked.connect(self.edit)
        self._label = ElidedLabel("", self)
        self._label.setProperty("kind", "second")
        self._label.setCursor(Qt.CursorShape.PointingHandCursor)
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName(tr("Your name"))
        self._field.setPlaceholderText(tr("Your name"))
        self._field.hide()
        self._field.returnPressed.connect(self._keep)
        self._field.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._field)
        self._most = grown(MOST, self.font())
        user.changed.connect(self._show)
        self._show()

    def edit(self) -> None:
        """Let the user type another name."""
        self._label.hide()
        self._field.setText(self._user.name)
        self._field.setFixedWidth(self._most)
        self._field.show()
        self._field.selectAll()
        self._field.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click offers another person, or starts editing where nobody signs in."""
        self._people.offer_others()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc, or leaving the field, keeps the old name."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self._show()
            return True
        if event.type() is QEvent.Type.FocusOut and self._field.isVisible():
            self._show()
        return False

    def _keep(self) -> None:
        self._user.rename(self._field.text())
        self._show()

    def _show(self) -> None:
        name = self._user.name
        self._field.hide()
        self._label.setText(f"● {name}")
        tip = (
            tr("Signed in as {name}. Click to switch  (Shift+F8)", name=name)
            if self._user.signed_in
            else tr("Signed in as {name}. Click to change the name.", name=name)
        )
        self._label.setToolTip(plain_tip(tip))
        self._label.setMaximumWidth(self._most)
        self._label.setMinimumWidth(min(self._label.sizeHint().width(), self._most))
        self._label.show()
