"""The parts of patients that have been used so far, each read by one reader.

A reader is one class: which changes make its part stale, and how the part is read. Nothing lists the readers:
whoever shows a part passes the reader's class to `PatientParts.of`, and all of them share one `PatientPart`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, ClassVar, Generic, TypeVar, cast

from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotSent
from app.api.need import Need
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.parts import KEPT, Keeping, PatientPart, Refused
from app.store.topics import Part

T = TypeVar("T")
S = TypeVar("S")

FRESH_SECONDS = 300.0
"""A part that was read longer ago is read again, at low priority, when it is shown anew."""


class PartReader(Generic[T]):
    """Reads one part of a patient's data. A subclass sets the attributes it needs and overrides `read`."""

    part: ClassVar[Part]
    """What the part is called, and the topic whose changes make it stale."""
    also: ClassVar[frozenset[Part]] = frozenset()
    """Further topics. With SCHEDULE: changes of the patient's appointments."""
    fresh_seconds: ClassVar[float] = FRESH_SECONDS
    kept: ClassVar[int] = KEPT
    """How many patients' parts are cached although nobody needs them."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self.client = client
        self.office = office
        self.publish: Callable[[int, T], None] = _nowhere
        """Shows an interim result of a `read` that takes several requests."""

    async def read(self, pat_num: int, need: Need) -> T:
        """Read it. Raises the client's ApiErrors."""
        raise NotImplementedError

    def concerns(self, change: Change) -> Iterable[int]:
        """The PatNums whose part a change makes stale."""
        topic = change.topic
        if topic is not None:
            return (topic.key,) if topic.part is self.part or topic.part in self.also else ()
        if change.kind is not ChangeKind.VISITS or Part.SCHEDULE not in self.also:
            return ()
        rows = (self.office.visit_row(apt_num) for apt_num in change.apt_nums)
        return {row.PatNum for row in rows if row is not None}

    def revise(self, _pat_num: int, _value: T, _change: Change) -> T | None:
        """The patient's part after a change that tells everything; None: it has to be read again."""
        return None


class PatientParts:
    """One `PatientPart` per reader class, made when it is first used."""

    def __init__(self, client: OpenDental, office: Office, scope: TaskScope, clock: Clock) -> None:
        self._client = client
        self._office = office
        self._scope = scope
        self._clock = clock
        self._made: dict[type[PartReader[Any]], PatientPart[Any]] = {}

    def of(self, reader: type[PartReader[T]]) -> PatientPart[T]:
        """The part that this class reads."""
        if reader not in self._made:
            self._made[reader] = self._make(reader)
        return cast("PatientPart[T]", self._made[reader])

    def close(self) -> None:
        """Cancel all reads and stop following the office."""
        for part in self._made.values():
            part.close()

    def _make(self, reader: type[PartReader[T]]) -> PatientPart[T]:
        made = reader(self._client, self._office)
        part = PatientPart(
            reader.part,
            made.read,
            self._office.watch,
            self._scope,
            self._clock,
            concerns=made.concerns,
            revise=made.revise,
            keeping=Keeping(reader.fresh_seconds, reader.kept),
        )
        made.publish = part.publish
        return part


Reading = Callable[[], Awaitable[Any]]


async def read_groups(value: T, groups: Mapping[str, Reading], show: Callable[[T], None]) -> T:
    """Fill the groups of a record, each shown as it comes. One that is refused says why.

    Each reading begins in its own task: one that is canceled before leaves nothing behind.

    Raises NotSent, once the others are there, if one could not be sent: what was known before stays, and all of it
    is read again once the office answers.
    """
    unsent: list[NotSent] = []

    async def fill(group: str, reading: Reading) -> None:
        nonlocal value
        try:
            found = await reading()
        except ApiError as error:
            found = Refused(error)
            if isinstance(error, NotSent):
                unsent.append(error)
        value = replace(value, **{group: found})  # type: ignore[type-var]
        show(value)

    await asyncio.gather(*(fill(*each) for each in groups.items()))
    if unsent:
        raise unsent[0]
    return value


def arranged(rows: Awaitable[S], arrange: Callable[[S], T]) -> Callable[[], Awaitable[T]]:
    """A reading whose rows, which are fetched once they are awaited, are made into a group."""

    async def reading() -> T:
        return arrange(await rows)

    return reading


def _nowhere(_pat_num: int, _value: object) -> None:
    """Interim results are dropped until a part shows them."""
