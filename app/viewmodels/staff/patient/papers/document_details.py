"""The selected document: its description and category are edited where they are shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.journal.entries import Entry
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel
from app.viewmodels.inline.kinds import ChoiceKind, TextKind
from app.viewmodels.inline.results import Save, SaveResult
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.categories import Categories
from app.viewmodels.staff.patient.papers.document_rows import DocumentRow, size_text
from app.viewmodels.staff.patient.saving import Saving, unsettled
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr, typed

MOUNT = msg("A mount can't be changed from here. Open it in Open Dental.")
LONGEST = 255
DESCRIPTION = "Description"  # words: a field's name


class DocumentDetails(QObject):
    """`changed`: another document is selected, or it was read again. `fields_changed`: it is edited in other fields."""

    changed = Signal()
    fields_changed = Signal()

    def __init__(self, desk: DeskViewModel, categories: Categories, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._categories = categories
        self.row: DocumentRow | None = None
        """The selected one."""
        self.edits: dict[str, InlineEditViewModel] = {}
        """By the name of the field."""
        categories.changed.connect(self._make)
        self._make()

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What can't be edited: names and values."""
        if (row := self.row) is None:
            return ()
        lists = self._desk.parts.office.lists
        providers = {each.ProvNum: each.Abbr for each in lists.providers} if lists is not None else {}
        found = (
            (tr("Date"), date_text(row.created) if row.created is not None else ""),
            (tr("Type"), row.type),
            (tr("Size"), size_text(row.size)),
            (tr("Teeth"), row.row.ToothNumbers.replace(",", ", ")),
            (tr("Provider"), providers.get(row.row.ProvNum, "")),
            (tr("Note"), row.note),
        )
        return tuple((name, value) for name, value in found if value)

    def select(self, row: DocumentRow | None) -> None:
        """Show this one; None: none."""
        same = row is not None and self.row is not None and row.key == self.row.key
        if row == self.row:
            return
        if not same:
            for edit in self.edits.values():
                edit.commit()
        self.row = row
        self._fill(same=same)
        self.changed.emit()

    def _make(self) -> None:
        """The category is a choice as soon as the office's categories are known."""
        specs = [FieldSpec(DESCRIPTION, msg("Description"), TextKind(longest=LONGEST))]
        if self._categories.choices:
            specs.append(FieldSpec("DocCategory", msg("Category"), ChoiceKind(self._categories.choices)))
        parts = self._desk.parts
        for spec in specs:
            if spec.id not in self.edits:
                begin = _Beginner(self, spec.id)
                self.edits[spec.id] = InlineEditViewModel(spec, "", begin, parts.scope, parts.clock, self)
        self._fill(same=True)  # a description may be being typed
        self.fields_changed.emit()

    def _fill(self, *, same: bool) -> None:
        if self.row is None:
            return
        client = self._desk.parts.client
        why_not = tr(MOUNT) if self.row.row.MountNum else typed(client.can(client.documents.update).reason)
        for name, edit in self.edits.items():
            edit.why_not = why_not
            value, waiting = getattr(self.row.row, name), self._waiting(name, self.row)
            if not same:
                edit.start_over(value)
            elif waiting is None:
                edit.show_value(value)
            if waiting is not None:
                left = waiting.intent.after[name]
                edit.wait_for(waiting.id, left, self._saving(name, self.row).waiting(waiting, left))

    def begin(self, name: str) -> Save:
        """What saves a field of the selected document, with the row as it is seen now."""
        shown, desk = self.row, self._desk
        if shown is None:
            raise LookupError("no document is selected")
        person, row = desk.chosen.person(), shown.row
        if person is None or person.pat_num != row.PatNum:
            raise LookupError("the document's patient is not selected")
        papers = desk.parts.patient_writes().papers
        saving = self._saving(name, shown)

        async def save(value: Any) -> SaveResult:
            return await saving.save(papers.edit_document(person, row, {name: value}), value)

        return save

    def _saving(self, name: str, shown: DocumentRow) -> Saving:
        return Saving(
            self._desk, lambda wire: wire[name], lambda: self.row is not None and self.row.key == shown.key
        )

    def _waiting(self, name: str, shown: DocumentRow) -> Entry | None:
        """The last unsettled change of the document's field."""
        number = shown.row.DocNum
        return unsettled(
            self._desk, lambda intent: intent.arguments.get("DocNum") == number and name in intent.after
        )


class _Beginner:
    """Starts the editing of one field."""

    def __init__(self, details: DocumentDetails, name: str) -> None:
        self._details = details
        self._name = name

    def __call__(self) -> Save:
        return self._details.begin(self._name)
