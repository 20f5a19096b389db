"""Who works here, each with her role, and who is added."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.core.present import present
from app.domain.people.staff import Member
from app.viewmodels.staff.people.people import PeopleViewModel
from app.viewmodels.translation import tr
from app.views.staff.people.user_combo import UserCombo
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label


class Members(QWidget):
    """A line for each person: initials, name, role, and what else can be done."""

    def __init__(self, viewmodel: PeopleViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = viewmodel
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self.role_combos: dict[int, CalmCombo] = {}
        self.menus: dict[int, QToolButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.user = UserCombo(viewmodel, tr("Add a person…"))
        self.role = CalmCombo()
        self.role.setAccessibleName(tr("Role"))
        self.add_button = QPushButton(tr("Add person"))
        self.add_button.clicked.connect(lambda: self.add())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.role, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addWidget(self.user)
        column.addLayout(row)
        viewmodel.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Focus the choice of a person to add."""
        self.user.setFocus()

    def is_adding(self) -> bool:
        """Whether the focus is where a person is added."""
        return any(each.hasFocus() for each in (self.user, self.role, self.add_button))

    def add(self) -> None:
        """Add the chosen person."""
        self._model.invite(self.user.user_num, self.role.currentData())

    def _show(self) -> None:
        model = self._model
        self.add_button.setEnabled(not model.busy)
        for each in (self.user, self.role, self.add_button):
            each.setVisible(model.may_manage)
        now = (model.book.members, model.role_names, model.may_manage)
        if now == self._shown:
            return
        self._shown = now
        _fill(self.role, model.role_names, str(self.role.currentData() or ""))
        self._rebuild()

    def _rebuild(self) -> None:
        while self._grid.count():
            widget = present(present(self._grid.takeAt(0)).widget())
            widget.hide()
            widget.deleteLater()
        self.role_combos, self.menus = {}, {}
        for place, member in enumerate(self._model.book.members):
            self._grid.addWidget(plain_label(member.initials, kind="second"), place, 0)
            self._grid.addWidget(plain_label(member.name), place, 1)
            self._grid.addWidget(self._role_of(member), place, 2)
            self._grid.addWidget(self._more(member), place, 3)

    def _role_of(self, member: Member) -> CalmCombo:
        combo = self.role_combos[member.user_num] = CalmCombo()
        combo.setAccessibleName(tr("Role of {name}", name=member.name))
        _fill(combo, self._model.role_names, member.role)
        combo.setEnabled(self._model.may_manage)
        combo.activated.connect(lambda _: self._model.change_role(member, combo.currentData()))
        return combo

    def _more(self, member: Member) -> QToolButton:
        button = self.menus[member.user_num] = QToolButton()
        button.setText(tr("More"))
        button.setAccessibleName(tr("More for {name}", name=member.name))
        button.setToolTip(tr("New start code, remove"))
        button.setEnabled(self._model.may_manage)
        menu = QMenu(button)
        menu.addAction(tr("New start code")).triggered.connect(lambda: self._model.new_code(member))
        menu.addAction(tr("Remove")).triggered.connect(lambda: self._model.remove(member))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button


def _fill(combo: CalmCombo, roles: tuple[tuple[str, str], ...], chosen: str) -> None:
    combo.clear()
    for role_id, name in roles:
        combo.addItem(name, role_id)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
