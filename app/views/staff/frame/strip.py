"""The strip of the selected patient, below the bar on every screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.check_in.commands import CHANGES
from app.viewmodels.staff.strip import StripViewModel
from app.viewmodels.staff.tasks.late_marks import OF_PATIENT
from app.viewmodels.tables.column import number_text
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.screen_view import Narrow
from app.views.staff.frame.strip_parts import Disc, Figure, Popups
from app.views.staff.frame.strip_who import SMALL_ICON, Who, open_link
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import STRIP_HEIGHT
from app.views.widgets.announcing import announce
from app.views.widgets.labels import plain_tip
from app.views.widgets.tab_order import follow_layout

WIDE_GAP, NARROW_GAP = 12, 8


class Strip(QFrame):
    """Hidden while no patient is selected. Popups are lines below it."""

    def __init__(self, viewmodel: StripViewModel, theme: Theme, parent: QWidget) -> None:
        """`parent` is needed: a widget without one that becomes visible is a window of its own."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self._place = parent
        self._stops: list[QWidget] = []
        self.setObjectName("strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QWidget()
        line.setFixedHeight(grown(STRIP_HEIGHT, self.font()))
        row = self._row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(WIDE_GAP)
        self._disc = Disc(theme)
        self._who = Who(viewmodel, theme)
        self._figures = tuple(Figure(theme) for _ in range(4))
        row.addWidget(self._disc)
        row.addWidget(self._who, 1)
        for figure in self._figures:
            row.addWidget(figure)
        self._pay = command_button(viewmodel.pay, theme, text=True)
        self._pay.setProperty("kind", "action")
        row.insertWidget(3, self._pay)
        viewmodel.pay.changed.connect(self._show_pay)
        row.addLayout(self._buttons())
        self._popups = Popups(viewmodel)
        column.addWidget(line)
        column.addWidget(self._popups)
        viewmodel.changed.connect(self._show)
        viewmodel.tasks.changed.connect(self._show)
        viewmodel.changes.changed.connect(self._show)
        viewmodel.call_asked.connect(open_link)
        viewmodel.family_asked.connect(self._who.show_family)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

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
        self._tasks = _icon_button(self._theme, Icon.TASKS, "")
        self._tasks.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tasks.clicked.connect(self._viewmodel.tasks.open)
        commlog, new_task = (
            command_button(each, self._theme, text=False)
            for each in (self._viewmodel.commlog, self._viewmodel.new_task)
        )
        for button in (commlog, new_task):
            button.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
        self._changes = _icon_button(self._theme, Icon.CHECK_IN, "")
        self._changes.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._changes.setProperty("kind", "changes")
        self._changes.clicked.connect(self._viewmodel.changes.open)
        row.addWidget(self._changes)
        row.addWidget(self._tasks)
        row.addWidget(commlog)
        row.addWidget(new_task)
        row.addWidget(self._pin)
        row.addWidget(close)
        return row

    def _show(self) -> None:
        state = self._viewmodel.state
        self.setVisible(state is not None)
        if state is None:
            return
        if state.spoken != self.accessibleName():
            self.setAccessibleName(state.spoken)
            announce(self, state.spoken, urgent=bool(state.alerts))
        self._disc.fill(state.initials)
        self._who.fill(state)
        for figure, value in zip(self._figures, state.figures, strict=True):
            figure.fill(value)
        self._pin.setChecked(state.pinned)
        self._show_pay()
        self._show_tasks()
        self._show_changes()
        self._popups.fill(state.popups)
        self._fit()
        self._stops = follow_layout(self, self._stops, at=self._place)

    def _show_pay(self) -> None:
        """It is there only with the right to take payments, and stays while it works: else the strip would flicker."""
        pay = self._viewmodel.pay
        self._pay.setVisible(pay.running or pay.verdict.ok)

    def _show_tasks(self) -> None:
        """The number of open tasks, with what they are about on hover."""
        tasks = self._viewmodel.tasks
        self._tasks.setVisible(tasks.count > 0)
        self._tasks.setText(number_text(tasks.count))
        self._tasks.setToolTip(plain_tip(f"{tasks.words}  ({OF_PATIENT.shortcut})"))
        self._tasks.setAccessibleName(tasks.words)

    def _show_changes(self) -> None:
        """The number of changes from check-in that wait for a decision."""
        changes = self._viewmodel.changes
        self._changes.setVisible(changes.count > 0)
        self._changes.setText(number_text(changes.count))
        self._changes.setToolTip(plain_tip(f"{changes.words}  ({CHANGES.shortcut})"))
        self._changes.setAccessibleName(changes.words)

    def _fit(self) -> None:
        """Hide what can be done without, until the rest fits."""
        balance, coming, last, recall = self._figures
        steps: tuple[Narrow, ...] = (
            last.shorten,
            lambda narrow: self._row.setSpacing(NARROW_GAP if narrow else WIDE_GAP),
            coming.shorten,
            *self._who.steps(),
            balance.shorten,
            recall.shorten,
            last.setHidden,
        )
        for step in steps:
            step(False)
        for step in steps:
            self._who.remeasure()
            for figure in self._figures:
                figure.updateGeometry()  # a change inside it is known only to its own layout
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                break
            step(True)


def _icon_button(theme: Theme, icon: Icon, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon, size=SMALL_ICON))
    button.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
