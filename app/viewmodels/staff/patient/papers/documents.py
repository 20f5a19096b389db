"""The Documents tab: the patient's documents by category, and adding files to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from app.core.text import msg
from app.services.scanning import ScanFailed
from app.services.writes.patients.document import MOST_BYTES
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.categories import Categories
from app.viewmodels.staff.patient.papers.commands import ADD, PASTE, SCAN, UPLOAD
from app.viewmodels.staff.patient.papers.document_details import DocumentDetails
from app.viewmodels.staff.patient.papers.document_rows import (
    COLUMNS,
    EMPTY,
    MEGABYTE,
    DocumentRow,
    document_rows,
)
from app.viewmodels.staff.patient.papers.filed import FiledPapers, FileSizes
from app.viewmodels.staff.patient.papers.staging import Staging
from app.viewmodels.staff.patient.papers.uploads import Uploads
from app.viewmodels.staff.patient.tabs import TabModel
from app.viewmodels.staff.patient_commands import OPEN_IN
from app.viewmodels.staff.screens import ScreenStatus
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict

NOTHING_CHOSEN = Verdict(ok=False, reason=msg("No file is chosen."))


class DocumentsModel(TabModel):
    """`changed`: other documents or another patient. `files_asked`, `paste_asked`: only the view can do it."""

    changed = Signal()
    files_asked = Signal()
    paste_asked = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.pat_num: int | None = None
        self.filed = FiledPapers(desk, self)
        self._sizes = FileSizes(desk, self)
        memory = desk.tables or ForgetfulMemory()
        self.table = TableViewModel(
            "documents",
            msg("Documents"),
            COLUMNS,
            lambda row: row.key,
            memory,
            self,
            empty=EMPTY,
        )
        self.categories = Categories(desk, self)
        self.staging = Staging(desk, self)
        self.uploads = Uploads(desk, self)
        self.details = DocumentDetails(desk, self.categories, self)
        self.asks_files = False
        """Whether the user is choosing files: another program may not select another patient meanwhile."""
        desk.patient.busy.append(lambda: self.asks_files)
        self.scanner = desk.parts.scanner()
        """What scans pages; None: this system can't, and nothing is offered."""
        self.add = self._command(ADD, _asking(self.files_asked.emit))
        self.paste = self._command(PASTE, _asking(self.paste_asked.emit))
        self.scan = self._command(SCAN, self._scan)
        self.upload = desk.command(UPLOAD, self._upload, self._may_upload)
        self.open_in = desk.commands[OPEN_IN.id]
        """Opens the patient's pictures and files in Open Dental."""
        self.table.opened.connect(lambda _row: self.open_in.run())
        for command in (self.add, self.paste, self.scan):
            command.refused.connect(desk.warn)
        for section in (self.filed, self._sizes):
            section.changed.connect(self._fill)
        self.staging.changed.connect(self.upload.refresh)

    @property
    def status(self) -> ScreenStatus:
        """The age of the list."""
        return ScreenStatus(self.filed.age)

    @property
    def name(self) -> str:
        """The patient, where it has to be said who gets a file; empty: the name is not known yet."""
        person = self._desk.chosen.person()
        return person.display if person is not None and person.last_name else ""

    @property
    def refused(self) -> str:
        """Why nothing can be uploaded, and what to do; empty: it can."""
        return typed(self._may().reason)

    @property
    def hint(self) -> str:
        """What the list can't show any more, else why nothing can be uploaded, else what can be."""
        return (
            self.filed.trouble
            or self.refused
            or tr("Any file up to {n} MB: PDF, pictures, Word and others.", n=MOST_BYTES // MEGABYTE)
        )

    def show(self, pat_num: int | None) -> None:
        """Show this patient's."""
        if pat_num != self.pat_num:
            self.details.select(None)
            self.uploads.forget_done()
        self.pat_num = pat_num
        self.filed.show(pat_num)
        self._sizes.show(pat_num)
        self.staging.show(pat_num)
        if pat_num is not None:
            self.categories.need()
        for command in (self.add, self.paste, self.scan, self.upload):
            command.refresh()
        self.changed.emit()

    async def run(self, command_id: str) -> None:
        """Ask for files."""
        if command_id == ADD.id:
            self.add.run()

    def refresh(self) -> None:
        """Read the list again."""
        self.filed.read_again()
        self.categories.need()

    def close(self) -> None:
        """The desk was closed."""
        self.filed.close()
        self._sizes.close()
        self.uploads.close()

    def add_paths(self, paths: Iterable[Path], pat_num: int | None = None) -> None:
        """Choose files of this PC; `pat_num` None: for the shown patient."""
        if self._may().ok:
            self.staging.add_paths(paths, pat_num)
        else:
            self._desk.warn(self.refused)

    def add_picture(self, png: bytes) -> None:
        """Choose a picture of the clipboard; empty: there is none."""
        if not png:
            self._desk.warn(tr("There is no picture or file to paste. Copy one first."))
        elif not self._may().ok:
            self._desk.warn(self.refused)
        else:
            self.staging.add_content(png, ".png", tr("Pasted picture"))

    def select(self, row: DocumentRow | None) -> None:
        """Show the details of a document."""
        self.details.select(row)

    def _command(self, spec: CommandSpec, work: Callable[..., Any]) -> AsyncCommand:
        return self._desk.command(spec, work, self._may)

    def _may(self) -> Verdict:
        if self.pat_num is None:
            return NOTHING_CHOSEN
        client = self._desk.parts.client
        known = client.can(client.documents.upload)
        return Verdict(ok=known.ok, reason=known.reason)

    def _may_upload(self) -> Verdict:
        return self._may() if self.staging.ready else NOTHING_CHOSEN

    async def _scan(self) -> None:
        pat_num = self.pat_num
        try:
            page = await self.scanner.scan() if self.scanner is not None else None
        except ScanFailed as failed:
            self._desk.warn(tr(failed.words))
            return
        if page is not None and pat_num is not None:
            self.staging.add_content(page.content, page.extension, tr("Scan"), pat_num)

    async def _upload(self) -> None:
        person = self._desk.chosen.person()
        if person is not None and person.pat_num == self.pat_num:
            self.uploads.start(self.staging.take(), person, self.staging.category)

    def _fill(self) -> None:
        filed, sizes = self.filed.value, self._sizes.value or {}
        self.filed.show_in(
            self.table,
            lambda each: each.documents,
            lambda rows: document_rows(filed, rows, sizes) if filed else (),
        )
        if self.details.row is not None:
            key = self.details.row.key
            self.details.select(next((each for each in self.table.model.rows if each.key == key), None))
        self.status_changed.emit()


def _asking(ask: Callable[[], None]) -> Callable[[], Any]:
    """The work of a command that the view does."""

    async def work() -> None:
        ask()

    return work
