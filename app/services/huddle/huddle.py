"""The readiness of the office's days in memory: read once for all screens, with its age."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers
from app.domain.huddle.readiness import NOTHING, Facts, Readiness, in_order
from app.domain.schedule.visit import Person, Stage, Visit
from app.services.huddle.readiness_reader import Progress, ReadinessReader, Wanted
from app.services.huddle.summary_facts import completed, facts_of
from app.services.patients.summary.reader import SummaryReader
from app.services.schedule.grids import all_visits
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.parts import Ready
from app.store.patients.people import nobody
from app.store.patients.readers import PatientParts
from app.store.topics import EVERY, Part, Topic

FRESH_SECONDS = 300.0
"""A day that was read longer ago is read again when it is shown."""
MOST_DAYS = 8
CONCERNED = frozenset({Part.PATIENT, Part.ACCOUNT, Part.CHART, Part.INSURANCE})


class DayReadiness(Struct, frozen=True):
    """One day as far as it is known."""

    day: date
    progress: Progress = Progress()
    reading: bool = False
    read_at: float | None = None
    """Monotonic seconds of the last read of the whole day; None: never."""
    changed: frozenset[int] = frozenset()
    """Patients who have changed since, by PatNum."""
    why: ApiError | None = None
    """Why the last read failed."""


class OfficeHuddle:
    """Watchers are called with the date whose appointments or readiness changed."""

    def __init__(self, client: OpenDental, office: Office, patients: PatientParts, clock: Clock) -> None:
        self._office = office
        self._clock = clock
        self._reader = ReadinessReader(client)
        self._days: dict[date, DayReadiness] = {}
        self._made: dict[date, tuple[Readiness, ...]] = {}
        """What the watched days' readiness was since their last change: a change is followed by several readers."""
        self._observers = Observers[date]()
        self._turn = asyncio.Lock()
        self._summaries = patients.of(SummaryReader)
        self._unwatch = (office.watch(self._follow), self._summaries.watch(self._learn))

    def close(self) -> None:
        """Stop following the office."""
        for end in self._unwatch:
            end()

    def watch(self, watcher: Callable[[date], object]) -> Callable[[], None]:
        """Subscribe. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    def state(self, day: date) -> DayReadiness:
        """What is known of a day."""
        return self._days.get(day, DayReadiness(day))

    def age(self, day: date) -> timedelta | None:
        """Time since the whole day was read; None: never."""
        read_at = self.state(day).read_at
        return None if read_at is None else timedelta(seconds=max(self._clock.monotonic() - read_at, 0.0))

    def is_read(self, day: date) -> bool:
        """Whether the day's appointments have been read."""
        return self._office.day(day) is not None

    def visits(self, day: date) -> tuple[Visit, ...] | None:
        """The day's appointments that are not broken; None: the day has not been read."""
        if not self.is_read(day):
            return None
        return tuple(
            visit
            for visit in all_visits(self._office, day)
            if visit.start.date() == day and not visit.is_note and visit.stage is not Stage.BROKEN
        )

    def readiness(self, day: date) -> tuple[Readiness, ...] | None:
        """The day's appointments with what is known about them; None: the day has not been read."""
        if (made := self._made.get(day)) is not None:
            return made
        visits, progress = self.visits(day), self.state(day).progress
        if visits is None:
            return None
        found = in_order(
            Readiness(
                visit,
                _with_phones(progress.facts.get(visit.pat_num, NOTHING), visit.person),
                progress.labs.get(visit.apt_num),
            )
            for visit in visits
        )
        if day in self._days:
            self._made[day] = found
        return found

    async def read(self, day: date, need: Need = Need.SCREEN, *, again: bool = False) -> None:
        """Read what is missing, changed or old of a day; `again`: all of it. A failure is kept in the state.

        One at a time: who comes second finds what the first has read.
        """
        async with self._turn:
            self._put(replace(self.state(day), reading=True, why=None))
            try:
                await self._office.reader.open_days((day,), need)
                await self._read(day, need, again=again)
            except ApiError as error:
                self._put(replace(self.state(day), why=error))
            finally:
                self._put(replace(self.state(day), reading=False))

    # --- inside ---

    async def _read(self, day: date, need: Need, *, again: bool) -> None:
        known, asked_at = self.state(day), self._clock.monotonic()
        old = again or known.read_at is None or asked_at - known.read_at > FRESH_SECONDS
        visits = [visit for visit in self.visits(day) or () if old or _is_missing(visit, known)]
        pat_nums = tuple(dict.fromkeys(visit.pat_num for visit in visits))
        forced = frozenset(pat_nums) if again else known.changed
        wanted = Wanted(day, pat_nums, tuple(visit.apt_num for visit in visits), forced)
        self._put(
            replace(known, changed=known.changed - frozenset(pat_nums))
        )  # who changes now is read again
        try:
            await self._reader.read(
                wanted, lambda: self.state(day).progress, lambda found: self._show(day, found), need
            )
        except (ApiError, asyncio.CancelledError):
            state = self.state(day)
            self._put(replace(state, changed=state.changed | known.changed))
            raise
        if old:
            self._put(replace(self.state(day), read_at=asked_at))

    def _show(self, day: date, progress: Progress) -> None:
        """What was read, with what is known of patients who were selected before."""
        told = {each: self._summaries.state(each) for each in progress.facts}
        facts = {
            each: completed(known, state.value, day) if isinstance(state := told[each], Ready) else known
            for each, known in progress.facts.items()
        }
        self._put(replace(self.state(day), progress=replace(progress, facts=facts)))

    def _put(self, state: DayReadiness) -> None:
        self._days.pop(state.day, None)
        self._days[state.day] = state
        for other in [each for each, kept in self._days.items() if not kept.reading][:-MOST_DAYS]:
            del self._days[other]
            self._made.pop(other, None)
        self._tell(state.day)

    def _follow(self, change: Change) -> None:
        topic = change.topic
        for day, state in tuple(self._days.items()):
            if topic is not None and topic.part in CONCERNED:
                if changed := frozenset(state.progress.facts) & _patients(topic, state):
                    self._put(replace(state, changed=state.changed | changed))
            elif change.kind is not ChangeKind.TOPIC and change.concerns((day,)):
                self._tell(day)

    def _tell(self, day: date) -> None:
        self._made.pop(day, None)
        self._observers.notify(day)

    def _learn(self, pat_num: int) -> None:
        """The patient's summary has been read, as for the strip: it tells a part of the facts."""
        summary = self._summaries.state(pat_num)
        if not isinstance(summary, Ready):
            return
        for day, state in tuple(self._days.items()):
            known = state.progress.facts.get(pat_num)
            if known is not None and (found := facts_of(summary.value, known, day)) != known:
                progress = replace(state.progress, facts={**state.progress.facts, pat_num: found})
                self._put(replace(state, progress=progress))


def _patients(topic: Topic, state: DayReadiness) -> frozenset[int]:
    """Whom a topic is about: one patient, or everybody."""
    return frozenset(state.progress.facts) if topic.key == EVERY else frozenset({topic.key})


def _is_missing(visit: Visit, known: DayReadiness) -> bool:
    progress = known.progress
    return (
        visit.pat_num in known.changed
        or visit.pat_num not in progress.facts
        or (bool(progress.labs) and visit.apt_num not in progress.labs)
    )


def _with_phones(facts: Facts, person: Person | None) -> Facts:
    """With the numbers that came with the patient's name, where no query has told them."""
    if facts.phones is not None or person is None or person == nobody(person.pat_num):
        return facts
    return replace(facts, phones=person.phones or tuple(filter(None, (person.phone,))))
