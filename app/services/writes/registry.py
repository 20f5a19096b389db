"""All writes of the program: a new one is a module and a line here, or in one of the `LATER` modules."""

# words: what is wrong with the registry is for developers

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from app.journal.entries import Entry, Intent
from app.journal.kinds import Check, Checked, ReadBack, WriteKind
from app.services.writes.change import Change
from app.services.writes.contents import Contents
from app.services.writes.create import Create
from app.services.writes.own import known_bookings, own_doing
from app.services.writes.schedule.attach import ATTACH
from app.services.writes.schedule.book import BOOK
from app.services.writes.schedule.cancel import BREAK
from app.services.writes.schedule.move import MOVE
from app.services.writes.schedule.note import APPEND_NOTE
from app.services.writes.schedule.resize import RESIZE
from app.services.writes.schedule.restore import RESTORE
from app.services.writes.schedule.status import SET_STATUS
from app.services.writes.schedule.waiting import BOOK_PLANNED, BOOK_UNSCHEDULED
from app.services.writes.write import Write
from app.wire.endpoint import Sender

WRITES: tuple[Write, ...] = (
    MOVE,
    RESIZE,
    SET_STATUS,
    BREAK,
    ATTACH,
    RESTORE,
    APPEND_NOTE,
    BOOK,
    BOOK_PLANNED,
    BOOK_UNSCHEDULED,
)
"""The writes of the schedule."""
LATER: tuple[str, ...] = (
    "app.services.writes.details.every",
    "app.services.writes.patients.every",
    "app.services.writes.money.every",
    "app.services.writes.tasks.every",
)
"""Modules with the `WRITES` of other screens, imported when a kind is not among the schedule's: a start needs none."""

T = TypeVar("T")
Registry = Mapping[str, Write]
Recent = Callable[[], Sequence[Entry]]


def registry(writes: Iterable[Write] = WRITES) -> Registry:
    """The writes by kind, as named in intents."""
    return _ByKind(writes, lambda write: write)


def write_kinds(
    office: Sender, recent: Recent, contents: Contents, writes: Iterable[Write] = WRITES
) -> Mapping[str, WriteKind]:
    """The writes as the outbox uses them. `recent` returns this PC's latest entries, newest first."""
    return _ByKind(writes, lambda write: _OfOffice(write, office, recent, contents))


class _ByKind(Mapping[str, T]):
    """Made of writes, the later ones when one of them is looked up."""

    def __init__(self, writes: Iterable[Write], make: Callable[[Write], T]) -> None:
        self._make = make
        self._found = {write.kind: make(write) for write in writes}
        self._later = LATER

    def __getitem__(self, kind: str) -> T:
        if kind not in self._found:
            self._load()
        return self._found[kind]

    def __iter__(self) -> Iterator[str]:
        self._load()
        return iter(self._found)

    def __len__(self) -> int:
        self._load()
        return len(self._found)

    def _load(self) -> None:
        modules, self._later = self._later, ()
        for name in modules:
            module = importlib.import_module(name)  # lazy: a start needs none of them
            self._found |= {write.kind: self._make(write) for write in module.WRITES}


class _OfOffice:
    """A write whose reads go to one office, and that knows this PC's earlier writes."""

    def __init__(self, write: Write, office: Sender, recent: Recent, contents: Contents) -> None:
        self._write = write
        self._office = office
        self._recent = recent
        self._contents = contents

    async def check(self, intent: Intent) -> Checked:
        """As the write does it. A conflict with an earlier write of ours is reported as ours, not another user's."""
        checked = await self._write.check(self._office, known_bookings(intent, self._recent()))
        if checked.verdict is not Check.CONFLICT or checked.row is None:
            return await self._contents.put_in(checked, intent)
        words = own_doing(self._write.not_done, intent, checked.row, self._recent())
        return replace(checked, words=words) if words else checked

    async def result(self, intent: Intent, answer: Any) -> ReadBack:
        """As the write does it."""
        return await self._write.result(self._office, intent, answer)

    async def read_back(self, entry: Entry) -> ReadBack:
        """As the write does it."""
        return await self._write.read_back(self._office, entry)


def faults(writes: Iterable[Write] = WRITES) -> list[str]:
    """What is missing or wrong in the registry, one line each; empty if it is complete."""
    kinds = Counter(write.kind for write in writes)
    found = [f"{kind!r} is registered {count} times" for kind, count in kinds.items() if count > 1]
    for write in writes:
        found += [f"{write.kind or type(write).__name__}: {fault}" for fault in _faults_of(write)]
    return found


def _faults_of(write: Write) -> Iterable[str]:
    if not write.kind:
        yield "it has no kind"
    if not write.not_done:
        yield "it has no words for a refusal"
    if write.endpoint.reads:
        yield f"{write.endpoint.name} only reads"
    if isinstance(write, Change | Create):
        yield from _faults_of_fields(write)


def _faults_of_fields(write: Change | Create) -> Iterable[str]:
    names = {
        field.name for each in write.resource.endpoints() if each.reads for field in _fields(each.record)
    }
    if write.key not in names:
        yield f"no row of {write.resource.__name__} has the key {write.key!r}"
    if isinstance(write, Create) and write.mark:
        sent = {parameter.name for parameter in write.endpoint.parameters}
        if write.mark not in names & sent:
            yield f"{write.mark!r} cannot take a mark: it is not both sent and read"


def _fields(record: Any) -> tuple[Any, ...]:
    return msgspec.structs.fields(record) if record is not type(None) else ()
