"""One plan of the patient: who pays, what is left, when it was verified, and its fields on request."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.insurance.cards import NO_BREAK, FigureRow, PlanCard, VerifiedLine
from app.viewmodels.staff.patient.sections.insurance.section import InsuranceSection
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict
from app.views.staff.frame.strip_who import open_link
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.hairline import hairline
from app.views.widgets.inline.field import InlineField
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.links import LinkButton

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WIDE = "10,000.00"
LEFT_OVER = 4
"""The column of what remains."""


class PlanView(QWidget):
    """A card that keeps its widgets, and with them the focus, while its texts change."""

    def __init__(self, section: InsuranceSection, theme: Theme, card: PlanCard) -> None:
        super().__init__()
        self._section = section
        self._fonts = theme.fonts
        self.card = card
        self.fields: dict[str, InlineField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.line = hairline()
        """Between this plan and what is above it."""
        column.addWidget(self.line)
        column.addLayout(self._make_head())
        column.addWidget(self._state)
        self._about = plain_label(kind="second", wrap=True)
        self._phone = LinkButton("", lambda: open_link(self.card.call))
        column.addWidget(self._about)
        column.addWidget(self._phone, 0, LEFT)
        self._figures = FigureTable(theme)
        self._shares = plain_label(kind="second", wrap=True)
        self._note = plain_label(wrap=True)
        for part in (self._figures, self._shares, self._note):
            column.addWidget(part)
        column.addLayout(self._make_verified())
        self._panel = QWidget()
        self._panel_column = QVBoxLayout(self._panel)
        self._panel_column.setContentsMargins(0, 4, 0, 4)
        self._panel_column.setSpacing(0)
        shared = tr("Group, carrier phone and notes are shared with everyone on this plan.")
        self._panel_column.addWidget(plain_label(shared, kind="faint", wrap=True))
        self._replace = LinkButton(tr("Change plan"), lambda: section.actions.replace_plan(self.card))
        self._panel_column.addWidget(self._replace, 0, LEFT)
        column.addWidget(self._panel)
        self.show_card(card)

    def show_card(self, card: PlanCard) -> None:
        """Show a plan as it is now."""
        self.card = card
        actions = self._section.actions
        self._order.setText(card.order)
        self._carrier.setText(card.carrier)
        _show_text(self._state, card.state)
        self._about.setText(breakable(" · ".join(filter(None, (card.group, card.holder)))))
        self._phone.setText(card.phone)
        self._phone.name(tr("Call {carrier}, {phone}", carrier=card.carrier, phone=card.phone))
        self._phone.setVisible(bool(card.phone))
        self._figures.fill(card.figures, card.figures_note)
        _show_text(self._shares, " · ".join(f"{percent}{NO_BREAK}{names}" for percent, names in card.shares))
        _show_text(self._note, breakable(card.note))
        for line, (words, button) in zip((card.eligibility, card.benefits), self._verified, strict=True):
            self._show_verified(line, words, button)
        is_open = self._section.open_plan == card.pat_plan_num
        self._edit.setText(tr("Done", "close the fields") if is_open else tr("Edit"))
        self._edit.name(tr("Edit {plan}", plan=card.name))
        self._up.name(tr("Move up {plan}", plan=card.name))
        self._up.judge(actions.may_order())
        self._up.setVisible(card.ordinal > 1)
        self._end.name(tr("End {plan}", plan=card.name))
        self._end.judge(actions.may_end())
        self._replace.name(tr("Change the plan of {plan}", plan=card.name))
        self._replace.judge(actions.may_replace())
        self._show_fields(is_open)
        self.setAccessibleName(card.name)

    def _make_head(self) -> QHBoxLayout:
        section = self._section
        row = QHBoxLayout()
        row.setSpacing(8)
        self._order = plain_label(kind="second")
        self._carrier = ElidedLabel()
        self._carrier.setFont(self._fonts.strong)
        self._state = plain_label(kind="alert")
        self._up = LinkButton(tr("Move up"), lambda: section.actions.move_up(self.card))
        self._edit = LinkButton(tr("Edit"), lambda: section.toggle(self.card.pat_plan_num))
        self._end = LinkButton(tr("End", "end a coverage"), lambda: section.actions.end(self.card))
        row.addWidget(self._order)
        row.addWidget(self._carrier, 1)
        for button in (self._up, self._edit, self._end):
            row.addWidget(button)
        return row

    def _make_verified(self) -> QGridLayout:
        actions = self._section.actions
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        self._verified: list[tuple[QLabel, LinkButton]] = []
        for line, do in enumerate((actions.verify_eligibility, actions.verify_benefits)):
            words = plain_label(kind="second")
            button = LinkButton(tr("Verify"), lambda do=do: do(self.card))  # type: ignore[misc] # bound now
            grid.addWidget(words, line, 0)
            grid.addWidget(button, line, 1)
            self._verified.append((words, button))
        return grid

    def _show_verified(self, line: VerifiedLine, words: QLabel, button: LinkButton) -> None:
        words.setText(f"{line.label} {line.words}")
        button.name(tr("Verify {what} of {plan}", what=line.label.lower(), plan=self.card.name))
        today = Verdict(ok=False, reason=tr("It was verified today."))
        button.judge(today if line.is_today else self._section.actions.may_verify())

    def _show_fields(self, shown: bool) -> None:
        if shown and not self.fields:
            for name, edit in self._section.fields.edits.items():
                field = self.fields[name] = InlineField(edit)
                self._panel_column.insertWidget(self._panel_column.count() - 2, field)
        for name, field in self.fields.items():
            field.setVisible(self._section.fields.has(name))
        self._panel.setVisible(shown)


class FigureTable(QWidget):
    """The yearly amounts: a row each, money right-aligned."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[FigureRow, ...], str] | None = None
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        widest = QFontMetrics(theme.fonts.figures).horizontalAdvance(WIDE)
        for column in range(1, LEFT_OVER + 1):  # the same in all cards
            self._grid.setColumnMinimumWidth(column, widest)

    def fill(self, rows: tuple[FigureRow, ...], note: str) -> None:
        """Show these rows below a line that says for which year they are; the same ones stay as they are."""
        if (rows, note) == self._shown:
            return
        self._shown = (rows, note)
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        self._put(plain_label(note, kind="faint", wrap=not rows), 0, 0)
        titles = (tr("Limit"), tr("Used"), tr("Pending"), tr("Remaining"))
        for column, words in enumerate(titles if rows else (), 1):
            self._put(plain_label(words, kind="faint"), 0, column)
        for line, row in enumerate(rows, 1):
            label = plain_label(row.label)
            label.setAccessibleName(row.spoken)
            self._put(label, line, 0)
            for column, text in enumerate((row.limit, row.used, row.pending, row.left), 1):
                value = plain_label(text, kind=row.tone if column == LEFT_OVER else "")
                value.setFont(self._theme.fonts.figures)
                self._put(value, line, column)

    def _put(self, label: QLabel, line: int, column: int) -> None:
        self._labels.append(label)
        self._grid.addWidget(label, line, column, RIGHT if column else LEFT)
        label.show()  # a layout ignores widgets that are not shown yet


def _show_text(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
