"""The patient's latest forms and documents, those to be filled in or signed first: did you get what I sent?"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.core.text import NO_TEXT, At, Shape, Words
from app.services.patients.parts.filed import Filed, FiledReader
from app.store.patients.parts import Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.commands import NEW_FORM
from app.viewmodels.staff.patient.papers.document_rows import document_rows
from app.viewmodels.staff.patient.papers.form_rows import form_rows, is_due
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr, typed

MOST = 5
"""How many are shown; the tabs have all."""
FORMS, DOCUMENTS = "patient.forms", "patient.documents"
"""The commands that show the tabs."""


class PaperRow(Struct, frozen=True):
    """One form or document. `command` opens the tab that has it."""

    when: str
    title: str
    state: str
    tone: str
    command: str


class PapersSection(Section[Filed]):
    """`rows` are those that are shown, `more` how many others there are."""

    reader = FiledReader

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.action = desk.commands[NEW_FORM.id]
        self.rows: tuple[PaperRow, ...] = ()
        self.more = 0

    @property
    def note(self) -> str:
        """Also what of it could not be read."""
        if super().note or self.value is None:
            return super().note
        groups = (self.value.sheets, self.value.documents)
        refused = next((group for group in groups if isinstance(group, Refused)), None)
        if refused is None:
            return tr("Loading…") if any(isinstance(group, Unread) for group in groups) else ""
        message = explain(refused.why)
        return " ".join(part for part in (message.title, message.action) if part)

    def open(self, row: PaperRow) -> None:
        """Show the tab that has it."""
        self.desk.commands[row.command].run()

    def _fill(self, value: Filed) -> None:
        found = [*_forms(value), *_documents(value)]
        found.sort(key=lambda each: (each[0], str(each[1] or "")), reverse=True)
        self.rows = tuple(row for _, _, row in found[:MOST])
        self.more = max(len(found) - MOST, 0)


Found = tuple[bool, datetime | None, PaperRow]
"""Whether it is due, its date, and how it is shown."""


def _forms(filed: Filed) -> list[Found]:
    if isinstance(filed.sheets, Unread | Refused):
        return []
    return [
        (is_due(row), row.created, _row(row.created, row.title, row.state, FORMS, due=is_due(row)))
        for row in form_rows(filed, filed.sheets)
    ]


def _documents(filed: Filed) -> list[Found]:
    if isinstance(filed.documents, Unread | Refused):
        return []
    return [
        (False, row.created, _row(row.created, row.description or row.category, row.category, DOCUMENTS))
        for row in document_rows(filed, filed.documents)
    ]


def _row(created: datetime | None, title: str, state: Words, command: str, *, due: bool = False) -> PaperRow:
    day = tr(At(created, Shape.DATE)) if created is not None else tr(NO_TEXT)
    return PaperRow(day, title, typed(state), "money" if due else "second", command)
