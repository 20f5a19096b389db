"""What a family member shares with the patient on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.new_patient.relative import RelativeViewModel, relationship_choices
from app.viewmodels.translation import tr, typed
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.labels import breakable, plain_label


class RelativeBox(QWidget):
    """The copied address and phone, and the insurance with the relationship to its subscriber."""

    def __init__(self, model: RelativeViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shared = plain_label(kind="second", wrap=True)
        self.copies = QCheckBox(tr("Copy insurance"))
        self._insurance = plain_label(kind="second", wrap=True)
        self._relation = QWidget()
        self.relationship = CalmCombo()
        self.relationship.setAccessibleName(tr("Relationship to the subscriber"))
        self.copies.toggled.connect(model.set_copies)
        self.relationship.activated.connect(lambda at: model.set_relationship(at))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout(self._relation)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(plain_label(tr("To subscriber"), kind="second"))
        line.addWidget(self.relationship, 1)
        for widget in (self._shared, self.copies, self._insurance, self._relation):
            column.addWidget(widget)

    def fill(self) -> None:
        """Show what is copied."""
        model = self._model
        self.setVisible(model.choice.on)
        if not model.choice.on:
            return
        why_not, insurance = typed(model.why_no_insurance), model.insurance
        copies = model.choice.copies and not why_not
        with QSignalBlocker(self.copies):
            self.copies.setChecked(copies)
        self.copies.setEnabled(not why_not)
        self.copies.setVisible(model.has_insurance)
        self._shared.setText(breakable(model.shared))
        self._insurance.setText(breakable(why_not if why_not and model.has_insurance else insurance))
        self._insurance.setVisible(bool(insurance))
        fill(self.relationship, relationship_choices(), model.choice.relationship)
        self._relation.setVisible(copies and model.has_insurance)
