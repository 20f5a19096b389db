"""The patient's recalls: two lines each, with Book and Edit; the fields of one on request."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.recall_rows import RecallChoice, RecallRow
from app.viewmodels.staff.patient.sections.recalls import RecallsSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.inline.field import InlineField
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.links import LinkButton


class RecallsBody(SectionBody):
    """A line keeps its widgets, and with them the focus, while its recall changes."""

    def __init__(self, section: RecallsSection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._theme = theme
        self.lines: dict[int, RecallLine] = {}
        """By RecallNum."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._offers: list[LinkButton] = []
        """The buttons that add a type."""
        self._offer_box = offers = QWidget()
        self._offered: tuple[RecallChoice, ...] | None = None
        self._offer_rows = QVBoxLayout(offers)
        self._offer_rows.setContentsMargins(0, 0, 0, 0)
        self._offer_rows.setSpacing(0)
        self._none = plain_label(tr("No recalls yet."), kind="second")
        self._column.addWidget(offers)
        self._column.addWidget(self._none)

    def fill(self) -> None:
        """Show the recalls in their order."""
        rows = self._section.rows
        for number in [number for number in self.lines if number not in {row.recall_num for row in rows}]:
            self._drop(self.lines.pop(number))
        for at, row in enumerate(rows):
            if (line := self.lines.get(row.recall_num)) is None:
                line = self.lines[row.recall_num] = RecallLine(self._section, self._theme, row)
            if self._column.indexOf(line) != at + 2:
                self._column.insertWidget(at + 2, line)
            line.show_row(row)
            line.show()
        self._none.setVisible(not rows)
        self._show_offers(self._section.choices if self._section.adding else ())

    def _show_offers(self, choices: tuple[RecallChoice, ...]) -> None:
        if choices == self._offered:
            return
        self._offered = choices
        for old in self._offers:
            self._drop(old)
        self._offers = [self._offer(choice) for choice in choices]
        for button in self._offers:
            self._offer_rows.addWidget(button)
        self._offer_box.setVisible(bool(choices))
        if self._offers:
            self._offers[0].setFocus()

    def _drop(self, widget: QWidget) -> None:
        widget.hide()
        widget.deleteLater()

    def _offer(self, choice: RecallChoice) -> LinkButton:
        words = tr("Add {kind}", kind=choice.text)
        return LinkButton(words, lambda: self._section.add(choice))


class RecallLine(QWidget):
    """One recall."""

    def __init__(self, section: RecallsSection, theme: Theme, row: RecallRow) -> None:
        super().__init__()
        self._section = section
        self.row = row
        self.fields: dict[str, InlineField] = {}
        self._kind = ElidedLabel()
        self._kind.setFont(theme.fonts.strong)
        self._due = plain_label()
        self._due.setFont(theme.fonts.figures)
        self._details, self._note = plain_label(kind="second", wrap=True), plain_label(wrap=True)
        self._book = LinkButton(tr("Book"), lambda: section.book(self.row.recall_num))
        self._edit = LinkButton(tr("Edit"), lambda: section.toggle(self.row.recall_num))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind, 1)
        head.addWidget(self._book)
        head.addWidget(self._edit)
        column.addLayout(head)
        for label in (self._due, self._details, self._note):
            column.addWidget(label)
        self._panel = QVBoxLayout()
        self._panel.setSpacing(0)
        column.addLayout(self._panel)

    def show_row(self, row: RecallRow) -> None:
        """Show a recall as it is now."""
        self.row = row
        self._kind.setText(row.kind)
        self._due.setText(row.due)
        if self._due.property("kind") != row.tone:
            self._due.setProperty("kind", row.tone)
            self._due.style().unpolish(self._due)
            self._due.style().polish(self._due)
        self._details.setText(row.details)
        self._note.setText(breakable(row.note))
        self._note.setVisible(bool(row.note))
        self.setAccessibleName(row.spoken)
        is_open = self._section.open_row == row.recall_num
        self._edit.setText(tr("Done", "close the fields") if is_open else tr("Edit"))
        self._edit.name(tr("Edit {kind}", kind=row.kind))
        self._book.name(tr("Book {kind}", kind=row.kind))
        self._book.judge(self._section.actions.may_book())
        self._book.setVisible(row.can_book)
        self._show_fields(shown=is_open)

    def _show_fields(self, *, shown: bool) -> None:
        if shown and not self.fields:
            for name, edit in self._section.fields.edits.items():
                self.fields[name] = InlineField(edit)
                self._panel.addWidget(self.fields[name])
        for field in self.fields.values():
            field.setVisible(shown)
