"""The open task beside the list: details, actions, the thread of notes, and the field for another one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.tasks.open import commands
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.viewmodels.staff.tasks.open.note_edit import note_words
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.staff.tasks.open.hand_on_form import HandOnForm
from app.views.staff.tasks.open.head_view import PriorityBar, TaskHead
from app.views.staff.tasks.open.note_form import NoteForm
from app.views.staff.tasks.open.pending_list import PendingList
from app.views.staff.tasks.open.remind_form import RemindForm
from app.views.staff.tasks.open.targets import RecentTargets
from app.views.staff.tasks.open.thread_view import ThreadView
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.inline.opened_editor import OpenedEditor
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.message import MessagePane

COLUMNS = 3
THREAD_HEIGHT = 120
"""What the thread keeps at least, in pixels of the usual font,"""
THREAD_SHARE = 12
"""or percent of the height, if that is less."""
TEXT_SHARE = 24
"""Percent of the height that the task's text may take."""
DETAILS = 48
"""What the details keep at least, in pixels: the rest scrolls."""
LOW = 560
"""A pane lower than this, in pixels of the usual font, has no room for text and buttons above a form."""
BUTTONS = (commands.TAKE, commands.DONE, commands.VIEWED, commands.HAND_ON, commands.REMIND, commands.EDIT)


class WhatIsLeft(QStackedWidget):
    """As high as what is above and below it leaves, whatever its pages would need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:
        """Its pages' wrapped words would ask for a height of their own."""
        return False


class OpenTaskPane(QStackedWidget):
    """Empty until a task is opened."""

    def __init__(self, model: OpenTaskViewModel, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self.setAccessibleName(tr("Open task"))
        self._stack = WhatIsLeft(self)
        self._nothing = plain_label(kind="second", wrap=True)
        self._nothing.setObjectName("sidePanel")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(16)
        self._message = MessagePane()
        self._message.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.timeline = ThreadView(model.notes)
        self.head = TaskHead(model)
        self._text, self._details = FittingScroll(self.head.text), FittingScroll(self.head, least=DETAILS)
        self.hand_on = HandOnForm(model.hand_on, self)
        self.remind = RemindForm(model.reminding, self)
        self.pending = PendingList(model.pending, self)
        self.note_editor = OpenedEditor(model.note_edit.opened, self, note_words)
        self.note = NoteForm(model.draft, self)
        self._bar, self._status = PriorityBar(), plain_label(kind="strong")
        self._place, self._overdue = plain_label(kind="second", wrap=True), plain_label(kind="late")
        self.buttons, self.targets = self._make_buttons(theme), RecentTargets(model, self)
        self.addWidget(self._nothing)
        self.addWidget(self._make_page())
        model.opened.connect(self._open)
        model.changed.connect(self._show)
        model.asked.connect(self._ask)
        model.notes.changed.connect(self._follow_thread)
        for form in (model.hand_on, model.reminding):
            form.changed.connect(self._make_room)
        self._show()
        self._follow_thread()

    def take_focus(self) -> None:
        """Enter the thread: its keys are those of the task."""
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen is no longer unread."""
        super().showEvent(event)
        self._see()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long text scrolls rather than push out the thread."""
        super().resizeEvent(event)
        self._text.setMaximumHeight(self.height() * TEXT_SHARE // 100)
        self._make_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        super().hideEvent(event)
        self.model.see(shown=False)

    def changeEvent(self, event: QEvent) -> None:
        """The window came to the front, or another one did."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._see()

    def _make_buttons(self, theme: Theme) -> QWidget:
        box = QWidget()
        guard = ClickGuard(box)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        made = {each.spec: each for each in self.model.actions.commands}
        self.button_of: dict[str, QToolButton] = {}
        for at, spec in enumerate(BUTTONS):
            button = _action(made[spec], theme)
            guard.add(button)
            grid.addWidget(button, at // COLUMNS, at % COLUMNS)
            self.button_of[spec.id] = button
        self.reopen = _action(made[commands.REOPEN], theme)
        guard.add(self.reopen)
        place = BUTTONS.index(commands.DONE)
        grid.addWidget(self.reopen, place // COLUMNS, place % COLUMNS)
        return box

    def _make_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("sidePanel")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        self._column = column
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._bar)
        line.addWidget(self._status)
        line.addWidget(self._overdue)
        line.addWidget(self._place, 1)
        column.addLayout(line)
        column.addWidget(self._text)
        column.addWidget(self._details)
        for part in (self.buttons, self.targets, self.hand_on, self.remind):
            column.addWidget(part)
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self._message)
        column.addWidget(self._stack, 1)
        column.addWidget(self.note_editor)
        column.addWidget(self.pending)
        column.addWidget(self.note)
        return page

    def _make_room(self) -> None:
        """A form has the room of the note field and of the details, and all it needs of the thread's."""
        has_form = self.model.hand_on.state.task is not None or self.model.reminding.state.task is not None
        is_low = self.height() < grown(LOW, self.font())
        is_tight = has_form and is_low
        self._column.setSpacing(4 if is_low else 8)
        for part in (self._text, self.buttons):
            part.setHidden(is_tight)
        least = min(grown(THREAD_HEIGHT, self.font()), self.height() * THREAD_SHARE // 100)
        self._stack.setMinimumHeight(1 if has_form else least)
        for part in (self.note, self._details):
            part.setVisible(not has_form)
        self.targets.setEnabled(not has_form)

    def _open(self) -> None:
        self.head.forget()
        self.timeline.begin()

    def _show(self) -> None:
        model, head = self.model, self.model.head
        is_shown = head is not None
        if head is None:
            words = model.reading.problem or (
                tr("Loading…") if model.task_num else tr("Select a task to read it.")
            )
            self._nothing.setText(words)
        else:
            self._status.setText(head.status)
            self._place.setText(breakable(head.place))
            self._overdue.setText(head.overdue)
            self._overdue.setVisible(bool(head.overdue))
            self._bar.show_tone(head.priority_tone)
            self.reopen.setVisible(head.is_done)
            self.button_of[commands.DONE.id].setVisible(not head.is_done)
        self.setCurrentIndex(int(is_shown))

    def _follow_thread(self) -> None:
        """Show it, or why it is empty."""
        words = self.model.notes.words
        if words:
            self._message.fill(words, details=self.model.notes.details)
        held = self._message.hasFocus() or self.timeline.hasFocus()
        shown = self._message if words else self.timeline
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        if held:
            self.take_focus()

    def _ask(self, spec: CommandSpec) -> None:
        if spec == commands.NOTE:
            self.note.field.setFocus()
        elif spec == commands.EDIT:
            self.head.edit()

    def _see(self) -> None:
        self.model.see(shown=self.isVisible() and self.isActiveWindow())


def _action(command: AsyncCommand, theme: Theme) -> QToolButton:
    """As wide as its column, with little beside the word: the column is narrow in a small window."""
    button = command_button(command, theme, text=True)
    button.setProperty("kind", "action")
    button.setProperty("narrow", True)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return button
