"""The form of new coverage: relatives' plans to choose from, else carrier, group and subscriber."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.insurance.coverage_form import CoverageForm
from app.viewmodels.staff.patient.sections.insurance.fields import RELATIONSHIP_CHOICES
from app.viewmodels.staff.patient.sections.insurance.form_state import Offer
from app.viewmodels.translation import tr, typed
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.inline.field import LABEL_WIDTH
from app.views.widgets.labels import plain_label
from app.views.widgets.suggest import ChoiceList, SuggestField

MOST_OFFERED = 6


class CoverageFormView(EntryForm):
    """Tab goes from field to field; Enter adds, Esc closes."""

    def __init__(self, model: CoverageForm, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self._fonts = theme.fonts
        self.carrier = SuggestField(tr("Insurance company"))
        self.group_name = SuggestField(tr("Group name"))
        self.phone, self.group_num, self.subscriber_id = QLineEdit(), QLineEdit(), QLineEdit()
        self.subscriber, self.relationship = CalmCombo(), CalmCombo()
        for choice in RELATIONSHIP_CHOICES:
            self.relationship.addItem(typed(choice.title), choice.value)
        self._family_title = plain_label(tr("Plans in this family"), kind="second")
        self.family = ChoiceList()
        self.family.setAccessibleName(tr("Plans in this family"))
        self._family_shown: tuple[Offer, ...] = ()
        self._problem = plain_label(kind="alert", wrap=True)
        self.add, self.cancel = QPushButton(tr("Add")), QPushButton(tr("Cancel"))
        if model.state.replaces:
            self.add.setText(tr("Change plan"))
        self.add.setProperty("kind", "primary")
        self._lay_out()
        self._connect()
        model.changed.connect(self._show)
        model.wrong.connect(self._point_at)
        self._show()

    def start(self) -> None:
        """Put the cursor into the first field."""
        self.carrier.line.setFocus()

    def confirm(self) -> None:
        """Save it."""
        self.model.add()

    def dismiss(self) -> None:
        """Close it."""
        self.model.close()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        title = plain_label(self.model.state.title)
        title.setFont(self._fonts.strong)
        column.addWidget(title)
        column.addWidget(self._family_title)
        column.addWidget(self.family)
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, grown(LABEL_WIDTH, self.font()))
        column.addLayout(grid)
        self._labels: dict[str, QWidget] = {}
        for line, (name, words, field) in enumerate(self._rows()):
            label = self._labels[name] = plain_label(words, kind="second")
            if not isinstance(field, SuggestField):
                field.setAccessibleName(words)
            height = self.add.sizeHint().height()
            label.setFixedHeight(height)
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, line, 1)
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        column.addLayout(buttons)

    def _rows(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("carrier", tr("Carrier"), self.carrier),
            ("phone", tr("Carrier phone"), self.phone),
            ("group_name", tr("Group name"), self.group_name),
            ("group", tr("Group number"), self.group_num),
            ("subscriber", tr("Subscriber"), self.subscriber),
            ("relationship", tr("Relationship"), self.relationship),
            ("subscriber_id", tr("Subscriber ID"), self.subscriber_id),
        )

    def _of_subscriber(self) -> tuple[tuple[str, QWidget], ...]:
        """The fields that are not needed for another plan of the same subscriber."""
        return (
            ("subscriber", self.subscriber),
            ("relationship", self.relationship),
            ("subscriber_id", self.subscriber_id),
        )

    def _connect(self) -> None:
        model = self.model
        self.carrier.typed.connect(model.type_carrier)
        self.carrier.chosen.connect(self._choose_carrier)
        self.phone.textEdited.connect(model.type_phone)
        self.group_name.typed.connect(lambda text: model.type_group(name=text))
        self.group_name.chosen.connect(self._choose_plan)
        self.group_num.textEdited.connect(lambda text: model.type_group(number=text))
        self.subscriber.activated.connect(lambda at: model.set_subscriber(self.subscriber.itemData(at)))
        self.relationship.activated.connect(lambda at: model.set_relationship(RELATIONSHIP_CHOICES[at].value))
        self.subscriber_id.textEdited.connect(model.type_subscriber_id)
        for field in (self.carrier, self.group_name):
            field.confirmed.connect(model.add)
        self.family.picked.connect(self._use)
        self.add.clicked.connect(model.add)
        self.cancel.clicked.connect(model.close)

    def _choose_carrier(self, place: int) -> None:
        self.model.choose_carrier(self.model.state.carriers[place].number)
        self.group_name.line.setFocus()

    def _choose_plan(self, place: int) -> None:
        self.model.choose_plan(self.model.state.plans[place].number)
        (self.add if self.model.state.replaces else self.subscriber_id).setFocus()

    def _point_at(self, name: str) -> None:
        fields = {row[0]: row[2] for row in self._rows()}
        if name in fields:
            fields[name].setFocus()
        announce(self, self.model.state.problem, urgent=True)

    def _show(self) -> None:
        state = self.model.state
        self.carrier.show_text(state.carrier)
        self.carrier.offer([each.line for each in state.carriers[:MOST_OFFERED]])
        self.group_name.show_text(state.group_name)
        self.group_name.offer([each.line for each in state.plans[:MOST_OFFERED]])
        for line, text in (
            (self.phone, state.phone),
            (self.group_num, state.group_num),
            (self.subscriber_id, state.subscriber_id),
        ):
            if line.text() != text:
                line.setText(text)
        fill(self.subscriber, [(each.number, each.text) for each in state.subscribers], state.subscriber)
        places = [choice.value for choice in RELATIONSHIP_CHOICES]
        self.relationship.setCurrentIndex(places.index(state.relationship))
        for name, field in self._of_subscriber():
            for part in (self._labels[name], field):
                part.setVisible(not state.replaces)
        for part in (self._labels["phone"], self.phone):
            part.setVisible(state.is_new_carrier and not state.carriers)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self.add.setEnabled(not state.sending)
        self._show_family(state.family, state.ins_sub_num)

    def _show_family(self, offers: Sequence[Offer], chosen: int) -> None:
        for widget in (self._family_title, self.family):
            widget.setVisible(bool(offers))
        if tuple(offers) != self._family_shown:
            self._family_shown = tuple(offers)
            self.family.show_rows([each.line for each in offers])
        row = next((at for at, each in enumerate(offers) if each.number == chosen), -1)
        if row >= 0 or not self.family.hasFocus():
            self.family.setCurrentRow(row)

    def _use(self, row: int) -> None:
        self.model.use_family_plan(self._family_shown[row].number)
        self.add.setFocus()
