"""A choice of Open Dental's users who can be added."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.people.people import PeopleViewModel
from app.viewmodels.translation import tr
from app.views.widgets.combo import CalmCombo


class UserCombo(CalmCombo):
    """Nobody is chosen at first."""

    def __init__(self, viewmodel: PeopleViewModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = viewmodel
        self._name = name
        self._listed: tuple[object, ...] = ()
        self.setAccessibleName(name)
        viewmodel.changed.connect(self._fill)
        self._fill()

    @property
    def user_num(self) -> int:
        """The chosen UserNum; 0: none."""
        return int(self.currentData() or 0)

    def _fill(self) -> None:
        users = self._model.users
        listed = (users,)
        if listed == self._listed and self.count():
            return
        self._listed = listed
        chosen = self.user_num
        self.clear()
        first = (
            self._name if users else tr("Loading…") if users is None else tr("No other users in Open Dental")
        )
        self.addItem(first, 0)
        for each in users or ():
            self.addItem(each.name, each.user_num)
        self.setCurrentIndex(max(self.findData(chosen), 0))
