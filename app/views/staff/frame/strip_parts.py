"""Parts of the patient's strip: the disc with the initials, a figure, the popups."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.core.text import many
from app.viewmodels.staff.strip import StripViewModel
from app.viewmodels.staff.strip_figures import StripFigure
from app.viewmodels.staff.strip_state import StripPopup
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import tokens_of
from app.views.widgets.announcing import announce
from app.views.widgets.capped import CappedLabel
from app.views.widgets.labels import breakable, plain_label, plain_tip

DISC = 36
MOST_POPUPS, MOST_LINES = 2, 2
"""How many popups are shown at a time, and how many lines of each; the tooltip has the whole text."""


class Disc(QWidget):
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


class Figure(QWidget):
    """A label with a value below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        self._words: tuple[str, str] = ("", "")
        self._short = False
        self._label = plain_label(kind="second")
        self._value = plain_label()
        self._value.setFont(theme.fonts.figures)
        column.addWidget(self._label)
        column.addWidget(self._value)

    def fill(self, figure: StripFigure) -> None:
        """Show it."""
        self._label.setText(figure.label)
        self._words = figure.value, figure.short or figure.value
        self._value.setText(self._words[self._short])
        self._value.setToolTip(plain_tip(figure.tip))
        self._value.setAccessibleName(f"{figure.label}: {figure.value}")
        if self._value.property("kind") != figure.tone:
            self._value.setProperty("kind", figure.tone)
            self._value.style().unpolish(self._value)
            self._value.style().polish(self._value)  # a stylesheet reads properties only then

    def shorten(self, short: bool) -> None:
        """Show the short text, or the whole one."""
        self._short = short
        self._value.setText(self._words[short])


class Popups(QWidget):
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
        shown = popups[:MOST_POPUPS]
        hidden = len(popups) - len(shown)
        self._lines = [self._line(popup, hidden if popup is shown[-1] else 0) for popup in shown]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, popup: StripPopup, left: int) -> QWidget:
        line = QFrame()
        line.setObjectName("banner")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 2, 8, 2)
        words = CappedLabel(breakable(popup.text), MOST_LINES)
        words.setToolTip(plain_tip(popup.text))
        row.addWidget(words, 1)
        if left > 0:
            row.addWidget(plain_label(tr(many("{n} more", "{n} more", left)), kind="second"))
        snooze = QToolButton()
        snooze.setText(tr("Snooze"))
        snooze.setToolTip(tr("Hide this popup for 10 minutes"))
        snooze.clicked.connect(lambda: self._viewmodel.snooze(popup.popup_num))
        row.addWidget(snooze, 0, Qt.AlignmentFlag.AlignVCenter)
        announce(self, popup.text, urgent=True)
        return line
