"""The appointment's own row on the page of details: its type, the ASAP list, and the office's fields."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.schedule.details.page import DetailsPageViewModel
from app.viewmodels.staff.schedule.details.shown import Shown
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.inline.field import LABEL_WIDTH, InlineField
from app.views.widgets.labels import plain_label, plain_tip


class AppointmentRows(QWidget):
    """A choice is saved at once; a field is edited where it is shown."""

    def __init__(
        self, viewmodel: DetailsPageViewModel, asap: AsyncCommand, parent: QWidget | None = None
    ) -> None:
        """`asap` puts the appointment on the ASAP list, or takes it off."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._asap = asap
        self.type, self.asap = CalmCombo(), QCheckBox(tr("On the ASAP List"))
        self.fields: dict[str, InlineField] = {}
        self._note = plain_label(kind="second", wrap=True)
        self.type.setAccessibleName(tr("Appointment type"))
        self.type.activated.connect(lambda at: viewmodel.set_type(self.type.itemData(at)))
        self.asap.setToolTip(plain_tip(asap.spec.shortcut))
        self.asap.clicked.connect(lambda: asap.run())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        line = QHBoxLayout()
        name = plain_label(tr("Type"), kind="second")
        name.setFixedWidth(grown(LABEL_WIDTH, self.font()))
        name.setObjectName("inlineName")
        name.setIndent(0)
        line.setSpacing(4)
        line.addWidget(name)
        line.addWidget(self.type, 1)
        self.type.setMinimumContentsLength(1)
        self._column.addLayout(line)
        self._column.addWidget(self.asap)
        self._column.addWidget(self._note)
        viewmodel.fields.fields_changed.connect(self._rebuild)
        self._rebuild()

    def show_state(self, shown: Shown) -> None:
        """Show the appointment's state."""
        fill(self.type, shown.types, shown.type_num)
        self.type.setEnabled(not shown.why_not)
        with QSignalBlocker(self.asap):
            self.asap.setChecked(shown.asap)
        self.asap.setEnabled(self._asap.can_run)
        self._note.setText(shown.fields)
        self._note.setVisible(bool(shown.fields))

    def _rebuild(self) -> None:
        for old in self.fields.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = {name: InlineField(edit) for name, edit in self._viewmodel.fields.edits.items()}
        for field in self.fields.values():
            for name in field.findChildren(QLabel, "inlineName"):
                name.setIndent(0)  # in line with the other labels of the page
            self._column.addWidget(field)
