"""Referrals in and out: who, when, how it stands, and a note."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.referrals import STATES, ReferralRow, ReferralsSection
from app.viewmodels.translation import tr, typed
from app.views.staff.patient.sections.new_referral import NewReferralForm
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo
from app.views.widgets.inline.field import INDENT, ValueLabel
from app.views.widgets.inline.opened_editor import OpenedEditor
from app.views.widgets.labels import breakable, plain_label


class ReferralsBody(SectionBody):
    """A click on a note edits it."""

    def __init__(self, section: ReferralsSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._shown: object = None
        self._lines: list[QWidget] = []
        self.states: list[CalmCombo] = []
        """Of those sent away, in their order."""
        self.new = NewReferralForm(section.new, self)
        self.editor = OpenedEditor(section.opened, self, lambda row: row.referralName)
        self._empty = plain_label(
            tr("No referrals. “Add” above records who sent this patient, or to whom."),
            kind="second",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.new, self.editor, self._empty):
            self._column.addWidget(part)

    def fill(self) -> None:
        """Show them; the same rows stay as they are."""
        rows = self._section.rows
        if rows == self._shown:
            return
        self._shown = rows
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.states = []
        self._lines = [self._line(row) for row in rows]
        for line in self._lines:
            self._column.addWidget(line)
        self._empty.setVisible(not rows)

    def _line(self, row: ReferralRow) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(INDENT, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(plain_label(breakable(f"{row.kind} {row.name}"), wrap=True), 1)
        head.addWidget(plain_label(row.day, kind="second"))
        if row.is_out:
            head.addWidget(self._state(row))
        note = ValueLabel()
        note.setText(breakable(row.note) or tr("Add a note"))
        note.setProperty("empty", not row.note)
        note.setAccessibleName(tr("Note: {text}", text=row.note or tr("empty")))
        note.asked.connect(lambda: self._section.opened.open(row.row))
        column.addLayout(head)
        column.addWidget(note)
        return line

    def _state(self, row: ReferralRow) -> CalmCombo:
        section, combo = self._section, CalmCombo()
        self.states.append(combo)
        for title in STATES.values():
            combo.addItem(tr(title))
        known = list(STATES)
        if row.row.RefToStatus not in known:
            combo.addItem(typed(row.row.RefToStatus.value))
            known.append(row.row.RefToStatus)
        combo.setCurrentIndex(known.index(row.row.RefToStatus))
        combo.setAccessibleName(tr("Status of the referral to {name}", name=row.name))
        combo.setEnabled(not section.why_not)
        combo.setToolTip(section.why_not)

        def choose(at: int) -> None:
            combo.setCurrentIndex(known.index(row.row.RefToStatus))  # until the office has the new one
            if known[at] is not row.row.RefToStatus:
                section.set_state(row, known[at])

        combo.activated.connect(choose)
        return combo
