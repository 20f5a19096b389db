"""The in-memory office: its lists, open days and patients' names; observable, each with its age."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from msgspec.structs import astuple, replace

from app.api.client import OpenDental
from app.core.clock import Clock
from app.core.text import Text, msg
from app.domain.schedule.stages import NO_TIMES, Times
from app.domain.schedule.visit import Person, Stage
from app.store.answering import Answering
from app.store.changes import Change, ChangeKind, Changes, Touched, Watcher
from app.store.known_lists import KnownLists
from app.store.lists import LIST_WORDS, ListName, ListReader, OfficeLists
from app.store.patients.people import People
from app.store.patients.restricted import RestrictedPatients
from app.store.procedure_codes import CodeBook
from app.store.queries import Questions
from app.store.reader import OfficeReader
from app.store.schedule.copies import DayCopies
from app.store.schedule.days import DayRows, LoadedDays
from app.store.schedule.lab_marks import LabMarks
from app.store.schedule.pending import Pending, PendingRows
from app.store.schedule.requests import DayRequests
from app.store.signals import Signals
from app.store.topics import Topic
from app.wire.resources.appointments import Appointment

__all__ = ["Change", "ChangeKind", "DayRows", "Office", "OfficeLists"]

APPOINTMENTS, NAMES, HOURS = msg("appointments"), msg("patient names"), msg("hours and blockouts")


class Office:
    """The data of one office. Watchers are notified of changes; `reader` and `office_lists` read."""

    def __init__(self, client: OpenDental, clock: Clock, *, day_limit: int = 40) -> None:
        self.client = client
        self.clock = clock
        self.signals = Signals(client, clock)
        self.follows_accounts = False
        """Whether changes of accounts are wanted, which only signals tell of."""
        self._changes = Changes()
        Answering(client, self._changes, clock)
        self._schedule = LoadedDays(day_limit)
        self._copies = DayCopies(self._schedule)
        self.pending = PendingRows(self._schedule.row)
        self.codes = CodeBook(client)
        self.labs = LabMarks(self._schedule, self._changes)
        self._times: dict[int, Times] = {}
        questions = Questions(client)
        self.people = People(client, questions, self._names_learned)
        self.restricted = RestrictedPatients(client, clock)
        self.office_lists = KnownLists(ListReader(client, questions), self._changes)
        requests = DayRequests(client, clock, self._schedule, self.people, self._changes)
        self.reader = OfficeReader(clock, self._schedule, self._copies, self.office_lists, requests)

    @property
    def lists(self) -> OfficeLists | None:
        """Operatories, providers, statuses; None until at least the operatories are known."""
        return self.office_lists.usable

    def day(self, day: date) -> DayRows | None:
        """A day in memory; None: not read yet."""
        return self._schedule.day(day)

    def visit_row(self, apt_num: int) -> Appointment | None:
        """A row of any day in memory."""
        return self._schedule.row(apt_num)

    def person(self, pat_num: int) -> Person | None:
        """A patient's name; None: not loaded yet."""
        return self.people.get(pat_num)

    def rows(self, day: date) -> list[Appointment]:
        """A day's appointments by time, with pending writes applied; empty if the day has not been read."""
        known = self.day(day)
        return self.pending.over(day, known.appointments) if known is not None else []

    def times(self, apt_num: int) -> Times:
        """When an appointment was marked on this PC; used where the office records no time."""
        return self._times.get(apt_num, NO_TIMES)

    def age(self, day: date) -> timedelta | None:
        """Seconds since a day was read or confirmed up to date; None: not in memory."""
        known = self._schedule.day(day)
        if known is None:
            return None
        confirmed_at = None if self._copies.holds(day) else self._schedule.confirmed_at
        at = known.read_at if confirmed_at is None else max(known.read_at, confirmed_at)
        return timedelta(seconds=max(self.clock.monotonic() - at, 0.0))

    def still_coming(self, days: Iterable[date]) -> tuple[Text, ...]:
        """What hasn't loaded for these days, as text, roughly in loading order."""
        known = [self._schedule.day(day) for day in days]
        coming = [APPOINTMENTS] if None in known else []
        patients = [row.PatNum for day in known if day is not None for row in day.appointments]
        if self.people.unknown(patients):
            coming.append(NAMES)
        if not self._schedule.hours_refused and any(
            day is not None and day.schedules is None for day in known
        ):
            coming.append(HOURS)
        if self.lists is not None:
            coming += [LIST_WORDS[name] for name in ListName if name in self.lists.missing]
        return tuple(coming)

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Subscribe to all changes. Returns a function that unsubscribes."""
        return self._changes.watch(watcher)

    def is_copy(self, day: date) -> bool:
        """Whether a day is known only from this PC's downtime copy."""
        return self._copies.holds(day)

    def restore(self, days: Iterable[DayRows], people: Iterable[Person], lists: OfficeLists) -> None:
        """Store the downtime copy, marked as old, without replacing data already read.

        All of it will be read again.
        """
        self.office_lists.restore(lists)
        self.people.restore(people)
        for day in days:
            self._changes.tell(ChangeKind.DAY, self._copies.restore(day))

    # --- results of writes -------------------------------------------------------------------------------

    def apply(self, row: Appointment) -> None:
        """Store a row returned by a write."""
        self._changes.tell(ChangeKind.VISITS, self._schedule.apply(row))

    def suggest_name(self, pat_num: int, name: str) -> None:
        """Show a patient under this name, as in "Ortiz, Maria", until the office's own row is read."""
        self.people.suggest(pat_num, name)

    def take_rows(self, rows: Iterable[Appointment]) -> bool:
        """Store rows that the office pushed. False: some have to be read to know which is newer."""
        touched, sure = self._schedule.take_pushed(rows)
        self._changes.tell(ChangeKind.VISITS, touched)
        return sure

    def remove(self, apt_num: int) -> None:
        """Remove a deleted appointment."""
        self._changes.tell(ChangeKind.VISITS, self._schedule.remove(apt_num))

    def tell_of(self, topic: Topic) -> None:
        """Notify of a change that is not stored here row by row, such as in a patient's account."""
        self._changes.tell_of(topic)

    def set_pending(self, apt_num: int, pending: Pending | None) -> None:
        """Show an appointment with unsettled writes applied; None: they have settled."""
        if pending is None and apt_num not in self.pending:
            return
        if days := self.pending.put(apt_num, pending):
            self._changes.tell(ChangeKind.PENDING, Touched({apt_num}, days))

    def note_time(self, apt_num: int, stage: Stage, at: datetime) -> None:
        """Record when a visit was marked as arrived, seated or dismissed on this PC.

        Other days' records are dropped.
        """
        for other in [key for key, times in self._times.items() if not _is_of(times, at.date())]:
            del self._times[other]
        self._times[apt_num] = replace(self.times(apt_num), **{stage.name.lower(): at})
        if (day := self._schedule.day_of(apt_num)) is not None:
            self._changes.tell(ChangeKind.VISITS, Touched({apt_num}, {day}))

    def _names_learned(self, pat_nums: frozenset[int]) -> None:
        self._changes.tell(ChangeKind.NAMES, self._schedule.of_patients(pat_nums))


def _is_of(times: Times, day: date) -> bool:
    return any(at is not None and at.date() == day for at in astuple(times))
