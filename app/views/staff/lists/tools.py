"""The filters over a list, each a choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.viewmodels.staff.lists.choices import Choice
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.translation import tr, typed
from app.views.widgets.combo import ElidedCombo, fill


class ListTools(QWidget):
    """A combo for each choice, and whether families stand together."""

    def __init__(self, model: ListTab) -> None:
        super().__init__()
        self._model = model
        self.combos = {each.id: self._combo(each) for each in model.filters.choices}
        self.families = QCheckBox(tr("Families"))
        self.families.setToolTip(tr("Keep family members together, so one call reaches all of them"))
        self.families.toggled.connect(model.filters.keep_families)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for combo in self.combos.values():
            row.addWidget(combo)
        row.addWidget(self.families)
        row.addStretch(1)
        model.changed.connect(self._show)
        self._show()

    def _combo(self, choice: Choice) -> ElidedCombo:
        name = typed(choice.name)
        combo = ElidedCombo(name, name)
        combo.activated.connect(partial(self._choose, choice.id, combo))
        return combo

    def _choose(self, choice_id: str, combo: ElidedCombo, _at: int) -> None:
        self._model.filters.choose(choice_id, combo.currentData())

    def _show(self) -> None:
        filters = self._model.filters
        for choice in filters.choices:
            options = [(value, typed(words)) for value, words in choice.options()]
            combo = self.combos[choice.id]
            fill(combo, options, filters.chosen[choice.id])
            combo.name_choice()
