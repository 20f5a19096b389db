"""The side panel's page with the details of the selected appointment."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.schedule.details.page import DetailsPageViewModel
from app.viewmodels.staff.schedule.details.shown import SetButton
from app.viewmodels.translation import tr
from app.views.staff.schedule.visit_details.appointment import AppointmentRows
from app.views.staff.schedule.visit_details.entry import EntryField
from app.views.staff.schedule.visit_details.procedures import ProcedureList
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.card_rows import CardRows
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.inline.field import LABEL_WIDTH
from app.views.widgets.labels import breakable, plain_label, plain_tip
from app.views.widgets.page_head import PageHead
from app.views.widgets.tab_order import follow_layout


class VisitDetailsPage(EntryForm):
    """Procedures first, then what else belongs to the appointment. It follows the selection; Esc closes it."""

    def __init__(
        self,
        viewmodel: DetailsPageViewModel,
        asap: AsyncCommand,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.viewmodel = viewmodel
        self._order: list[QWidget] = []
        self._seeks_first = False
        self._head = PageHead("")
        self._title = self._head.title
        self._head.close.clicked.connect(viewmodel.finished)
        self._when = plain_label(kind="second", wrap=True)
        self._warning = plain_label(kind="alert", wrap=True)
        self._words = plain_label(kind="second", wrap=True)
        self._total = plain_label(kind="strong")
        self._total.setFont(theme.fonts.figures)
        self.attached, self.planned = ProcedureList(theme), ProcedureList(theme)
        self.entry = EntryField(viewmodel.entry)
        self._nothing, self._no_more = (plain_label(kind="second", wrap=True) for _ in range(2))
        self._length = plain_label(kind="late", wrap=True)
        self.set_length = QPushButton(tr("Set length"))
        self.set_length.clicked.connect(viewmodel.set_length)
        self._sets = QVBoxLayout()
        self._sets.setSpacing(8)
        self._shown_sets: tuple[SetButton, ...] = ()
        self.sets: list[QToolButton] = []
        self.more = self._make_more()
        self._rows = CardRows(selectable=True, capped=False)
        for each in (self.attached, self.planned):
            each.ticked.connect(lambda number, on: viewmodel.tick(number, on=on))
        self.appointment = AppointmentRows(viewmodel, asap)
        self._body = self._make_body()
        self._lay_out()
        viewmodel.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Focus the first procedure, as soon as one is there."""
        self._head.close.setFocus()
        self._seeks_first = True
        self._focus_first()

    def confirm(self) -> None:
        """Enter presses the focused button only: every tick is saved at once."""

    def dismiss(self) -> None:
        """Esc drops what is typed, else closes."""
        if not self.viewmodel.entry.drop():
            self.viewmodel.finished.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        for label in (self._when, self._warning, self._words):
            column.addWidget(label)
        column.addWidget(self._scrolled(), 1)

    def _make_body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("scrollBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._heading(tr("On this appointment"), self._total))
        for widget in (self._nothing, self.attached, self.entry):
            column.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self._length, 1)
        line.addWidget(self.set_length, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addLayout(self._sets)
        column.addLayout(self._heading(tr("Treatment planned")))
        for widget in (self._no_more, self.planned):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.appointment)
        self._rows.align(grown(LABEL_WIDTH, self.font()))
        column.addWidget(self._rows)
        column.addStretch(1)
        return body

    def _heading(self, words: str, right: QWidget | None = None) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(plain_label(words, kind="strong"), 1)
        if right is not None:
            line.addWidget(right)
        return line

    def _make_more(self) -> QToolButton:
        more = QToolButton()
        more.setText(tr("Add more"))
        more.setProperty("kind", "action")
        more.setToolTip(tr("From an appointment type, or the office's own sets"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setSizePolicy(more.sizePolicy().Policy.Ignored, more.sizePolicy().Policy.Fixed)
        more.setMenu(QMenu(more))
        return more

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Details"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        return scroll

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from one procedure to the next; what is typed adds one."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.focusNextPrevChild(step > 0)
        elif _is_typed(event) and self.entry.field.line.isEnabled() and self._body.isVisible():
            self.entry.begin(event.text())
        else:
            super().keyPressEvent(event)

    def _focus_first(self) -> None:
        """Focus the first procedure, unless the user has moved the focus."""
        boxes = [*self.attached.boxes.values(), *self.planned.boxes.values()]
        first = next((box for box in boxes if box.isEnabled()), None)
        if first is not None and self._seeks_first:
            self._seeks_first = False
            if self._head.close.hasFocus():
                first.setFocus()

    def _show(self) -> None:
        shown = self.viewmodel.shown
        self._title.setText(breakable(shown.title))
        for label, words in (
            (self._when, shown.when),
            (self._warning, shown.warning),
            (self._words, shown.hint or shown.state or shown.why_not),
            (self._nothing, shown.nothing),
            (self._no_more, shown.no_more),
            (self._length, shown.length),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._total.setText(shown.total if shown.attached else "")
        self._body.setVisible(not (shown.hint or shown.is_empty))
        self.attached.fill(shown.attached, why_not=shown.why_not)
        self.planned.fill(shown.planned, why_not=shown.why_not)
        self.entry.set_why_not(shown.why_not)
        self.set_length.setVisible(shown.may_set_length)
        self._show_sets(shown.sets, shown.why_not)
        self._fill_more(shown.more, shown.why_not)
        self.appointment.show_state(shown)
        self._rows.fill(shown.rows)
        self._order = follow_layout(self, self._order)
        self._focus_first()

    def _show_sets(self, sets: tuple[SetButton, ...], why_not: str) -> None:
        """One below the other; the last place is that of the menu with all others."""
        if sets != self._shown_sets or not self._sets.count():
            self._shown_sets = sets
            for old in self.sets:
                self._sets.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.sets = [self._set_button(each) for each in sets]
            for at, button in enumerate((*self.sets, self.more)):
                self._sets.insertWidget(at, button)
        for each, button in zip(sets, self.sets, strict=True):
            button.setToolTip(plain_tip(why_not or each.tip))
            button.setEnabled(not why_not)

    def _set_button(self, each: SetButton) -> QToolButton:
        button = QToolButton()
        button.setText(f"+ {each.title}".replace("&", "&&"))
        button.setProperty("kind", "action")
        button.setAccessibleName(f"{each.title}. {each.tip}")
        policy = button.sizePolicy().Policy
        button.setSizePolicy(policy.Ignored, policy.Fixed)
        button.clicked.connect(partial(self._add, each))
        return button

    def _fill_more(self, sets: tuple[SetButton, ...], why_not: str) -> None:
        self.more.setVisible(bool(sets))
        self.more.setEnabled(not why_not)
        menu = self.more.menu()
        menu.clear()
        for before, each in zip((None, *sets), sets, strict=False):
            if before is not None and before.offered.kind is not each.offered.kind:
                menu.addSeparator()
            action = menu.addAction(each.title.replace("&", "&&"))
            action.setToolTip(each.tip)
            action.triggered.connect(partial(self._add, each))
        menu.setToolTipsVisible(True)

    def _add(self, each: SetButton, *_: bool) -> None:
        self.viewmodel.add(each.offered)


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a letter or a digit was typed."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and event.text().isalnum()
