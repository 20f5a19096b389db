"""The lists that tasks were handed on to last: one click hands the open task on to one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.tasks.find_lists import NamedList
from app.viewmodels.staff.tasks.open.model import OpenTaskViewModel
from app.viewmodels.translation import tr
from app.views.widgets.cell_button import cell_button
from app.views.widgets.click_guard import ClickGuard
from app.views.widgets.labels import plain_label, plain_tip

MOST = 3


class RecentTargets(QWidget):
    """Hidden as long as there are none, or the task can't be handed on."""

    def __init__(self, model: OpenTaskViewModel, parent: QWidget) -> None:
        """`parent` is needed: it may be shown at once, and would be a window of its own.

        It gets the focus of a button that is no longer there.
        """
        super().__init__(parent)
        self._model, self._back = model, parent
        self._shown: tuple[NamedList, ...] = ()
        self._guard = ClickGuard(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(plain_label(tr("Hand on to"), kind="second"))
        self._row.addStretch(1)
        self.buttons: list[QWidget] = []
        for signal in (model.changed, model.hand_on.changed):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        targets = self._model.quick_targets[:MOST]
        if targets != self._shown and any(each.hasFocus() for each in self.buttons):
            self._back.setFocus()
        self.setVisible(bool(targets))
        if targets == self._shown:
            return
        self._shown = targets
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(each) for each in targets]
        for at, button in enumerate(self.buttons, 1):
            self._row.insertWidget(at, button)

    def _button(self, target: NamedList) -> QWidget:
        button = cell_button(target.name, "link")
        spoken = tr("Hand this task on to {list}", list=target.shown)
        button.setAccessibleName(spoken)
        button.setToolTip(plain_tip(spoken))
        button.clicked.connect(lambda: self._model.hand_on_to(target.list_num))
        self._guard.add(button)
        return button
