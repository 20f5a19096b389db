"""The panel for a new task: the list, what has to be done, and what it is about."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.tasks.new.form import NewTaskViewModel
from app.viewmodels.translation import tr
from app.views.staff.tasks.new.list_field import TaskListField
from app.views.staff.tasks.new.priority_combo import PriorityCombo
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label, plain_tip
from app.views.widgets.name_combo import NameCombo
from app.views.widgets.quick_paste.field import QuickPasteField
from app.views.widgets.quick_paste.offers import Offers
from app.views.widgets.steady_label import SteadyLabel

FIELD_HEIGHT = 104
SMALL_ICON = 16


class NewTaskPanel(EntryForm):
    """Ctrl+Enter saves from everywhere, Enter outside the text; Esc closes it and keeps what was typed."""

    def __init__(self, model: NewTaskViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._theme = theme
        self.again, self.go_on = QPushButton(tr("Start over")), QPushButton(tr("Continue"))
        for button in (self.again, self.go_on):
            button.setProperty("kind", "link")
        self._unfinished = ElidedLabel()
        self._unfinished.setProperty("kind", "second")
        self.list = TaskListField(model.list)
        self.text = QuickPasteField(model, FIELD_HEIGHT)
        self.offers = Offers()
        self.about, self.priority, self.remind = NameCombo(), PriorityCombo(), NameCombo()
        self.remove = QToolButton()
        self._strays, self._words = SteadyLabel("money"), SteadyLabel("alert")
        self.cancel, self.save = QPushButton(tr("Cancel")), QPushButton(tr("Save"))
        self._name()
        self._lay_out()
        self._follow()
        self._show()

    def confirm(self) -> None:
        """Save it."""
        self.model.save()

    def dismiss(self) -> None:
        """Close it."""
        self.model.finished.emit()

    def begin(self) -> None:
        """Focus the text. A list that is missing is asked for when it is saved: what is typed first is the text."""
        draft = self.model.state.draft
        if self.text.toPlainText() != draft.text:  # begun before there was a panel
            self.text.take(draft.text, draft.cursor)
        self.text.setFocus()

    def _name(self) -> None:
        self.about.setAccessibleName(tr("About"))
        self.text.setAccessibleName(tr("Task"))
        self.text.setPlaceholderText(tr("What has to be done. Type ? for Quick Paste notes."))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(tr("Save  (Ctrl+Enter)"))
        self.remove.setIcon(self._theme.icon(Icon.CLOSE, size=SMALL_ICON))
        self.remove.setIconSize(QSize(SMALL_ICON, SMALL_ICON))
        self.remove.setToolTip(tr("Remove patient"))
        self.remove.setAccessibleName(tr("Remove patient"))

    def _lay_out(self) -> None:
        entries = QWidget()
        column = _column(entries)
        column.addLayout(_row(plain_label(tr("New task"), kind="title"), self.again))
        column.addLayout(_row(self._unfinished, self.go_on))
        column.addLayout(_row(self.about, self.remove))
        column.addWidget(self.list)
        column.addWidget(self.text)
        column.addWidget(self.offers)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form = form
        _add(form, tr("Priority"), self.priority)
        _add(form, tr("Remind me"), self.remind)
        column.addLayout(form)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save, 1)
        whole = _column(self)
        whole.addWidget(FittingScroll(entries))
        for label in (self._strays, self._words):
            whole.addWidget(label)
        whole.addLayout(buttons)
        whole.addStretch(1)
        stops = (self.about, self.remove, self.list.line, self.text, self.priority, self.remind, self.save)
        for before, after in pairwise((*stops, self.cancel)):
            QWidget.setTabOrder(before, after)

    def _follow(self) -> None:
        model = self.model
        self.again.clicked.connect(self._start_over)
        self.go_on.clicked.connect(self._continue)
        self.list.settled.connect(self.text.setFocus)
        self.text.confirmed.connect(model.save)
        self.text.follow(self.offers)
        self.about.activated.connect(lambda at: model.enter(about=model.state.attach[at].about))
        self.remove.clicked.connect(lambda: model.enter(about=model.state.attach[-1].about))
        self.priority.activated.connect(lambda at: model.enter(priority=model.state.priorities[at].def_num))
        self.remind.activated.connect(lambda at: model.enter(remind_at=model.state.reminds[at].at))
        self.cancel.clicked.connect(lambda: model.finished.emit())
        self.save.clicked.connect(model.save)
        guard = ClickGuard(self)
        for button in (self.cancel, self.save):
            guard.add(button)
        for signal in (model.changed, model.list.changed):
            signal.connect(self._show)
        model.note_changed.connect(lambda at: self.text.take(model.state.draft.text, at))
        model.missing.connect(self._go_to)

    def _start_over(self) -> None:
        self.model.start_over()
        self.begin()

    def _continue(self) -> None:
        self.model.resume()
        self.begin()

    def _go_to(self, field: str) -> None:
        widget = self.list.line if field == "list" else self.text
        widget.setFocus()
        announce(widget, self.model.state.problem, urgent=True)

    def _show(self) -> None:
        state, draft = self.model.state, self.model.state.draft
        if not state.is_open:
            return
        self.again.setVisible(state.resumed)
        for widget in (self._unfinished, self.go_on):
            widget.setVisible(bool(state.unfinished))
        self._unfinished.setText(tr("Unfinished: {text}", text=state.unfinished))
        self._unfinished.setToolTip(plain_tip(state.unfinished))
        self.offers.fill(state.offers)
        places = [(each.about.pat_num, each.about.apt_num) for each in state.attach]
        at = places.index((draft.about.pat_num, draft.about.apt_num))
        self.about.show_texts([each.words for each in state.attach], at)
        self.remove.setEnabled(draft.about.person is not None)
        self.priority.fill(state.priorities, state.priority)
        self._form.setRowVisible(0, bool(state.priorities))
        times = [each.at for each in state.reminds]
        self.remind.show_texts([each.words for each in state.reminds], times.index(draft.remind_at))
        _say(self._strays, state.strays)
        _say(self._words, state.problem or state.why_not or self.model.list.state.words)
        self.save.setEnabled(not state.why_not)


def _say(label: SteadyLabel, words: str) -> None:
    label.setText(breakable(words))
    label.setVisible(bool(words))


def _add(form: QFormLayout, title: str, widget: QWidget) -> None:
    """A field with its name before it."""
    label = plain_label(title, kind="second")
    label.setBuddy(widget)
    label.setFixedHeight(widget.sizeHint().height())
    widget.setAccessibleName(title)
    form.addRow(label, widget)


def _row(first: QWidget, last: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(first, 1)
    row.addWidget(last)
    return row


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
