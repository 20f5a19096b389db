"""Calls to patients who fit free time: who could not be reached is noted, and comes later in the list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec.structs import replace

from app.api.need import Need
from app.core.text import At, Shape
from app.domain.lists.candidate import Candidate
from app.domain.schedule.visit import Person
from app.journal.entries import WriteState
from app.services.filling.places import is_recall
from app.services.lists.definitions import ABOUT_APPOINTMENT, ABOUT_RECALL, read_definitions
from app.services.writes.patients.patient_writes import NewCommlog
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.verdict import Verdict
from app.wire.resources.commlogs import CommDirection, Commlogs, CommMode

MESSAGE = "Left a message about an opening on {day}."  # words: a commlog, in English as all of the office's
NO_ANSWER = (
    "Called about an opening on {day}: no answer."  # words: a commlog, in English as all of the office's
)


class FillCalls:
    """Adds the commlogs, and knows the calls of this session before the lists do."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk
        self._types: dict[str, int] = {}
        self._tried: dict[int, tuple[date, int]] = {}

    def verdict(self) -> Verdict:
        """Whether the key may add commlogs."""
        found = self._desk.parts.client.can(Commlogs.create)
        return Verdict(ok=found.ok, reason=found.reason)

    async def add(self, candidate: Candidate, opening: datetime, text: str) -> None:
        """Add one about this opening; the office counts it as a reminder by its type."""
        desk, office = self._desk, self._desk.parts.office
        now = desk.now().replace(microsecond=0)
        number = candidate.pat_num
        self._count(number, now.date(), 1)
        types = await self._known_types()
        kind = types.get(ABOUT_RECALL if is_recall(candidate) else ABOUT_APPOINTMENT, 0)
        note = text.format(day=At(opening, Shape.BOTH))
        person = office.person(number) or Person(number, "", "")
        new = NewCommlog(person, note, now, kind, CommMode.PHONE, CommDirection.SENT)
        entry = await desk.outcomes.tell(desk.parts.patient_writes().add_commlog(new))
        if entry is None or entry.state is WriteState.REFUSED:
            self._count(number, now.date(), -1)

    def known(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """The candidates with the calls of this session that their lists may not have yet."""
        return [self._with_calls(each) if each.pat_num in self._tried else each for each in candidates]

    def _with_calls(self, candidate: Candidate) -> Candidate:
        day, times = self._tried[candidate.pat_num]
        if candidate.last_contact is not None and candidate.last_contact >= day:
            return candidate
        return replace(candidate, last_contact=day, attempts=(candidate.attempts or 0) + times)

    def _count(self, pat_num: int, day: date, more: int) -> None:
        times = self._tried.pop(pat_num, (day, 0))[1] + more
        if times > 0:
            self._tried[pat_num] = day, times

    async def _known_types(self) -> dict[str, int]:
        if not self._types:  # also after a read that failed
            found = await read_definitions(self._desk.parts.client, Need.CLICK)
            self._types = dict(found.comm_types)
        return self._types
