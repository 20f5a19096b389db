"""Changes of an appointment's procedures, made together: one notice, one undo, and the length follows at the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial

from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import Text, join, many, msg
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.people.authority import NotAllowed
from app.services.visits.facts import VisitFacts
from app.services.visits.length import follows, new_clashes, pattern_by_procedures, type_of
from app.services.visits.office_rules import codes_in
from app.services.writes.details.appointment import SET_TYPE
from app.services.writes.details.detail_writes import DetailWrites
from app.services.writes.details.procedures import ADD_PROCEDURE, PLACE_PROCEDURE, changed_nothing
from app.services.writes.errors import CannotWrite
from app.store.lists import OfficeLists
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.codec import wire_row
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus

Send = Callable[[], Awaitable[Entry]]


class Step(Struct, frozen=True):
    """One change: the procedure's code for the notice (empty: the write's own sentence), and what sends it."""

    code: str
    send: Send


class Batch(Struct, frozen=True):
    """Changes of one appointment that belong together; `facts` are those before."""

    visit: Visit
    facts: VisitFacts
    steps: tuple[Step, ...]


class Batches:
    """Sends one batch after another. `visit_now` returns an appointment as the schedule has it now."""

    def __init__(
        self, desk: DeskViewModel, writes: DetailWrites, visit_now: Callable[[int], Visit | None]
    ) -> None:
        self._desk = desk
        self._writes = writes
        self._visit_now = visit_now

    async def run(self, batch: Batch) -> list[Entry]:
        """Send the steps of a batch in order. Returns their entries.

        Once one is refused the rest is left out, and the notice says what.
        """
        done: list[Entry] = []
        codes: list[str] = []
        for step in batch.steps:
            entry = await self._quiet(step.send())
            if entry is None or entry.state is WriteState.REFUSED:
                break
            done.append(entry)
            if entry.state is WriteState.DONE:
                codes.append(step.code)
        left = [step.code for step in batch.steps[len(done) + 1 :] if step.code]
        if sent := [entry for entry in done if entry.state is WriteState.DONE]:
            await self._close(batch, sent, codes, left)
        elif left:
            self._desk.notices.say(f"{tr(_left_words(left))}.")
        return done

    async def set_length(self, visit: Visit, pattern: str) -> None:
        """Give an appointment the length of its procedures, because the user asked for it."""
        await self._desk.outcomes.tell(self._writes.set_pattern(visit, pattern))

    async def _close(self, batch: Batch, sent: list[Entry], codes: list[str], left: list[str]) -> None:
        visit = self._visit_now(batch.visit.apt_num) or batch.visit
        rows = await self._attached(visit)
        resized = await self._follow(batch, visit, rows) if rows is not None else None
        if resized is None:
            await self._show(visit.apt_num)
        came = self._came_along(batch.facts, sent, rows or ())
        entries = [each for each in (*sent, resized) if each is not None and not changed_nothing(each)]
        steps: list[Send] = [partial(self._writes.undo, visit, entry) for entry in reversed(entries)]
        steps += [self._away(batch, row) for row in came]
        undo = partial(self._undo, visit, steps) if steps else None
        words = _words(visit, sent, [*codes, *(row.procCode for row in came)], resized)
        if left:
            words = join([words, _left_words(left)], "; ")
        self._desk.notices.say(f"{tr(words)}.", undo=undo)

    def _came_along(
        self, facts: VisitFacts, sent: Sequence[Entry], rows: Iterable[ProcedureLog]
    ) -> tuple[ProcedureLog, ...]:
        """The procedures that the office put on the appointment by itself: those of its new type."""
        if not facts.has_procedures:
            return ()
        lists = self._desk.parts.office.lists or OfficeLists()
        numbers = [
            each.intent.arguments["AppointmentTypeNum"] for each in sent if each.intent.kind == SET_TYPE.kind
        ]
        kinds = [kind for each in numbers if (kind := type_of(each, lists.appointment_types)) is not None]
        codes = {code for kind in kinds for code in codes_in(kind.CodeStr)}
        known = {(entry.answer or {}).get("ProcNum") for entry in sent}
        known |= {row.ProcNum for row in facts.attached}
        return tuple(row for row in rows if row.procCode in codes and row.ProcNum not in known)

    def _away(self, batch: Batch, row: ProcedureLog) -> Send:
        """Undoes one procedure that the office added: it is deleted, or taken off if it was planned before."""
        if any(each.ProcNum == row.ProcNum for each in batch.facts.planned):
            return partial(self._writes.take_off, batch.visit, row)
        return partial(self._writes.take_back, batch.visit, wire_row(row))

    async def _follow(self, batch: Batch, visit: Visit, rows: Sequence[ProcedureLog]) -> Entry | None:
        """The length that follows the procedures, if it did before and nothing is in the way."""
        office = self._desk.parts.office
        lists = office.lists or OfficeLists()
        known = dict(batch.facts.times)
        kind = type_of(batch.visit.type_num, lists.appointment_types)
        before = pattern_by_procedures(batch.facts.attached, known, lists.increment, kind)
        if not batch.facts.has_procedures or not follows(visit, before, kind):
            return None
        kind = type_of(visit.type_num, lists.appointment_types)
        try:
            pattern = pattern_by_procedures(rows, await self._with(known, rows), lists.increment, kind)
        except ApiError:
            return None  # the page offers the length once the codes have been read
        if not pattern or pattern == visit.pattern or new_clashes(office, visit, pattern):
            return None
        entry = await self._quiet(self._writes.set_pattern(visit, pattern))
        return entry if entry is not None and entry.state is WriteState.DONE else None

    async def _quiet(self, write: Awaitable[Entry]) -> Entry | None:
        """Wait for a write; its outcome is reported only if it is not done. None: it could not be tried."""
        try:
            entry = await write
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._desk.outcomes.fail(error)
            return None
        if entry.state is not WriteState.DONE:
            await self._desk.outcomes.report(entry)
        return entry

    async def _attached(self, visit: Visit) -> Sequence[ProcedureLog] | None:
        """The procedures on an appointment now; None: not known."""
        client, gone = self._desk.parts.client.at(Need.CLICK), ProcedureStatus.DELETED
        try:
            rows = await client.procedure_logs.list(PatNum=visit.pat_num)
        except ApiError:
            return None
        on = [row for row in rows if row.AptNum == visit.apt_num and row.ProcStatus is not gone]
        return sorted(on, key=lambda row: row.ProcNum)

    async def _with(
        self, known: dict[int, ProcedureCode], rows: Iterable[ProcedureLog]
    ) -> dict[int, ProcedureCode]:
        """The known codes, and those of these procedures that are new."""
        client = self._desk.parts.client.at(Need.CLICK)
        for number in sorted({row.CodeNum for row in rows} - known.keys()):
            known[number] = await client.procedure_codes.get(number)
        return known

    async def _show(self, apt_num: int) -> None:
        """Read the appointment, whose tile names its procedures."""
        parts = self._desk.parts
        try:
            parts.office.apply(await parts.client.at(Need.CLICK).appointments.get(apt_num))
        except ApiError:
            return  # the next refresh shows it

    def _undo(self, visit: Visit, steps: Sequence[Send]) -> None:
        self._desk.parts.scope.start(self._undo_all(visit, steps), "undo procedures")

    async def _undo_all(self, visit: Visit, steps: Sequence[Send]) -> None:
        """It ends with the first that can't be undone, which says why."""
        kept: list[str] = []
        for step in steps:
            undone = await self._quiet(step())
            if undone is None or undone.state is not WriteState.DONE:
                break
            row = undone.answer or {}
            if undone.intent.undo_of is None and undone.intent.kind == PLACE_PROCEDURE.kind:
                kept.append(str(row.get("procCode", "")))  # only who may change what is owed can delete it
        else:
            self._desk.notices.say(tr(_undone_words(visit, kept)))
        await self._show(visit.apt_num)


def _left_words(codes: Sequence[str]) -> Text:
    """What was left out after a refusal."""
    return msg("Not tried: {codes}", codes=", ".join(codes))


def _undone_words(visit: Visit, kept: Sequence[str]) -> Text:
    """What an undo has done; `kept`: codes that stay on the treatment plan."""
    words = msg("The appointment of {name} is as it was.", name=visit.name)
    if not kept:
        return words
    return join([words, msg("Still treatment planned: {codes}.", codes=", ".join(kept))])


def _words(visit: Visit, sent: list[Entry], codes: list[str], resized: Entry | None) -> Text:
    """What was done, in one sentence. `codes`: one for each sent, then those that came along."""
    away = [entry.intent.arguments.get("AptNum") == 0 for entry in sent]
    away += [False] * (len(codes) - len(sent))
    off = [code for code, is_away in zip(codes, away, strict=True) if is_away]
    on = [code for code, is_away in zip(codes, away, strict=True) if code and not is_away]
    kinds = (PLACE_PROCEDURE.kind, ADD_PROCEDURE.kind)
    rest = [entry.intent.words for entry in sent if entry.intent.kind not in kinds]
    parts: list[Text] = [join([words]) for words in rest]
    if on:
        parts.append(msg("{codes} on the appointment of {name}", codes=", ".join(on), name=visit.name))
    if off:
        parts.append(msg("{codes} off the appointment of {name}", codes=", ".join(off), name=visit.name))
    if resized is not None:
        minutes = minutes_of(resized.intent.after["Pattern"])
        parts.append(many("now {n} minutes long", "now {n} minute long", minutes))
    return join(parts, "; ")
