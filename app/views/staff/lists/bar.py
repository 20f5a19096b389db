"""The bar over the lists: of which clinic."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.screen_view import ScreenBar
from app.views.widgets.combo import ElidedCombo, fill
from app.views.widgets.labels import plain_label


class ListsBar(ScreenBar):
    """The title, and the clinic where there are several. `done`: it was chosen."""

    done = Signal()

    def __init__(self, model: ListsScreenViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.clinic = ElidedCombo(tr("Clinic"), tr("Clinics"))
        self.clinic.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(plain_label(tr("Lists"), kind="title"))
        row.addWidget(self.clinic)
        self.steps = (self._press,)
        model.clinic_changed.connect(self._show)
        model.status_changed.connect(self._show)
        self._show()

    def _choose(self) -> None:
        self._model.choose_clinic(self.clinic.currentData() or 0)
        self.done.emit()

    def _press(self, narrow: bool) -> None:
        self.clinic.setMinimumWidth(self.clinic.short_width if narrow else self.clinic.sizeHint().width())

    def _show(self) -> None:
        options = [(0, tr("All clinics")), *self._model.clinics]
        fill(self.clinic, options, self._model.clinic)
        self.clinic.name_choice()
        self.clinic.setVisible(len(options) > 2)  # "all" and one other is no choice
        self.refit.emit()
