"""Reading and exporting the audit, for those who may; both are recorded themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.core.text import msg
from app.domain.people.rights import Demand, Right
from app.services.audit.audit import Action
from app.services.audit.export import CsvWriter, Proof
from app.services.audit.file import Numbered
from app.services.audit.keeper import AuditKeeper, Status
from app.services.audit.late import LateAudit
from app.services.audit.opening import RECORD
from app.services.audit.search import NEWEST, Found, Search
from app.services.audit.state import Alert
from app.services.audit.writer import AuditWriter
from app.services.people.authority import Approval, Authority, NotAllowed

NEEDED = Demand(Right.READ_AUDIT)


class AuditReader:
    """Reads for the person who is signed in."""

    def __init__(self, notes: LateAudit, authority: Authority) -> None:
        self._notes = notes
        self._authority = authority

    async def open(self, approval: Approval | None = None) -> OpenAudit:
        """Begin to read. Raises NotAllowed, unless the person or the one who approved has the right."""
        self._authority.check([NEEDED], approval)
        keeper = await self._notes.keeper()
        self._notes.note(Action.READ_AUDIT)
        return OpenAudit(self._notes, keeper)


class OpenAudit:
    """The audit, open for one person. Everything raises NotAllowed once another one is signed in."""

    def __init__(self, notes: LateAudit, keeper: AuditKeeper) -> None:
        self.keeper = keeper
        self._notes = notes
        self._who = notes.who()

    @property
    def status(self) -> Status:
        """Whether it is intact, and how much there is."""
        return self.keeper.status

    def watch(self, callback: Callable[[Status], None]) -> Callable[[], None]:
        """Call back with each new status. Returns a function that unsubscribes."""
        return self.keeper.watch(callback)

    async def page(self, search: Search, before: int = NEWEST, *, least: int = 1) -> Found:
        """At least so many of the next older matches, if there are; newest first. Raises StoreFailed."""
        self._check()
        rows: list[Numbered] = []
        rest = before
        while rest > 1:
            found = await self.keeper.run(partial(AuditWriter.older, search=search, before=rest))
            rows += found.rows
            rest = found.rest
            if len(rows) >= least:
                break
        return Found(tuple(rows), rest)

    async def export(self, path: Path, search: Search) -> Proof:
        """Write all matches to a CSV file, oldest first; returns what proves them.

        Raises OSError if the file can't be written, StoreFailed if the audit can't be read.
        """
        self._check()
        with CsvWriter(path) as writer:
            at, before = 0, -1
            while at != before:
                before = at
                rows, at = await self.keeper.run(partial(AuditWriter.newer, search=search, after=before))
                writer.add(rows)
        self._notes.note(Action.EXPORT_AUDIT, RECORD, result=f"{writer.count} rows")  # words: the audit's
        return await self.keeper.run(lambda each: each.proof(writer.rows))

    async def dismiss(self, alert: Alert) -> None:
        """Stop warning of a finding, which is recorded. Raises StoreFailed."""
        self._check()
        self._notes.note(Action.DISMISS_ALERT, RECORD, alert.number, alert.finding)
        await self.keeper.dismiss(alert)

    def _check(self) -> None:
        if self._notes.who() != self._who:
            raise NotAllowed(
                msg("Another person is signed in now. Open the audit log again."), [NEEDED], second=False
            )
