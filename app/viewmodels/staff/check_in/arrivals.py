"""What happened at the kiosks today, and what of it nobody has seen yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.text import At, join, msg
from app.domain.schedule.visit import Stage, Visit
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.schedule.grids import all_visits
from app.store.changes import Change
from app.viewmodels.staff.check_in.words import GREEN, SHORT_RESULTS, result_words, why_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.waiting_room import KioskMark, WaitingRow
from app.viewmodels.translation import tr
from app.wire.hub.check_in import Arrival
from app.wire.hub.stream import Topic

ATTENDED = frozenset({Stage.SEATED, Stage.DISMISSED})
"""Somebody has taken care of the patient."""


class KioskArrivals(QObject):
    """`changed` when something arrived, was seen, or a name has become known."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, check_in: CheckIn) -> None:
        super().__init__(desk)
        self._desk = desk
        self._office = desk.parts.office
        self._check_in = check_in
        self._marks: dict[int, KioskMark] = {}
        self._others: tuple[WaitingRow, ...] = ()
        self.unseen: tuple[Arrival, ...] = ()
        """Newest first."""
        self._is_day_known = False
        self._attended = frozenset[int]()
        """Numbers of those whose patients somebody has taken care of since."""
        self._read = set[int]()
        """AptNums whose rows were read because of their arrival."""
        self._unwatch = (check_in.watch(self._follow), self._office.watch(self._follow_office))
        self._show()

    @property
    def all(self) -> tuple[Arrival, ...] | None:
        """Today's, newest first; None: not read yet."""
        return self._check_in.arrivals

    @property
    def others(self) -> Sequence[WaitingRow]:
        """Unseen ones of patients who are not in the waiting room: somebody has to act."""
        return self._others

    def mark(self, apt_num: int) -> KioskMark | None:
        """How a waiting patient came in, if at a kiosk."""
        return self._marks.get(apt_num)

    def see(self, arrival_nums: Sequence[int]) -> None:
        """Staff saw these: they go away at all desks."""
        chosen = [each for each in self.unseen if each.arrival_num in arrival_nums]
        self._desk.parts.scope.start(self._see(chosen), "check-ins seen")

    async def see_all(self) -> None:
        """Staff saw everything."""
        await self._see(self.unseen)

    def needs_task(self, arrival: Arrival) -> bool:
        """Whether an unseen one may become a task: nobody has taken care of the patient, as far as today is known."""
        is_known = self._is_day_known or not arrival.apt_num
        return is_known and arrival.arrival_num not in self._attended

    def name(self, arrival: Arrival) -> str:
        """The patient's name, or the appointment's time; empty: neither is known."""
        person = self._office.person(arrival.pat_num) if arrival.pat_num else None
        if person is not None:
            return person.display
        row = self._office.visit_row(arrival.apt_num) if arrival.apt_num else None
        if row is None or row.AptDateTime is None:
            return ""
        return tr("The {time} appointment", time=At(row.AptDateTime))

    def close(self) -> None:
        """Stop following."""
        for end in self._unwatch:
            end()

    def refresh(self) -> None:
        """Update the minutes."""
        self._show()

    async def _see(self, arrivals: Sequence[Arrival]) -> None:
        try:
            await self._check_in.see(arrivals, self._desk.parts.outbox.author.name)
        except HubTrouble as trouble:
            self._desk.fail(trouble)

    def _follow(self, topic: Topic) -> None:
        if topic is Topic.ARRIVALS:
            self._show()
            for arrival in self._check_in.arrivals or ():
                if arrival.apt_num and arrival.apt_num not in self._read:
                    self._read.add(arrival.apt_num)
                    self._desk.parts.scope.start(self._read_visit(arrival.apt_num), "arrived at a kiosk")

    def _follow_office(self, change: Change) -> None:
        if change.concerns((self._desk.now().date(),)):
            self._show()

    async def _read_visit(self, apt_num: int) -> None:
        """Show the arrival on the schedule at once; what fails here is read by the next refresh."""
        if self._office.visit_row(apt_num) is None:
            return
        try:
            await self._office.reader.reread_visit(apt_num)
        except ApiError:
            self._read.discard(apt_num)

    def _show(self) -> None:
        today = self._desk.now().date()
        is_day_known = self._office.lists is not None and self._office.day(today) is not None
        visits = {each.apt_num: each for each in all_visits(self._office, today)}
        arrivals = self._check_in.arrivals or ()
        attended = frozenset(each.arrival_num for each in arrivals if _attended(each, visits))
        unseen = tuple(each for each in arrivals if not each.seen_by and each.arrival_num not in attended)
        marks, marked = dict[int, KioskMark](), set[int]()
        for each in reversed(arrivals):
            for visit in visits.values() if each.result in GREEN else ():
                if visit.stage is Stage.ARRIVED and each.pat_num == visit.pat_num:
                    unseen_num = each.arrival_num if each in unseen else 0
                    marks[visit.apt_num] = KioskMark(result_words(each), unseen_num)
                    marked.add(each.arrival_num)
        others = tuple(self._row(each) for each in unseen if each.arrival_num not in marked)
        shown = (unseen, marks, others, is_day_known, attended)
        if shown != (self.unseen, self._marks, self._others, self._is_day_known, self._attended):
            self.unseen, self._marks, self._others, self._is_day_known, self._attended = shown
            self.changed.emit()

    def _row(self, arrival: Arrival) -> WaitingRow:
        minutes = max(int((self._desk.now() - arrival.at).total_seconds() // 60), 0)
        name = self.name(arrival)
        what = result_words(arrival) if name else arrival.kiosk
        under = tr(join([msg("{what}.", what=what), why_words(arrival)]))
        name = name or tr(SHORT_RESULTS[arrival.result])
        age = tr(msg("{n} min", n=minutes))
        time = tr(At(arrival.at))
        return WaitingRow(
            arrival.apt_num,
            time,
            name,
            age,
            False,
            ", ".join(part for part in (name, under, age) if part),
            under=under,
            unseen=arrival.arrival_num,
            amber=arrival.result not in GREEN,
        )


def _attended(arrival: Arrival, visits: dict[int, Visit]) -> bool:
    """Whether the patient was seated or dismissed since: nobody has to say that they have seen it."""
    visit = visits.get(arrival.apt_num)
    return visit is not None and arrival.result in GREEN and visit.stage in ATTENDED
