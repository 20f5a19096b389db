"""Uploads under way, of all patients: sealed on this PC first, then sent one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.writes.contents import CONTENT
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.document import MOST_BYTES, UPLOAD, NewDocument
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.staging import StagedFile
from app.viewmodels.staff.patient.papers.upload_rows import Upload, UploadRow, row_of
from app.viewmodels.translation import tr

NOT_READ = msg("This file can't be read any more. Check that it is still there and that you may open it.")


class Uploads(QObject):
    """`changed`: rows appeared, went, or are in another state. `progressed`: more of this row's file was sent."""

    changed = Signal()
    progressed = Signal(int)

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._numbers = count(1)
        self._uploads: dict[int, Upload] = {}
        self._times: dict[int, datetime] = {}
        self._sealing = asyncio.Lock()
        parts = desk.parts
        for entry in parts.journal.unsettled():
            self._follow(entry)
        self._unwatch = (
            parts.journal.watch(self._follow),
            parts.outbox.callers.watch(self._follow),
            parts.outbox.sendings.watch(self._on_sent),
        )

    def rows(self, pat_num: int | None) -> tuple[UploadRow, ...]:
        """Those of a patient, in the order in which they were chosen."""
        return tuple(self._row(each) for each in self._uploads.values() if each.pat_num == pat_num)

    def row(self, upload_id: int) -> UploadRow | None:
        """One of them."""
        upload = self._uploads.get(upload_id)
        return self._row(upload) if upload is not None else None

    def elsewhere(self, pat_num: int | None) -> int:
        """How many uploads of other patients are not settled."""
        return sum(each.pat_num != pat_num and not each.is_over for each in self._uploads.values())

    def close(self) -> None:
        """Stop following the journal. What is sealed is sent by the next run."""
        for unwatch in self._unwatch:
            unwatch()

    def start(self, files: Sequence[StagedFile], person: Person, category: int) -> None:
        """Upload files for this patient."""
        for file in files:
            upload = Upload(next(self._numbers), person.pat_num, file.description.strip() or file.name)
            self._uploads[upload.id] = upload
            new = NewDocument(
                person, b"", file.extension, upload.name, self._next_time(person.pat_num), category
            )
            upload.task = self._desk.parts.scope.start(self._upload(upload, new, file.source), "upload")
        self.changed.emit()

    def cancel(self, upload_id: int) -> None:
        """Send nothing more of it. What was sent already may be saved: that is looked up."""
        upload = self._uploads[upload_id]
        upload.is_canceled = True
        if upload.entry is not None:
            if not self._desk.parts.outbox.sendings.stop(upload.entry.id):
                papers = self._desk.parts.patient_writes().papers
                self._desk.outcomes.start(papers.cancel_upload(upload.entry), "cancel")
        elif upload.task is not None:
            upload.task.cancel()
            del self._uploads[upload_id]
        self.changed.emit()

    def retry(self, upload_id: int) -> None:
        """Upload a refused one again, for the same patient and with the same content."""
        upload = self._uploads[upload_id]
        upload.is_canceled = False
        if upload.entry is not None:
            self._desk.outcomes.retry(upload.entry)

    def dismiss(self, upload_id: int) -> None:
        """Forget one that is over."""
        upload = self._uploads.pop(upload_id)
        if upload.entry is not None and upload.entry.state is WriteState.REFUSED:
            self._desk.parts.writes.dismiss(upload.entry)
        self.changed.emit()

    def forget_done(self) -> None:
        """Forget those that are in Open Dental now."""
        done = [key for key, each in self._uploads.items() if each.is_done]
        for key in done:
            del self._uploads[key]
        if done:
            self.changed.emit()

    # --- inside --------------------------------------------------------------------------------------------

    async def _upload(self, upload: Upload, new: NewDocument, source: Path | bytes) -> None:
        papers = self._desk.parts.patient_writes().papers
        try:
            async with self._sealing:  # one file in memory at a time
                content = source if isinstance(source, bytes) else await asyncio.to_thread(_read, source)
                intent = await papers.seal(
                    NewDocument(new.person, content, new.extension, new.description, new.at, new.category)
                )
                del content
        except OSError:
            self._fail(upload, tr(NOT_READ))
        except (CannotWrite, LocalStoreError) as error:
            self._fail(upload, explain(error).sentence)
        else:
            upload.content = intent.context[CONTENT]
            await self._desk.outcomes.tell(papers.send_sealed(intent))

    def _fail(self, upload: Upload, words: str) -> None:
        upload.problem = words
        self.changed.emit()

    def _next_time(self, pat_num: int) -> datetime:
        """A time that no other upload of this patient has: to the second, it tells two documents apart."""
        now = self._desk.now().replace(microsecond=0)
        last = self._times.get(pat_num)
        self._times[pat_num] = at = now if last is None or last < now else last + timedelta(seconds=1)
        return at

    def _follow(self, entry: Entry) -> None:
        if entry.intent.kind != UPLOAD.kind or entry.intent.undo_of is not None:
            return
        upload = self._of(entry)
        if upload is None:
            if entry.state.settled:
                return
            name = str(entry.intent.arguments.get("Description", ""))
            upload = Upload(next(self._numbers), int(entry.intent.arguments["PatNum"]), name)
            upload.content = entry.intent.context[CONTENT]
            self._uploads[upload.id] = upload
        if upload.entry is not None and entry.id < upload.entry.id:
            return  # it was tried again
        upload.entry = entry
        if upload.is_canceled and entry.state is WriteState.REFUSED and not entry.dismissed:
            self._desk.outcomes.hide_refusal(entry.id)
            self._desk.notices.say(tr("Canceled: {file}. Nothing was saved.", file=upload.name))
            self._desk.parts.writes.dismiss(entry)
        elif entry.dismissed or (upload.is_done and not upload.is_canceled):
            del self._uploads[upload.id]  # the table has it, and the notice has its undo
        self.changed.emit()

    def _of(self, entry: Entry) -> Upload | None:
        name = entry.intent.context.get(CONTENT)
        return next((each for each in self._uploads.values() if each.content == name), None)

    def _on_sent(self, entry_id: int) -> None:
        for upload in self._uploads.values():
            if upload.entry is not None and upload.entry.id == entry_id:
                self.progressed.emit(upload.id)

    def _row(self, upload: Upload) -> UploadRow:
        outbox, entry = self._desk.parts.outbox, upload.entry
        if entry is None:
            return row_of(upload, None, self._desk.parts.client.status, waits=False)
        waits = outbox.callers.waits(entry)
        return row_of(upload, outbox.sendings.of(entry.id), self._desk.parts.client.status, waits=waits)


def _read(path: Path) -> bytes:
    """A file's content; one byte more than the most, if it has grown since it was chosen."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
