"""What a role may do: a line for each right, with its limit."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.core.text import many
from app.domain.people.rights import Right
from app.viewmodels.staff.people.roles import RightLine, RolesViewModel
from app.viewmodels.translation import tr, typed
from app.views.theme.fonts import grown
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label

FIELD_WIDTH = 80


class RoleRights(QWidget):
    """Changes count at once; a second person's PIN is asked for what lies beyond them."""

    def __init__(self, viewmodel: RolesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = viewmodel
        self.role = CalmCombo()
        self.role.setAccessibleName(tr("Role"))
        self.role.activated.connect(lambda _: viewmodel.show_role(str(self.role.currentData())))
        self.checks: dict[str, QCheckBox] = {}
        self.limits: dict[str, QLineEdit] = {}
        self.types: dict[str, QToolButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("What a role may do alone"), kind="title"))
        hint = tr("Beyond this, someone whose role allows it has to approve with a PIN.")
        column.addWidget(plain_label(hint, kind="second", wrap=True))
        column.addWidget(self.role)
        column.addLayout(self._grid)
        for place, line in enumerate(viewmodel.lines):
            self._add(place, line)
        viewmodel.changed.connect(self._show)
        self._show()

    def _add(self, place: int, line: RightLine) -> None:
        right = line.right
        check = self.checks[right.value] = QCheckBox(line.title)
        check.clicked.connect(lambda on: self._model.grant(right, on))
        self._grid.addWidget(check, place, 0)
        if line.has_types:
            self._grid.addWidget(self._types(right), place, 1)
        if not (line.has_amount or line.has_days):
            return
        field = self.limits[right.value] = QLineEdit()
        field.setFixedWidth(grown(FIELD_WIDTH, self.font()))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setPlaceholderText(tr("any", "limit"))
        name = tr("Largest amount: {what}", what=line.title) if line.has_amount else tr("Days back")
        field.setAccessibleName(name)
        field.setToolTip(
            tr("At most so many US dollars") if line.has_amount else tr("At most so many days back")
        )
        field.editingFinished.connect(lambda: self._keep(line, field.text().strip()))
        self._grid.addWidget(field, place, 2)

    def _types(self, right: Right) -> QToolButton:
        button = self.types[right.value] = QToolButton()
        button.setToolTip(tr("The types of adjustments that this role may post alone"))
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, right))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _fill(self, menu: QMenu, right: Right) -> None:
        menu.clear()
        grant = next((each.grant for each in self._model.lines if each.right is right), None)
        for each in self._model.types(right):
            action = menu.addAction(each.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(grant is not None and (not grant.adj_types or each.num in grant.adj_types))
            action.triggered.connect(
                lambda on, number=each.num: self._model.choose_type(right, number, chosen=on)
            )

    def _show_types(self, line: RightLine) -> None:
        button, grant = self.types[line.right.value], line.grant
        count = len(grant.adj_types) if grant is not None else 0
        button.setText(tr(many("{n} types", "{n} type", count)) if count else tr("All types"))
        button.setAccessibleName(f"{line.title}: {button.text()}")
        usable = grant is not None and not self._model.fixed and bool(self._model.types(line.right))
        button.setEnabled(usable)

    def _keep(self, line: RightLine, text: str) -> None:
        if line.has_amount:
            self._model.type_amount(line.right, text)
        else:
            self._model.type_days(line.right, text)

    def _show(self) -> None:
        model = self._model
        if self.role.count() != len(model.book.roles):
            self.role.clear()
            for each in model.book.roles:
                self.role.addItem(typed(each.name), each.id)
        self.role.setCurrentIndex(max(self.role.findData(model.role), 0))
        for line in model.lines:
            check = self.checks[line.right.value]
            check.setChecked(line.grant is not None)
            check.setEnabled(not model.fixed)
            if line.has_types:
                self._show_types(line)
            field = self.limits.get(line.right.value)
            if field is not None:
                field.setEnabled(line.grant is not None and not model.fixed)
                if not field.hasFocus():
                    field.setText(_text(line))


def _text(line: RightLine) -> str:
    grant = line.grant
    if grant is None:
        return ""
    limit: Decimal | int | None = grant.most if line.has_amount else grant.days_back
    return "" if limit is None else f"{limit}"
