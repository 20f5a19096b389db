"""The page of the people beside the screen: setting up the first one, then managing all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.later import load_name
from app.domain.people.staff import FEWEST_MINUTES, MOST_MINUTES
from app.viewmodels.staff.people.people import PeopleViewModel
from app.viewmodels.translation import tr
from app.views.staff.people.members import Members
from app.views.staff.people.role_rights import RoleRights
from app.views.staff.people.set_up import SetUpForm
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmSpin
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.hairline import hairline
from app.views.widgets.labels import plain_label
from app.views.widgets.page_head import PageHead

BROUGHT_BOX = "app.views.staff.people.brought_box:BroughtBox"


class PeoplePage(EntryForm):
    """Enter presses the focused button or does what the form asks for; Esc closes."""

    closed = Signal()
    brought: Any
    """A BroughtBox, at a PC that was paired with a hub."""

    def __init__(self, viewmodel: PeopleViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = viewmodel
        head = PageHead(tr("People"))
        head.close.clicked.connect(lambda: self.closed.emit())
        self.set_up = SetUpForm(viewmodel)
        self.members = Members(viewmodel, theme)
        self.rights = RoleRights(viewmodel.roles)
        self._sentence = plain_label(wrap=True)
        self._code = plain_label(wrap=True)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.minutes = CalmSpin()
        self.minutes.setRange(FEWEST_MINUTES, MOST_MINUTES)
        self.minutes.setAccessibleName(tr("Minutes until the window is locked"))
        self.minutes.editingFinished.connect(lambda: viewmodel.roles.lock_after(self.minutes.value()))
        self._manage = self._managing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        if viewmodel.brought is not None:
            self.brought = load_name(BROUGHT_BOX)(viewmodel.brought)
            column.addWidget(self.brought)
        column.addWidget(self._sentence)
        column.addWidget(self.set_up)
        column.addWidget(self._manage, 1)
        column.addStretch(0)
        for each in (viewmodel, viewmodel.roles):
            each.changed.connect(self._show)
        if viewmodel.brought is not None:
            viewmodel.brought.changed.connect(self._show)
        viewmodel.done.connect(self.begin)
        self._show()

    @property
    def sentence(self) -> str:
        """Why the last change was refused."""
        return self._sentence.text()

    @property
    def code(self) -> str:
        """The start code that is to be passed on."""
        return self._code.text()

    def begin(self) -> None:
        """The page was opened."""
        if self.set_up.isHidden() and self._model.setting_up:
            self.brought.take_over.setFocus()
        else:
            (self.set_up if self._model.setting_up else self.members).take_focus()

    def confirm(self) -> None:
        """Set up the first person, or add the chosen one."""
        if self._model.setting_up:
            self.set_up.confirm()
        elif self.members.is_adding():
            self.members.add()

    def dismiss(self) -> None:
        """Close the page."""
        self.set_up.clear()
        self.closed.emit()

    def _managing(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._code)
        column.addWidget(self.members)
        column.addWidget(hairline())
        column.addWidget(self.rights)
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.addWidget(plain_label(tr("Lock after minutes without input")), 1)
        row.addWidget(self.minutes)
        column.addLayout(row)
        column.addStretch(1)
        return inner

    def _show(self) -> None:
        model = self._model
        sentence = model.sentence or model.roles.sentence
        if not sentence and not model.setting_up and not model.may_manage:
            sentence = tr("Only people who may manage people can change this.")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._code.setText(model.code)
        self._code.setVisible(bool(model.code))
        is_brought = model.brought is not None and model.brought.has_people
        self.set_up.setVisible(model.setting_up and not is_brought)
        self._manage.setVisible(not model.setting_up)
        if not self.minutes.hasFocus():
            self.minutes.setValue(model.book.lock_minutes)
        self.minutes.setEnabled(model.may_manage)
