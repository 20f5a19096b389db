"""One upload as a row: where it is, in words and percent, and what can be done."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from app.api.sending import Sending
from app.api.status import BrokerStatus
from app.journal.entries import Entry, WriteState
from app.viewmodels.amounts import percent_text
from app.viewmodels.messages import sent_when
from app.viewmodels.translation import tr


@dataclass
class Upload:
    """One upload. It has an entry as soon as its content is sealed on this PC."""

    id: int
    pat_num: int
    name: str
    content: str = ""
    """The name under which its content is sealed."""
    entry: Entry | None = None
    task: asyncio.Task[None] | None = None
    problem: str = ""
    """Why it could not even be sealed."""
    is_canceled: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it is in Open Dental."""
        return self.entry is not None and self.entry.state is WriteState.DONE

    @property
    def is_over(self) -> bool:
        """Whether nothing happens to it any more."""
        return bool(self.problem) or (self.entry is not None and self.entry.state.settled)


class UploadRow(Struct, frozen=True):
    """Ready to be shown. `tone`: "good", "pending", "alert" or empty."""

    id: int
    name: str
    words: str
    tone: str = ""
    percent: int | None = None
    """How much of it has been sent; None: nothing is being sent."""
    can_cancel: bool = False
    can_retry: bool = False
    can_dismiss: bool = False


def row_of(upload: Upload, sending: Sending | None, status: BrokerStatus, *, waits: bool) -> UploadRow:
    """The row of an upload; `waits`: it is not sent until the office is back, or an earlier one is settled."""
    entry = upload.entry
    row = UploadRow(upload.id, upload.name, "")
    if upload.problem:
        return replace(row, words=upload.problem, tone="alert", can_dismiss=True)
    if entry is None:
        return replace(row, words=tr("Saving on this PC…"), tone="pending", can_cancel=True)
    if entry.state.settled:
        return _settled(upload, row, entry)
    if entry.state is WriteState.UNKNOWN:
        return replace(row, words=tr(entry.outcome), tone="pending")
    if waits:
        words = tr("Saved on this PC, not sent yet. {until}", until=sent_when(status))
        return replace(row, words=words, tone="pending", can_cancel=True)
    return _being_sent(upload, row, sending)


def _settled(upload: Upload, row: UploadRow, entry: Entry) -> UploadRow:
    if entry.state is WriteState.REFUSED:
        return replace(row, words=tr(entry.outcome), tone="alert", can_retry=True, can_dismiss=True)
    words = tr("Uploaded")
    if upload.is_canceled:
        words = tr("It was already saved when you canceled. Undo removes it (Ctrl+Z).")
    return replace(row, words=words, tone="good", can_dismiss=True)


def _being_sent(upload: Upload, row: UploadRow, sending: Sending | None) -> UploadRow:
    if upload.is_canceled:
        return replace(row, words=tr("Canceling…"), tone="pending")
    if sending is None:
        return replace(row, words=tr("Waiting for the file before it"), can_cancel=True)
    percent = sending.sent * 100 // sending.total if sending.total else 0
    words = (
        tr("Waiting for Open Dental…")
        if percent == 100
        else tr("Sending… {percent}", percent=percent_text(percent))
    )
    return replace(row, words=words, percent=percent, can_cancel=True)
