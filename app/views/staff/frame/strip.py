"""The strip of the selected patient, below the bar on every screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.strip import StripViewModel
from app.viewmodels.staff.strip_state import StripPhone, StripState
from app.viewmodels.translation import tr
from app.views.staff.frame.strip_parts import Disc, Figure, Popups
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import STRIP_HEIGHT
from app.views.widgets.announcing import announce
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip

SMALL_ICON = 16


class Strip(QFrame):
    """Hidden while no patient is selected. Popups are lines below it."""

    def __init__(self, viewmodel: StripViewModel, theme: Theme, parent: QWidget) -> None:
        """`parent` is needed: a widget without one that becomes visible is a window of its own."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QWidget()
        line.setFixedHeight(grown(STRIP_HEIGHT, self.font()))
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        self._disc = Disc(theme)
        self._who = _Who(viewmodel, theme)
        self._figures = tuple(Figure(theme) for _ in range(4))
        row.addWidget(self._disc)
        row.addWidget(self._who, 1)
        for figure in self._figures:
            row.addWidget(figure)
        row.addLayout(self._buttons())
        self._popups = Popups(viewmodel)
        column.addWidget(line)
        column.addWidget(self._popups)
        viewmodel.changed.connect(self._show)
        viewmodel.call_asked.connect(_open_link)
        viewmodel.family_asked.connect(self._who.show_family)
        self._show()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._pin = _icon_button(
            self._theme, Icon.PIN, tr("Keep this patient when Open Dental selects another")
        )
        self._pin.setCheckable(True)
        self._pin.clicked.connect(self._viewmodel.pin)
        close = _icon_button(self._theme, Icon.CLOSE, tr("Close this patient"))
        close.clicked.connect(self._viewmodel.dismiss)
        row.addWidget(self._pin)
        row.addWidget(close)
        return row

    def _show(self) -> None:
        state = self._viewmodel.state
        self.setVisible(state is not None)
        if state is None:
            return
        if state.name != self._who.name:
            announce(self, state.spoken)
        self.setAccessibleName(state.spoken)
        self._disc.fill(state.initials)
        self._who.fill(state)
        for figure, value in zip(self._figures, state.figures, strict=True):
            figure.fill(value)
        self._pin.setChecked(state.pinned)
        self._popups.fill(state.popups)


class _Who(QWidget):
    """Name, age and alerts; below them phones, language and family."""

    def __init__(self, viewmodel: StripViewModel, theme: Theme) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._theme = theme
        self._shown_phones: tuple[StripPhone, ...] = ()
        self._phone_buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first, second = QHBoxLayout(), QHBoxLayout()
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
        second.addWidget(self._language)
        second.addWidget(self._family)
        second.addWidget(self._problem)
        second.addStretch(1)

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
        for part in (self._alert_icon, self._alerts):
            part.setVisible(bool(alerts))
        _say(self._note, state.alerts_note)
        _say(self._language, state.language)
        _say(self._problem, state.problem)
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

    def _phone(self, phone: StripPhone) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "link")
        button.setText(phone.text)
        button.setIcon(self._theme.icon(Icon.PHONE, size=SMALL_ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(plain_tip(tr("{kind}: call {number}", kind=phone.kind, number=phone.text)))
        button.setAccessibleName(f"{phone.kind} {phone.text}")
        button.clicked.connect(lambda: _open_link(phone.link))
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


def _icon_button(theme: Theme, icon: Icon, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon, size=SMALL_ICON))
    button.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _open_link(link: str) -> None:
    QDesktopServices.openUrl(QUrl(link))


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
