"""Who is selected: name, age and alerts; below them phones, language and family."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.strip import StripViewModel
from app.viewmodels.staff.strip_state import StripPhone, StripState
from app.viewmodels.translation import tr
from app.views.staff.frame.screen_view import Narrow
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip

SMALL_ICON = 16
NAME_WIDTH, ALERTS_WIDTH = 240, 160
"""Up to this many pixels a name and the alerts are never elided, at the default text size."""


class Who(QWidget):
    """What of it shrinks in a narrow window is in `steps`."""

    def __init__(self, viewmodel: StripViewModel, theme: Theme) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._theme = theme
        self._shown_phones: tuple[StripPhone, ...] = ()
        self._phone_buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first, second = self._rows = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
            column.addLayout(row)
        self._name = ElidedLabel()
        self._name.setProperty("kind", "title")
        self._particulars = plain_label(kind="second")
        self._alert_icon = QLabel()
        self._alert_icon.setPixmap(theme.icon(Icon.ALERT, size=SMALL_ICON, color="alert").pixmap(SMALL_ICON))
        self._alerts = ElidedLabel()
        self._alerts.setProperty("kind", "alert")
        self._note = plain_label(kind="second")
        for part in (self._name, self._particulars, self._alert_icon, self._alerts, self._note):
            first.addWidget(part)
        first.addStretch(1)
        self._phones = QHBoxLayout()
        self._phones.setSpacing(4)
        second.addLayout(self._phones)
        self._language = plain_label(kind="second")
        self._family = QToolButton()
        self._family.setProperty("kind", "link")
        self._family.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._family.setMenu(QMenu(self._family))
        self._problem = plain_label(kind="alert")
        self._age = plain_label(kind="faint")
        self._elsewhere = ElidedLabel()
        self._elsewhere.setProperty("kind", "second")
        for shown in (self._language, self._family, self._elsewhere, self._problem, self._age):
            second.addWidget(shown)
        second.addStretch(1)

    def steps(self) -> Iterator[Narrow]:
        """What is hidden in a narrow window, first to last. The tooltips and the page still have it."""
        yield self._drop_icons
        yield lambda narrow: self._language.setHidden(narrow or not self._language.text())
        for button in self._phone_buttons[:0:-1]:
            yield button.setHidden

    def remeasure(self) -> None:
        """Forget how wide it was: Qt tells only the outer layout about a change until the next event."""
        for row in (self._phones, *self._rows):
            row.invalidate()
        self.updateGeometry()

    def _drop_icons(self, narrow: bool) -> None:
        style = Qt.ToolButtonStyle
        for button in self._phone_buttons:
            button.setToolButtonStyle(style.ToolButtonTextOnly if narrow else style.ToolButtonTextBesideIcon)
            button.ensurePolished()  # in the style sheet's font
            button.setMinimumWidth(button.sizeHint().width())  # a number is shown whole or not at all

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self._name.text()

    def fill(self, state: StripState) -> None:
        """Show a patient."""
        self._name.setText(state.name)
        self._name.setToolTip(plain_tip(state.name))
        self._particulars.setText(state.particulars)
        alerts = " · ".join(" ".join(each.split()) for each in state.alerts)
        self._alerts.setText(alerts)
        self._alerts.setToolTip(plain_tip("\n".join(state.alerts)))
        self._alerts.setAccessibleName(alerts)
        for label, most in ((self._name, NAME_WIDTH), (self._alerts, ALERTS_WIDTH)):
            label.setMinimumWidth(0)  # the hint is never less than this minimum
            label.setMinimumWidth(min(label.sizeHint().width(), grown(most, self.font())))
        for part in (self._alert_icon, self._alerts):
            part.setVisible(bool(alerts))
        _say(self._note, state.alerts_note)
        _say(self._language, state.language)
        _say(self._elsewhere, state.elsewhere)
        self._elsewhere.setToolTip(plain_tip(state.elsewhere))
        _say(self._problem, state.problem)
        _say(self._age, state.age)
        self._fill_phones(state.phones)
        self._fill_family(state)

    def show_family(self) -> None:
        """Open the menu of the family's members, with the current one highlighted."""
        menu = self._family.menu()
        menu.popup(self._family.mapToGlobal(QPoint(0, self._family.height())))
        if current := [action for action in menu.actions() if action.isChecked()]:
            menu.setActiveAction(current[0])

    def _fill_phones(self, phones: tuple[StripPhone, ...]) -> None:
        if phones == self._shown_phones:
            return
        self._shown_phones = phones
        for old in self._phone_buttons:
            self._phones.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._phone_buttons = [self._phone(phone) for phone in phones]
        for button in self._phone_buttons:
            self._phones.addWidget(button)
            button.show()  # otherwise it has no width before the next event

    def _phone(self, phone: StripPhone) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "link")
        button.setText(phone.text)
        button.setIcon(self._theme.icon(Icon.PHONE, size=SMALL_ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(plain_tip(tr("{kind}: call {number}", kind=phone.kind, number=phone.text)))
        button.setAccessibleName(f"{phone.kind} {phone.text}")
        button.clicked.connect(lambda: self._viewmodel.call(phone.link))
        return button

    def _fill_family(self, state: StripState) -> None:
        self._family.setText(state.family)
        self._family.setVisible(bool(state.family))
        menu = self._family.menu()
        menu.clear()
        for member in state.members:
            action = menu.addAction(member.text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(member.current)
            action.triggered.connect(lambda _=False, num=member.pat_num: self._viewmodel.switch(num))


def open_link(link: str) -> None:
    """Hand a tel: link to whatever this PC calls with."""
    QDesktopServices.openUrl(QUrl(link))


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
