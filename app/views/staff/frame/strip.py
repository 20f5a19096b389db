"""The strip of the selected patient, below the bar on every screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.strip import StripViewModel
from app.viewmodels.staff.strip_state import StripFigure, StripPhone, StripPopup, StripState
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import STRIP_HEIGHT, tokens_of
from app.views.widgets.announcing import announce
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import breakable, plain_label, plain_tip

DISC = 36
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
        self._disc = _Disc(theme)
        self._who = _Who(viewmodel, theme)
        self._figures = tuple(_Figure(theme) for _ in range(4))
        row.addWidget(self._disc)
        row.addWidget(self._who, 1)
        for figure in self._figures:
            row.addWidget(figure)
        row.addLayout(self._buttons())
        self._popups = _Popups(viewmodel)
        column.addWidget(line)
        column.addWidget(self._popups)
        viewmodel.changed.connect(self._show)
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


class _Disc(QWidget):
    """The initials in a disc."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._initials = ""
        self._font = theme.fonts.strong
        size = grown(DISC, self.font())
        self.setFixedSize(size, size)

    def fill(self, initials: str) -> None:
        """Show these."""
        self._initials = initials
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them in the accent's soft color."""
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(tokens.accent_text))
        painter.setFont(self._font)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._initials)
        painter.end()


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
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(phone.link)))
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


class _Figure(QWidget):
    """A label with a value below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        self._label = plain_label(kind="second")
        self._value = plain_label()
        self._value.setFont(theme.fonts.figures)
        column.addWidget(self._label)
        column.addWidget(self._value)

    def fill(self, figure: StripFigure) -> None:
        """Show it."""
        self._label.setText(figure.label)
        self._value.setText(figure.value)
        self._value.setToolTip(plain_tip(figure.tip))
        self._value.setAccessibleName(f"{figure.label}: {figure.value}")
        if self._value.property("kind") != figure.tone:
            self._value.setProperty("kind", figure.tone)
            self._value.style().unpolish(self._value)
            self._value.style().polish(self._value)  # a stylesheet reads properties only then


class _Popups(QWidget):
    """The popups, one line each, with a button that hides it for ten minutes."""

    def __init__(self, viewmodel: StripViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self._shown: tuple[StripPopup, ...] = ()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def fill(self, popups: tuple[StripPopup, ...]) -> None:
        """Show these."""
        self.setVisible(bool(popups))
        if popups == self._shown:
            return
        self._shown = popups
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(popup) for popup in popups]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, popup: StripPopup) -> QWidget:
        line = QFrame()
        line.setObjectName("banner")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 2, 8, 2)
        row.addWidget(plain_label(breakable(popup.text), wrap=True), 1)
        snooze = QToolButton()
        snooze.setText(tr("Snooze"))
        snooze.setToolTip(tr("Hide this popup for 10 minutes"))
        snooze.clicked.connect(lambda: self._viewmodel.snooze(popup.popup_num))
        row.addWidget(snooze, 0, Qt.AlignmentFlag.AlignVCenter)
        announce(self, popup.text, urgent=True)
        return line


def _icon_button(theme: Theme, icon: Icon, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon, size=SMALL_ICON))
    button.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
