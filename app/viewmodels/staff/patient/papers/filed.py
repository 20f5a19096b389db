"""What both tabs read: everything filed with the patient, in the same request as the sections of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.api.need import Need
from app.services.patients.parts.file_sizes import FileSizesReader, Sizes
from app.services.patients.parts.filed import Filed, FiledReader
from app.store.patients.parts import Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr


class FileSizes(Section[Sizes]):
    """The sizes of files, read behind everything else."""

    reader = FileSizesReader
    need = Need.PREFETCH


class FiledPapers(Section[Filed]):
    """The part, as a tab follows it."""

    reader = FiledReader

    @property
    def trouble(self) -> str:
        """Why what is shown could not be read again; empty: it could."""
        return self.note if self.value is not None else ""

    def show_in(
        self, table: TableViewModel, group: Callable[[Filed], Any], rows: Callable[[Any], Any]
    ) -> None:
        """Show one group in a table, or why there is none: it is loading, or the key lacks a permission."""
        found = group(self.value) if self.value is not None else self.state
        if isinstance(found, Unread):
            table.show_rows(())
            table.show_words(tr("Loading…"))
        elif isinstance(found, Refused):
            message = explain(found.why)
            table.show_rows(())
            table.show_words(
                " ".join(part for part in (message.title, message.action) if part), message.details
            )
        else:
            table.show_rows(rows(found))
