"""How each kind of write of the schedule is checked before it goes, and read back when its answer never came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from app.api.errors import ApiError, NotFound, NotSent
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack, WriteKind
from app.services.writes.attach_kind import ATTACH, AttachKind, ProcedureReader
from app.services.writes.write_kinds_reading import (
    VisitReader,
    in_the_way,
    moment,
    row_of,
    shows,
    tidy,
)
from app.services.writes.write_kinds_words import (
    ASK_BOOKED,
    ASK_CHANGED,
    ASK_GONE,
    BOOKED_ALREADY,
    DONE_SINCE_CHANGED,
    conflict_words,
    taken_words,
)
from app.wire.endpoint import Sender
from app.wire.resources.appointments import ApptStatus

BESIDE = "beside"
"""In an intent's context: the appointments that were seen in the chair at that time. Left out: nobody looked."""
BLIND = "blind"
"""In it as well: the day was not in memory, so the chair was taken for free."""
LEFT = "left"
"""The same for the place that the appointment leaves, for the undo."""


def write_kinds(sender: Sender) -> Mapping[str, WriteKind]:
    """Every kind of write of the schedule, by the name that intents bear."""
    reader = VisitReader(sender)
    change = ChangeKind(reader)
    place = PlaceKind(reader)
    procedures = ProcedureReader(sender)
    return {
        "move": place,
        "resize": place,
        "stage": change,
        "break": BreakingKind(reader, procedures),
        ATTACH: AttachKind(reader, procedures),
        "restore": place,
        "note": NoteKind(reader),
        "book": BookKind(reader),
    }


class ChangeKind:
    """A change of one appointment's fields: its guard is what was seen, its proof what was wanted."""

    def __init__(self, reader: VisitReader) -> None:
        self._reader = reader

    async def check(self, intent: Intent) -> Checked:
        """Read the row again: send only when it is as it was seen."""
        return self._compare(intent, await self._reader.visit(_apt_num(intent)))

    async def result(self, intent: Intent, answer: Any) -> Wire | None:
        """The answered row; most methods answer nothing, then it is read."""
        return row_of(answer) or await self._reader.visit(_apt_num(intent))

    async def read_back(self, entry: Entry) -> ReadBack:
        """Done when the row shows what was wanted; not done when it is as just before sending."""
        try:
            row = await self._reader.visit(_apt_num(entry.intent))
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        after, seen = entry.intent.after, entry.seen or entry.intent.before
        if shows(row, after):
            return ReadBack(Proof.DONE, row)
        if shows(row, {name: seen.get(name) for name in after}):
            return ReadBack(Proof.NOT_DONE, row)
        return await self._by_history(entry, row)

    def _compare(self, intent: Intent, row: Wire) -> Checked:
        if shows(row, intent.after):
            return Checked(Check.ALREADY, row)
        if not shows(row, intent.before):
            return Checked(Check.CONFLICT, row, conflict_words(intent.before, row))
        return Checked(Check.CLEAR, row)

    async def _by_history(self, entry: Entry, row: Wire) -> ReadBack:
        """Neither version is there: perhaps ours was, until someone changed it again."""
        since = (entry.seen or {}).get("serverDateTime", "")
        try:
            copies = await self._reader.history(entry.intent.arguments["AptNum"], since)
        except NotSent:
            raise
        except ApiError:  # an office from before 23.1.30 keeps no history for us
            copies = []
        if any(shows(copy, entry.intent.after) for copy in copies):
            return ReadBack(Proof.DONE, row, DONE_SINCE_CHANGED)
        return ReadBack(Proof.UNCLEAR, row, ASK_CHANGED)


class BreakingKind(ChangeKind):
    """Breaking a visit. Some offices take its procedures off it then: what was on it is remembered for the undo."""

    def __init__(self, reader: VisitReader, procedures: ProcedureReader) -> None:
        super().__init__(reader)
        self._procedures = procedures

    async def check(self, intent: Intent) -> Checked:
        """As any change, and note what is on the appointment."""
        checked = await super().check(intent)
        if checked.verdict is not Check.CLEAR or checked.row is None:
            return checked
        return replace(checked, row={**checked.row, **await self._procedures.on(checked.row)})

    async def result(self, intent: Intent, answer: Any) -> Wire | None:
        """The row, and what is still on the appointment where that can be read just now."""
        row = await super().result(intent, answer)
        if row is None:
            return None
        try:
            return {**row, **await self._procedures.on(row)}
        except ApiError:
            return row


class PlaceKind(ChangeKind):
    """A change of an appointment's time, chair or length: it must also not run into someone who came there since."""

    async def check(self, intent: Intent) -> Checked:
        """Read the row and what stands beside it; on the same day that is one request."""
        if BESIDE not in intent.context:
            return await super().check(intent)
        apt_num, wanted = _apt_num(intent), {**intent.before, **intent.after}
        own = None if "AptDateTime" in wanted else await self._reader.visit(apt_num)
        start = moment((own or wanted)["AptDateTime"])
        rows = await self._reader.day(start.date())
        own = own or next((row for row in rows if row["AptNum"] == apt_num), None)
        if own is None:
            own = await self._reader.visit(apt_num)
        checked = self._compare(intent, own)
        if checked.verdict is not Check.CLEAR:
            return checked
        will_be = {**own, **intent.after}
        others = in_the_way(rows, will_be["Op"], start, will_be["Pattern"])
        return _taken(others, {apt_num, *intent.context[BESIDE]}, intent) or checked


class NoteKind(ChangeKind):
    """An addition to the note: it can be made whatever stands there, and is found by counting."""

    async def check(self, intent: Intent) -> Checked:
        """Remember the note as it is now."""
        return Checked(Check.CLEAR, await self._reader.visit(_apt_num(intent)))

    async def read_back(self, entry: Entry) -> ReadBack:
        """Done when the text stands in the note once more than before."""
        try:
            row = await self._reader.visit(_apt_num(entry.intent))
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        text, now = tidy(entry.intent.arguments["Note"]), tidy(row["Note"])
        before = tidy((entry.seen or {}).get("Note", ""))
        if now.count(text) > before.count(text):
            return ReadBack(Proof.DONE, row)
        if now == before:
            return ReadBack(Proof.NOT_DONE, row)
        return ReadBack(Proof.UNCLEAR, row, ASK_CHANGED)


class BookKind:
    """A new appointment, without a number yet: it is told by the patient's appointments that were there before."""

    def __init__(self, reader: VisitReader) -> None:
        self._reader = reader

    async def check(self, intent: Intent) -> Checked:
        """Look that the patient is not booked there already, and that the chair is as it was seen."""
        wanted = intent.arguments
        own = await self._reader.of_patient(wanted["PatNum"])
        if same := [row for row in own if _is_booked(row, wanted)]:
            return Checked(Check.CONFLICT, same[0], BOOKED_ALREADY)
        if BESIDE in intent.context:
            start = moment(wanted["AptDateTime"])
            rows = await self._reader.day(start.date())
            others = in_the_way(rows, wanted["Op"], start, wanted["Pattern"])
            if taken := _taken(others, set(intent.context[BESIDE]), intent):
                return taken
        return Checked(Check.CLEAR, {"AptNums": [row["AptNum"] for row in own]})

    async def result(self, intent: Intent, answer: Any) -> Wire | None:
        """The answered row; with the number alone, it is read; without even that, it is looked for."""
        if (row := row_of(answer)) is not None:
            return row
        if isinstance(answer, dict) and answer.get("AptNum"):
            return await self._reader.visit(int(answer["AptNum"]))
        own = await self._reader.of_patient(intent.arguments["PatNum"])
        return next((row for row in reversed(own) if _is_booked(row, intent.arguments)), None)

    async def read_back(self, entry: Entry) -> ReadBack:
        """Done when the patient has a new appointment there; not done when there is no new one at all."""
        known = set((entry.seen or {}).get("AptNums", ()))
        own = await self._reader.of_patient(entry.intent.arguments["PatNum"])
        new = [row for row in own if row["AptNum"] not in known]
        if same := [row for row in new if _is_booked(row, entry.intent.arguments)]:
            return ReadBack(Proof.DONE, same[0])
        if new:
            return ReadBack(Proof.UNCLEAR, words=ASK_BOOKED)
        return ReadBack(Proof.NOT_DONE)


def _apt_num(intent: Intent) -> int:
    return int(intent.arguments["AptNum"])


def _is_booked(row: Wire, wanted: Wire) -> bool:
    place = {name: wanted[name] for name in ("AptDateTime", "Op")}
    return shows(row, {**place, "AptStatus": ApptStatus.SCHEDULED.value})


def _taken(others: list[Wire], known: set[int], intent: Intent) -> Checked | None:
    """The conflict with an appointment in the chair that nobody had seen there; None when there is none."""
    newcomer = next((row for row in others if row["AptNum"] not in known), None)
    if newcomer is None:
        return None
    words = taken_words(newcomer, seen=not intent.context.get(BLIND, False))
    return Checked(Check.CONFLICT, newcomer, words)
