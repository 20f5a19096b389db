"""Appends to an appointment's note."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from itertools import pairwise

from app.api.errors import NotFound
from app.core.text import msg
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.reading import tidy
from app.services.writes.schedule.appointment import AppointmentChange, subject_of
from app.services.writes.schedule.restore import put_back
from app.services.writes.words import ASK_CHANGED, ASK_GONE, DONE_SINCE_CHANGED, NOT_SHOWN
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointments


class Found(Enum):
    """Whether a text was added to a note, judged from two versions of the note."""

    YES = auto()
    NO = auto()
    UNSURE = auto()
    """Inconclusive: its words are there, but others may have written them; or the whole note was rewritten."""


class AppendNote(AppointmentChange):
    """It can be added whatever the note holds, so there is no conflict; it is proved by comparing the notes."""

    signs = "Note"

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Record the current note."""
        return Checked(Check.CLEAR, await self.read(office, intent))

    def judge(self, intent: Intent, row: Wire) -> ReadBack:
        """Not done only if the text is not in the note at all; otherwise the office's success counts."""
        text, now = tidy(intent.arguments["Note"]), tidy(row["Note"])
        return ReadBack(Proof.DONE, row) if text in now else ReadBack(Proof.UNCLEAR, row, NOT_SHOWN)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when the note has these lines added after the earlier text."""
        try:
            row = await self.read(office, entry.intent)
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        text, before = entry.intent.arguments["Note"], (entry.seen or {}).get("Note", "")
        match added(before, row["Note"], text):
            case Found.YES:
                return ReadBack(Proof.DONE, row)
            case Found.NO:
                return ReadBack(Proof.NOT_DONE, row)
        notes = _versions(before, await self.kept(office, entry))
        if any(added(one, other, text) is Found.YES for one, other in pairwise(notes)):
            return ReadBack(Proof.DONE, row, DONE_SINCE_CHANGED)
        if tidy(notes[-1]) == tidy(
            row["Note"]
        ):  # every change since the check is known, and none of them is ours
            return ReadBack(Proof.NOT_DONE, row)
        return ReadBack(Proof.UNCLEAR, row, ASK_CHANGED)

    def changes(self, intent: Intent) -> frozenset[str]:
        """The note."""
        return frozenset({"Note"})

    def undo(self, entry: Entry) -> Intent | None:
        """Restore the old note."""
        return put_back(entry, ("Note",))

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The row with the text appended to its note."""
        note = "\r\n".join(part for part in (row["Note"], intent.arguments["Note"]) if part)
        return {**row, "Note": note}


APPEND_NOTE = AppendNote("note", Appointments.append_note, msg("Note not added"))


def note_intent(visit: Visit, text: str) -> Intent:
    """Append to an appointment's note."""
    return APPEND_NOTE.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, "Note": text},
        words=msg("Note added for {name}", name=visit.name),
        whose=visit.name,
    )


def added(before: str, now: str, text: str) -> Found:
    """Whether `text` was added to a note as lines of its own.

    Most answers have spaces in place of line breaks. In that case only a note that gained exactly these words
    was certainly changed by us: a longer addition may be another user's sentence containing them.
    """
    if tidy(before) == tidy(now):
        return Found.NO
    if "\n" in now.strip() or "\r" in now.strip():
        return _added_lines(_lines(before), _lines(now), _lines(text))
    old, new, ours = tidy(before).split(), tidy(now).split(), tidy(text).split()
    if new[: len(old)] != old:
        return Found.UNSURE
    rest = new[len(old) :]
    if rest == ours:
        return Found.YES
    return Found.UNSURE if _has_run(rest, ours) else Found.NO


def _added_lines(old: list[str], new: list[str], ours: list[str]) -> Found:
    if new[: len(old)] != old:
        return Found.UNSURE
    return Found.YES if _has_run(new[len(old) :], ours) else Found.NO


def _has_run(parts: list[str], run: list[str]) -> bool:
    return any(parts[at : at + len(run)] == run for at in range(len(parts) - len(run) + 1))


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := tidy(each))]


def _versions(before: str, copies: Iterable[Wire]) -> list[str]:
    """The note's versions, without consecutive duplicates."""
    notes = [before]
    for copy in copies:
        if tidy(copy["Note"]) != tidy(notes[-1]):
            notes.append(copy["Note"])
    return notes
