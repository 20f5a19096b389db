"""The patient's plans, one below the other, and the form of new coverage above them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.insurance.coverage_form import CoverageForm
from app.viewmodels.staff.patient.sections.insurance.section import InsuranceSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.insurance.card import PlanView
from app.views.staff.patient.sections.insurance.form import CoverageFormView
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.labels import plain_label


class InsuranceBody(SectionBody):
    """A card keeps its place and its focus while its plan changes."""

    def __init__(self, section: InsuranceSection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._theme = theme
        self.plans: dict[int, PlanView] = {}
        """By PatPlanNum."""
        self.form: CoverageFormView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._none = plain_label(tr("No insurance on file."), kind="second")
        self._alone = plain_label(
            tr("Relatives' claims can't be read with this key, so family amounts are left out."),
            kind="faint",
            wrap=True,
        )
        self._column.addWidget(self._none)
        self._column.addWidget(self._alone)

    def fill(self) -> None:
        """Show the plans in their order."""
        section = self._section
        self._show_form(section.form)
        cards = section.cards
        for number in [
            number for number in self.plans if number not in {each.pat_plan_num for each in cards}
        ]:
            self._drop(self.plans.pop(number))
        for at, card in enumerate(cards):
            if (view := self.plans.get(card.pat_plan_num)) is None:
                view = self.plans[card.pat_plan_num] = PlanView(section, self._theme, card)
            else:
                view.show_card(card)
            view.line.setVisible(at > 0 or section.form is not None)
            place = at + (self.form is not None)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show()
        self._none.setVisible(not cards and section.form is None)
        counts_family = section.value is None or section.value.counts_family
        self._alone.setVisible(bool(cards) and not counts_family)

    def _show_form(self, form: CoverageForm | None) -> None:
        if self.form is not None and self.form.model is not form:
            self._drop(self.form)
            self.form = None
        if form is not None and self.form is None:
            self.form = CoverageFormView(form, self._theme)
            self._column.insertWidget(0, self.form)
            self.form.show()
            self.form.start()

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
