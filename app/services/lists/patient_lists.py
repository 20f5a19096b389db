"""The lists in memory: read when somebody needs them, and shown with their age."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from app.api.client import OpenDental
from app.api.need import Need
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.visit import Person
from app.services.lists.following import ListFollowing, WatchWrites, missing
from app.services.lists.reading import CandidateReader
from app.store.changes import Change
from app.store.office import Office
from app.store.patients.parts import Keeping, PatientPart, Ready, Refused, Unread
from app.store.topics import EVERY, Part
from app.wire.resources.recall_types import RecallType

FRESH_SECONDS = 300.0
"""A list that was read longer ago is read again when it is needed anew."""
KEPT = 4
"""Clinics whose lists are cached although nobody needs them."""

GROWING = frozenset({CandidateKind.UNSCHEDULED, CandidateKind.ASAP})
Rows = tuple[Candidate, ...]


class PatientLists:
    """One part for each kind, keyed by ClinicNum; 0 is the whole office."""

    def __init__(
        self, client: OpenDental, office: Office, writes: WatchWrites, scope: TaskScope, clock: Clock
    ) -> None:
        """`writes` subscribes to the journal's entries: own writes are on the lists at once."""
        reader = self._reader = CandidateReader(client, office)
        self._office = office
        self._unwatch = office.watch(reader.follow)
        self._parts = {
            kind: PatientPart[Rows](
                Part.SCHEDULE,
                partial(reader.read, kind),
                office.watch,
                scope,
                clock,
                concerns=partial(_outdated, office, kind),
                keeping=Keeping(FRESH_SECONDS, KEPT),
            )
            for kind in CandidateKind
        }
        self._following = ListFollowing(self._parts, client, office, writes, scope)

    def state(self, kind: CandidateKind, clinic: int = 0) -> Unread | Ready[Rows] | Refused:
        """What is known of a list."""
        return self._parts[kind].state(clinic)

    def knows(self, kind: CandidateKind, clinic: int = 0) -> bool:
        """Whether a list is in memory, by itself or with that of the whole office."""
        return any(isinstance(self.state(kind, each), Ready) for each in (clinic, 0))

    def need(self, kind: CandidateKind, need: Need, clinic: int = 0) -> Callable[[], None]:
        """Read a list unless it is known and fresh. Returns a function that releases it."""
        return self._parts[kind].need(clinic, need)

    def read_again(self, kind: CandidateKind, clinic: int = 0) -> None:
        """Read a needed list again on request."""
        self._parts[kind].read_again(clinic)

    def watch(self, callback: Callable[[CandidateKind, int], object]) -> Callable[[], None]:
        """Call back with the list and the clinic whose state changed. Returns a function that unsubscribes."""
        ends = [part.watch(partial(callback, kind)) for kind, part in self._parts.items()]

        def end() -> None:
            for each in ends:
                each()

        return end

    def rows(self, kind: CandidateKind, clinic: int = 0) -> Rows:
        """What is known of a list; empty if it isn't read yet."""
        state = self.state(kind, clinic)
        if isinstance(state, Ready):
            return state.value
        whole = self.state(kind)
        return (
            tuple(row for row in whole.value if row.clinic_num == clinic) if isinstance(whole, Ready) else ()
        )

    def candidates(self, clinic: int = 0) -> Rows:
        """All rows in memory, each appointment once: an ASAP one also stands on the list of its status."""
        asap = self.rows(CandidateKind.ASAP, clinic)
        known = {row.apt_num for row in asap}
        others = (kind for kind in CandidateKind if kind is not CandidateKind.ASAP)
        return (
            *asap,
            *(
                row
                for kind in others
                for row in self.rows(kind, clinic)
                if row.apt_num not in known or not row.apt_num
            ),
        )

    async def recall_type(self, name: str, need: Need) -> RecallType | None:
        """What recalls of this type ask for; None: not known. Raises the client's ApiErrors."""
        return (await self._reader.recall_types(need)).get(name.casefold())

    def person(self, pat_num: int) -> Person | None:
        """Who has this PatNum; None: not known yet."""
        return self._reader.people.get(pat_num) or self._office.person(pat_num)

    def close(self) -> None:
        """Cancel all reads and stop following the office."""
        self._unwatch()
        self._following.close()
        for part in self._parts.values():
            part.close()


def _outdated(office: Office, kind: CandidateKind, change: Change) -> Iterable[int]:
    """All clinics' lists, if an appointment may have come to this one without anything telling its row."""
    return (EVERY,) if kind in GROWING and missing(office, change) else ()
