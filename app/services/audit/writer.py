"""The side of the audit that touches the disk. Everything here blocks and runs in the audit's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec.structs import replace

from app.sealed.errors import StoreDamaged
from app.services.audit.audit import Action, Record
from app.services.audit.chain import Head
from app.services.audit.export import Proof, Rows
from app.services.audit.file import Altered, AuditFile, Numbered
from app.services.audit.opening import Home, begun
from app.services.audit.search import NEWEST, Found, Search, newer, older
from app.services.audit.state import Alert, Finding
from app.services.audit.testimony import contradiction, is_gone
from app.services.audit.witness import Testimony

MOST_BEFORE = 20
"""Names of earlier chains that a chain remembers: witnesses know one of the last ones."""
MOST_PRUNED = 5000
"""Old records deleted at each start: more than any day has."""
SET_BACK = timedelta(seconds=60)
"""Clocks are corrected by seconds all the time; more than this gets a record of its own."""


class AuditWriter:
    """Appends to an open file, and begins a new chain if the file turns out to be damaged."""

    def __init__(self, home: Home, file: AuditFile, now: Callable[[], datetime], *, real_time: bool) -> None:
        """`real_time` False: the clock is a made-up one, which starts each day anew."""
        self.file = file
        self._home = home
        self._now = now
        self._real_time = real_time
        self._opened = file.head
        self._checked = file.state.pruned
        self._is_new = file.head.count <= 1 and not file.state.witnesses
        self._last = self._latest()
        self._session: list[Record] = []
        self._sure = False
        self.results: dict[str, set[str]] = {}
        """Results of writes found while checking, by the journal's entry; filled for the refs that are keys."""

    def write(self, records: list[Record]) -> None:
        """Append records; they are on disk on return. Raises StoreFailed."""
        timed = self._with_clock_records(records)
        try:
            self.file.append(timed)
        except StoreDamaged:
            self.begin_anew(Altered(Finding.UNREADABLE))
            self.file.append(timed)
        if not self._sure:
            self._session += timed
        self._last = timed[-1].at

    def hear(self, name: str, said: Testimony) -> None:
        """Compare the file with what a witness says."""
        wrong = contradiction(self.file, self._opened, name, said)
        known = () if said.anchor is None else (said.anchor.chain,)
        if wrong is not None and wrong.finding is Finding.OTHER and self._is_new:
            self._alert(Finding.DELETED, before=(*self.file.state.before, *known))
        elif wrong is not None:
            self.begin_anew(wrong, known)
        elif is_gone(self.file, name, said):
            finding = Finding.DELETED if self._is_new else Finding.UNWITNESSED
            self._alert(finding, before=self.file.state.before)

    def check_anew(self) -> None:
        """Check from the first record on."""
        self._checked = self.file.state.pruned

    def verified(self, count: int) -> Head:
        """Check the next records, and return the last that was. A broken chain is replaced; the new one is next."""
        try:
            self._checked = self.file.verified(self._checked, count, self._remember)
        except StoreDamaged:
            self.begin_anew(Altered(Finding.UNREADABLE))
        except Altered as wrong:
            self.begin_anew(wrong)
        return self._checked

    def begin_anew(self, wrong: Altered, known: tuple[str, ...] = ()) -> None:
        """Set the file aside and begin a new chain, with what this run has recorded so far.

        `known` are names of chains that the witnesses know besides those that the file names.
        """
        state = self.file.state
        self.file.close()
        before = tuple(dict.fromkeys((*state.before, state.chain, *known)))[-MOST_BEFORE:]
        self.file = begun(
            self._home, self._now(), wrong, before=before, alerts=state.alerts, records=self._session
        )
        self._opened = self.file.head
        self.check_anew()

    def be_sure(self) -> None:
        """Chain and witnesses fit: what this run has recorded need not be kept in memory any more."""
        self._sure = True
        self._session = []

    def prune(self, limit: datetime) -> None:
        """Delete the oldest records if they are from before a moment, some thousands at once, and record it."""
        last: Head | None = None
        try:
            oldest = self.file.after(0, MOST_PRUNED)
        except Altered as wrong:  # since it was checked
            self.begin_anew(wrong)
            return
        for each in oldest:
            if each.record.at >= limit:
                break
            last = Head(each.number, each.digest)
        if last is not None and last != self.file.head:
            ref = last.digest.hex()
            self.file.prune(last, [self._home.record(self._now(), Action.PRUNED, number=last.count, ref=ref)])

    def witnessed(self, name: str) -> None:
        """Remember that this witness holds the chain's end."""
        if name not in self.file.state.witnesses:
            state = self.file.state
            self.file.save(replace(state, witnesses=(*state.witnesses, name)))

    def dismiss(self, alert: Alert) -> None:
        """Forget an alert."""
        state = self.file.state
        self.file.save(replace(state, alerts=tuple(each for each in state.alerts if each != alert)))

    def older(self, search: Search, before: int) -> Found:
        """As `search.older`; from a new chain, if a record turns out to be altered."""
        try:
            return older(self.file, search, before)
        except Altered as wrong:
            self.begin_anew(wrong)
            return older(self.file, search, NEWEST)

    def newer(self, search: Search, after: int) -> tuple[tuple[Numbered, ...], int]:
        """As `search.newer`."""
        try:
            return newer(self.file, search, after)
        except Altered as wrong:
            self.begin_anew(wrong)
            return newer(self.file, search, 0)

    def proof(self, rows: Rows) -> Proof:
        """What proves exported rows."""
        file = self.file
        return Proof(
            rows=rows,
            chain=file.state.chain,
            office=self._home.office,
            count=file.head.count,
            digest=file.head.digest.hex(),
            start=file.state.pruned.digest.hex(),
            first=file.state.pruned.count + 1,
        )

    def since(self) -> datetime | None:
        """The time of the first record that is still there."""
        first = self.file.after(0, 1)
        return first[0].record.at if first else None

    def _remember(self, record: Record) -> None:
        if record.action == Action.WRITE and record.ref in self.results:
            self.results[record.ref].add(record.result)

    def _alert(self, finding: Finding, *, before: tuple[str, ...]) -> None:
        state, now = self.file.state, self._now()
        alerts = (*state.alerts, Alert(now, finding))
        self.file.save(replace(state, before=before, witnesses=(), alerts=alerts))
        self.file.append([self._home.record(now, Action.TAMPERED, finding)])

    def _latest(self) -> datetime | None:
        try:
            last = self.file.before(self.file.head.count + 1, 1)
        except Altered:  # found again, and dealt with, when the chain is checked
            return None
        return last[0].record.at if last else None

    def _with_clock_records(self, records: list[Record]) -> list[Record]:
        found: list[Record] = []
        last = self._last
        for record in records:
            if self._real_time and last is not None and record.at < last - SET_BACK:
                seconds = round((last - record.at).total_seconds())
                found.append(self._home.record(record.at, Action.CLOCK, f"{seconds} s"))
            found.append(record)
            last = record.at
        return found
