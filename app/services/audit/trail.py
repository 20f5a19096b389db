"""Follows the journal, so that the audit has every write and how it ended, whoever made it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Entry, Intent, WriteState
from app.journal.journal import REMEMBERED, Journal
from app.services.audit.audit import Action
from app.services.audit.late import LateAudit
from app.services.writes.registry import Registry
from app.services.writes.schedule.appointment import apt_num_of
from app.wire.resources.appointments import Appointment

ACCEPTED = "accepted"
WITHDRAWN = "withdrawn"
SETTLED = "settled"
"""Before "done" or "refused": it was unknown until then."""
LATE = "(noted late)"  # words: the audit's
AMOUNTS = ("payamt", "adjamt", "splitamt", "amount", "amt")
"""Names of arguments that hold an amount of money, in lower case."""
CENT = Decimal("0.01")


class KnownVisits(Protocol):
    """The appointments in memory."""

    def visit_row(self, apt_num: int) -> Appointment | None:
        """One of them."""
        ...


class JournalTrail:
    """Notes each change of an entry's state once. `end` stops it."""

    def __init__(self, journal: Journal, audit: LateAudit, writes: Registry, office: KnownVisits) -> None:
        """`office` knows whose an appointment is."""
        self._office = office
        self._audit = audit
        self._writes = writes
        self._states = {
            entry.id: entry.state for entry in (*journal.recent(REMEMBERED), *journal.unsettled())
        }
        self._found = (*journal.recent(REMEMBERED), *journal.unsettled())
        self.end = journal.watch(self._follow)

    @property
    def refs(self) -> Collection[str]:
        """What the journal had at the start of this run."""
        return {ref_of(entry) for entry in self._found}

    def catch_up(self, results: Mapping[str, Collection[str]], since: datetime) -> None:
        """Note the states that the journal has and the audit has not: the program was killed in between."""
        for entry in sorted({each.id: each for each in self._found}.values(), key=lambda each: each.id):
            state = result_of(entry, None)
            noted = results.get(ref_of(entry), ())
            if entry.changed_at >= since and not any(state in each.split() for each in noted):
                self.note(entry, f"{state} {LATE}")

    def _follow(self, entry: Entry) -> None:
        before = self._states.get(entry.id)
        if entry.state is before:  # dismissed
            return
        self._states[entry.id] = entry.state
        self.note(entry, result_of(entry, before))

    def note(self, entry: Entry, result: str) -> None:
        """Note an entry with this result."""
        known = _known(entry)
        key = getattr(self._writes.get(entry.intent.kind), "key", "")
        amount = amount_of(entry.intent.arguments)
        self._audit.note(
            Action.WRITE,
            entry.intent.kind,
            _number(known.get(key)),
            result if amount is None else f"{result} {amount}",
            patient=_number(known.get("PatNum")) or self._patient(entry.intent),
            who=entry.who,
            ref=ref_of(entry),
        )

    def _patient(self, intent: Intent) -> int:
        row = self._office.visit_row(apt_num_of(intent))
        return 0 if row is None else row.PatNum


def result_of(entry: Entry, before: WriteState | None) -> str:
    """An entry's state, and how it came to it."""
    if entry.state is WriteState.REFUSED and entry.outcome == TAKEN_BACK:
        return WITHDRAWN
    if entry.state is WriteState.WAITING and before is None:
        return ACCEPTED
    if entry.state.settled and before is WriteState.UNKNOWN:
        return f"{SETTLED} {entry.state}"
    return str(entry.state)


def ref_of(entry: Entry) -> str:
    """Names an entry of the journal, also after the journal was begun anew."""
    return f"{entry.id}.{int(entry.made_at.timestamp())}"


def amount_of(arguments: Mapping[str, Any]) -> Decimal | None:
    """The amount of money that a write is about; None: it is about none."""
    for name, value in arguments.items():
        if name.lower() in AMOUNTS:
            try:
                return Decimal(str(value)).quantize(CENT)
            except InvalidOperation:
                return None
    return None


def _known(entry: Entry) -> dict[str, Any]:
    intent = entry.intent
    return {**(entry.seen or {}), **intent.context, **intent.arguments, **(entry.answer or {})}


def _number(value: Any) -> int:
    return (
        value if isinstance(value, int) else int(value) if isinstance(value, str) and value.isdigit() else 0
    )
