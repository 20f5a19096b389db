"""Changes of an appointment's procedures, made together: one notice, one undo, and the length follows at the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import Text, join, many, msg
from app.domain.chart.procedures import not_deleted
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent, WriteState
from app.sealed.errors import LocalStoreError
from app.services.people.authority import NotAllowed
from app.services.visits.facts import VisitFacts
from app.services.visits.length import follows, new_clashes, pattern_by_procedures, type_of
from app.services.visits.office_rules import codes_in
from app.services.writes.details.appointment import SET_TYPE
from app.services.writes.details.detail_writes import DetailWrites
from app.services.writes.details.kept_sets import KeptSet, KeptSets, Standing
from app.services.writes.details.procedures import PLACE_PROCEDURE, label_of, named
from app.services.writes.errors import CannotWrite
from app.store.lists import OfficeLists
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.codec import wire_row
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog

Send = Callable[[], Awaitable[Entry]]


class Batch(Struct, frozen=True):
    """Changes of one appointment that belong together; `facts` are those before.

    `follows`: its length follows its procedures.
    """

    visit: Visit
    facts: VisitFacts
    intents: tuple[Intent, ...]
    follows: bool


class Batches:
    """Sends one batch after another. `visit_now` returns an appointment as the schedule has it now."""

    def __init__(
        self, desk: DeskViewModel, writes: DetailWrites, visit_now: Callable[[int], Visit | None]
    ) -> None:
        self._desk = desk
        self._writes = writes
        self._visit_now = visit_now
        self.sets = KeptSets(desk.parts.journal, desk.parts.clock)

    async def run(self, visit: Visit, facts: VisitFacts, intents: Sequence[Intent]) -> None:
        """Send changes in order. Several are kept on disk first: if the program ends in between, the rest is known."""
        batch = Batch(visit, facts, tuple(intents), self._follows(visit, facts))
        if len(intents) < 2:
            await self._send(batch)
            return
        try:
            kept = await self.sets.keep(
                visit.apt_num, visit.pat_num, visit.name, intents, follows=batch.follows
            )
        except LocalStoreError as error:
            self._desk.outcomes.fail(error)
            return
        await self._send(replace(batch, intents=kept.intents))
        await self._drop(kept)

    async def finish(self, kept: KeptSet, standing: Standing, visit: Visit) -> None:
        """Send what is left of a set that an earlier run has begun, and end it as any other."""
        batch = Batch(visit, VisitFacts(visit.apt_num), standing.left, kept.follows)
        await self._send(batch, [each for each in standing.sent if each.state is WriteState.DONE])
        await self._drop(kept)

    async def _send(self, batch: Batch, sent: Sequence[Entry] = ()) -> None:
        """Send a batch, of which some were sent before.

        Once one is refused the rest is left out, and the notice says what.
        """
        done, left = list(sent), list(batch.intents)
        while left:
            entry = await self._quiet(self._writes.send(left.pop(0)))
            if entry is None or entry.state is WriteState.REFUSED:
                break
            if entry.state is WriteState.DONE:
                done.append(entry)
        if done:
            await self._close(batch, done, left)
        elif left:
            self._desk.notices.say(f"{tr(_left_words(left))}.")

    async def _drop(self, kept: KeptSet) -> None:
        with suppress(LocalStoreError):  # then the next start finds nothing left of it
            await self.sets.drop(kept)

    async def set_length(self, visit: Visit, pattern: str) -> None:
        """Give an appointment the length of its procedures, because the user asked for it."""
        await self._desk.outcomes.tell(self._writes.set_pattern(visit, pattern))

    async def _close(self, batch: Batch, sent: list[Entry], left: Sequence[Intent]) -> None:
        visit = self._visit_now(batch.visit.apt_num) or batch.visit
        rows = await self._attached(visit)
        resized = await self._follow(batch, visit, rows) if rows is not None else None
        if resized is None:
            await self._show(visit.apt_num)
        came = self._came_along(batch.facts, sent, rows or ())
        entries = [each for each in (*sent, resized) if each is not None and not each.changed_nothing]
        steps: list[Send] = [partial(self._writes.undo, visit, entry) for entry in reversed(entries)]
        steps += [self._away(batch, row) for row in came]
        undo = partial(self._undo, visit, steps) if steps else None
        words = _words(visit, sent, [row.procCode for row in came], resized)
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

    def _follows(self, visit: Visit, facts: VisitFacts) -> bool:
        """Whether an appointment is as long as its procedures take, so that its length follows them."""
        lists = self._desk.parts.office.lists or OfficeLists()
        kind = type_of(visit.type_num, lists.appointment_types)
        before = pattern_by_procedures(facts.attached, facts.times, lists.increment, kind)
        return facts.has_procedures and follows(visit, before, kind)

    async def _follow(self, batch: Batch, visit: Visit, rows: Sequence[ProcedureLog]) -> Entry | None:
        """The length that follows the procedures, if nothing is in the way, as far as that is known."""
        office = self._desk.parts.office
        lists = office.lists or OfficeLists()
        if not batch.follows or visit.time_locked or office.day(visit.start.date()) is None:
            return None
        known = dict(batch.facts.times)
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
        client = self._desk.parts.client.at(Need.CLICK)
        try:
            rows = await client.procedure_logs.list(PatNum=visit.pat_num)
        except ApiError:
            return None
        on = [row for row in not_deleted(rows) if row.AptNum == visit.apt_num]
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


def _left_words(left: Sequence[Intent]) -> Text:
    """What was left out after a refusal."""
    return msg("Not tried: {codes}", codes=join([named(each) for each in left], ", "))


def _undone_words(visit: Visit, kept: Sequence[str]) -> Text:
    """What an undo has done; `kept`: codes that stay on the treatment plan."""
    words = msg("The appointment of {name} is as it was.", name=visit.name)
    if not kept:
        return words
    return join([words, msg("Still treatment planned: {codes}.", codes=", ".join(kept))])


def _words(visit: Visit, sent: list[Entry], came: list[str], resized: Entry | None) -> Text:
    """What was done, in one sentence. `came`: codes that the office has put there by itself."""
    labeled = [(entry.intent, label_of(entry.intent)) for entry in sent]
    off = [label for intent, label in labeled if label and intent.arguments.get("AptNum") == 0]
    on = [label for intent, label in labeled if label and intent.arguments.get("AptNum") != 0] + came
    parts: list[Text] = [join([intent.words]) for intent, label in labeled if not label]
    if on:
        parts.append(msg("{codes} on the appointment of {name}", codes=", ".join(on), name=visit.name))
    if off:
        parts.append(msg("{codes} off the appointment of {name}", codes=", ".join(off), name=visit.name))
    if resized is not None:
        minutes = minutes_of(resized.intent.after["Pattern"])
        parts.append(many("now {n} minutes long", "now {n} minute long", minutes))
    return join(parts, "; ")
