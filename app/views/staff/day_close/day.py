"""One day: how it is, its differences, what was taken, and the drawer at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.money.cents import total
from app.domain.money.day_close import DayFacts
from app.viewmodels.amounts import amount
from app.viewmodels.staff.day_close import commands
from app.viewmodels.staff.day_close.closing import ClosingModel
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.day_close.day_words import closed_words, headline, reason_wanted, trouble, unseen
from app.viewmodels.staff.day_close.figures import Group, groups, match_rows
from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.viewmodels.translation import tr, typed
from app.views.staff.day_close.buttons import PrimaryButton
from app.views.staff.day_close.differences import DifferenceList
from app.views.staff.day_close.drawer import DrawerForm
from app.views.staff.day_close.figures import FiguresGrid, Line
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label

DRAWER_WIDTH = 348
LIST_WIDTH, MATCH_WIDTH, GROUP_WIDTH = 1100, 560, 340
ACROSS = 2
"""Totals beside each other."""


class DayView(QWidget):
    """The differences come first; nothing but them is beside the drawer in a small window without scrolling."""

    def __init__(self, model: DayCloseScreenViewModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("scrollBody")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._screen, self._model = model, model.day
        self._commands = {command.spec.id: command for command in model.own_commands}
        self.headline = plain_label(kind="heading", wrap=True)
        self._closed = plain_label(kind="good", wrap=True)
        self._trouble = plain_label(kind="alert", wrap=True)
        self.close_day = PrimaryButton(self._commands[commands.CLOSE.id])
        self.reopen = command_button(self._commands[commands.REOPEN.id], theme, text=True)
        self.sheet = command_button(self._commands[commands.PRINT.id], theme, text=True)
        for button in (self.reopen, self.sheet):
            button.setProperty("kind", "action")
        self.differences = DifferenceList(model.steps.take)
        self._unseen = plain_label(kind="second", wrap=True)
        self._taken = plain_label(kind="title")
        self._match = FiguresGrid(MATCH_WIDTH)
        self._groups: list[FiguresGrid] = []
        self._totals = QGridLayout()
        self.drawer = DrawerForm(model.day.drawer)
        self.why = ReasonForm(model.closing, model.day)
        self._lay_out()
        model.day.changed.connect(self._show)
        model.closing.changed.connect(self._show)
        model.steps.count_asked.connect(self.drawer.begin)
        self._show()

    # --- inside ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.headline, 1)
        for button in (self.sheet, self.reopen, self.close_day):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setContentsMargins(16, 12, 16, 0)
        left.setSpacing(8)
        left.addLayout(head)
        for widget in (self._closed, self._trouble, self.why):
            left.addWidget(widget)
        left.addWidget(_scrolling(self._body()), 1)
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedWidth(1)
        self.drawer.setContentsMargins(16, 12, 16, 12)
        drawer = _scrolling(self.drawer)
        drawer.setFixedWidth(grown(DRAWER_WIDTH, self.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(line)
        row.addWidget(drawer)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 12)
        column.setSpacing(8)
        self.differences.setMaximumWidth(grown(LIST_WIDTH, self.font()))
        column.addWidget(self.differences)
        column.addWidget(self._unseen)
        column.addSpacing(8)
        column.addWidget(self._taken)
        column.addWidget(self._match)
        column.addSpacing(8)
        self._totals.setHorizontalSpacing(32)
        self._totals.setVerticalSpacing(16)
        self._totals.setColumnStretch(ACROSS, 1)
        column.addLayout(self._totals)
        column.addStretch(1)
        return body

    def _show(self) -> None:
        model = self._model
        self.headline.setText(headline(model))
        for label, text in (
            (self._closed, closed_words(model)),
            (self._trouble, trouble(model)),
            (self._unseen, "\n".join(unseen(model))),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        closed = model.closed is not None
        self.close_day.setVisible(not closed and not self._screen.closing.asking)
        self.reopen.setVisible(closed)
        self.differences.fill(model.rows)
        self._show_figures()

    def _show_figures(self) -> None:
        facts, money = self._model.facts, self._model.money
        known = facts is not None and money is not None and money.why is None
        self._taken.setVisible(facts is not None)
        self._match.setVisible(facts is not None)
        if facts is None:
            self._show_groups(())
            return
        if not known:
            self._show_posted(facts)
            return
        self._taken.setText(tr("Taken on this day"))
        titles = ("", tr("This PC"), tr("Open Dental"), tr("Counted"), tr("Difference"))
        lines, tones = [], []
        for row in match_rows(facts, self._model.drawer.count):
            counted = "" if row.counted is None else amount(row.counted)
            off = "" if row.off is None else amount(row.off) if row.off else tr("Agrees")
            lines.append((typed(row.words), amount(row.here), amount(row.taken), counted, off))
            tones.append("alert" if row.off else "good")
        self._match.fill(titles, lines, tones)
        self._show_groups(groups(facts, self._screen.clinics))

    def _show_posted(self, facts: DayFacts) -> None:
        """Without the office: what this PC has posted."""
        self._taken.setText(tr("Posted on this PC"))
        lines = [(self._model.words_of(each), amount(each.amount)) for each in facts.sent if each.pay_num]
        lines.append((tr("Total"), amount(total(each.amount for each in facts.sent if each.pay_num))))
        self._match.fill(("", tr("Amount")), lines)
        self._show_groups(())

    def _show_groups(self, shown: tuple[Group, ...]) -> None:
        while len(self._groups) < len(shown):
            grid = FiguresGrid(GROUP_WIDTH)
            at = len(self._groups)
            self._totals.addWidget(grid, at // ACROSS, at % ACROSS, Qt.AlignmentFlag.AlignTop)
            self._groups.append(grid)
        for at, grid in enumerate(self._groups):
            grid.setVisible(at < len(shown))
            if at < len(shown):
                group = shown[at]
                lines: list[Line] = [
                    (typed(name), str(count), amount(sum_of)) for name, count, sum_of in group.rows
                ]
                grid.fill((typed(group.title), tr("Count"), tr("Amount")), lines)


class ReasonForm(EntryForm):
    """Why a day is closed with differences. Enter closes the day, Esc keeps it open."""

    def __init__(self, model: ClosingModel, day: DayModel) -> None:
        super().__init__()
        self._model, self._day = model, day
        self._words = plain_label(wrap=True)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Why is the day closed like this?"))
        self.field.setPlaceholderText(tr("For example: 5.00 short, drawer recounted twice"))
        self.anyway, self.cancel = QPushButton(tr("Close anyway")), QPushButton(tr("Cancel"))
        self.anyway.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.anyway)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(row)
        self.anyway.clicked.connect(self.confirm)
        self.cancel.clicked.connect(self.dismiss)
        model.changed.connect(self._show)
        self.hide()

    def confirm(self) -> None:
        """Close the day."""
        self._model.close_with(self.field.text())

    def dismiss(self) -> None:
        """Keep it open."""
        self._model.keep_open()

    def _show(self) -> None:
        opened = self._model.asking and self.isHidden()
        self.setVisible(self._model.asking)
        self._words.setText(reason_wanted(self._day) if self._model.asking else "")
        if opened:
            self.field.clear()
            self.field.setFocus()


def _scrolling(body: QWidget) -> QScrollArea:
    body.setObjectName("scrollBody")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
