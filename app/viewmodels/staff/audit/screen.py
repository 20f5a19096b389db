"""The audit log: who did what and when, whether it is intact, and its export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from app.core.tasks import LatestTask
from app.core.text import msg
from app.sealed.errors import LocalStoreError
from app.services.audit.file import Numbered
from app.services.audit.keeper import Status
from app.services.audit.reader import AuditReader, OpenAudit
from app.services.audit.search import NEWEST
from app.services.audit.state import Alert
from app.services.people.authority import NotAllowed
from app.viewmodels.messages import explain
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.audit.columns import columns
from app.viewmodels.staff.audit.commands import EXPORT, MORE, PRINT
from app.viewmodels.staff.audit.filters import Typed, understood
from app.viewmodels.staff.audit.statement import statement
from app.viewmodels.staff.audit.words import alert_words, standing_words, unwritten_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

PAGE = 200
"""Records shown at first, and again with each "Show older"."""
NOT_OPEN = Verdict(ok=False, reason=msg("The audit log isn't open."))
ALL_SHOWN = Verdict(ok=False, reason=msg("All matching records are shown."))


class AuditScreenViewModel(ScreenModel):
    """`changed` follows everything but the rows. The view asks for a file and shows the preview."""

    changed = Signal()
    export_asked = Signal(str)
    """A file name to offer."""
    print_asked = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self._desk = desk
        parts = desk.parts
        self._reader = AuditReader(parts.audit, parts.writes.authority)
        self._audit: OpenAudit | None = None
        self._unwatch: Callable[[], None] = lambda: None
        self._reading = LatestTask(parts.scope)
        self._rest = NEWEST
        self.typed = Typed()
        self.problem = ""
        """What is wrong with the typed search."""
        self.outcome = ""
        """How the last export ended."""
        memory = desk.tables or ForgetfulMemory()
        self.table = TableViewModel(
            "audit", msg("Audit log"), columns(parts.clock), lambda row: row.number, memory, self
        )
        self.own_commands = [
            desk.command(EXPORT, self._ask_export, self._may),
            desk.command(PRINT, self._ask_print, self._may),
            desk.command(MORE, self._show_more, self._may_show_more),
        ]

    # --- what is shown -------------------------------------------------------------------------------------

    @property
    def standing(self) -> str:
        """Whether the log is intact, and since when; empty: it isn't open."""
        return standing_words(self._status, self._desk.parts.clock) if self._status is not None else ""

    @property
    def alerts(self) -> tuple[tuple[Alert, str], ...]:
        """What was found wrong, with its words."""
        clock = self._desk.parts.clock
        return tuple((each, alert_words(each, clock)) for each in self._status.alerts) if self._status else ()

    @property
    def unwritten(self) -> str:
        """That records can't be saved; empty: they can."""
        return unwritten_words(self._status) if self._status is not None else ""

    @property
    def status(self) -> ScreenStatus:
        """It has no age: it is what is on this PC."""
        return ScreenStatus()

    # --- what the user does --------------------------------------------------------------------------------

    def enter(self) -> None:
        """Open the log for the person who is signed in."""
        self._reading.start(self._open(), "open the audit")

    def leave(self) -> None:
        """Whoever comes back opens it again."""
        self._reading.cancel()
        self._unwatch()
        self._audit = None
        self.table.show_words(tr("Loading…"))

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()

    def refresh(self) -> None:
        """Search again."""
        if self._audit is not None:
            self._reading.start(self._search(self._audit), "search the audit")

    def search(self, typed: Typed) -> None:
        """Search for what was typed."""
        if typed != self.typed:
            self.typed = typed
            self.refresh()

    def dismiss(self, alert: Alert) -> None:
        """Stop warning of a finding."""
        if self._audit is not None:
            self._desk.parts.scope.start(self._dismiss(self._audit, alert), "dismiss")

    def export(self, path: Path) -> None:
        """Write all matching records as CSV, with a statement beside it."""
        if self._audit is not None:
            self._desk.parts.scope.start(self._export(self._audit, path), "export the audit")

    def print(self, parent: AuditScreenViewModel) -> PrintViewModel:
        """The preview of the rows that are shown."""
        parts = self._desk.parts
        return self.table.print(parts.scope, parts.clock, "", parent)

    # --- inside --------------------------------------------------------------------------------------------

    @property
    def _status(self) -> Status | None:
        return self._audit.keeper.status if self._audit is not None else None

    async def _open(self) -> None:
        try:
            self._audit = await self._reader.open()
        except NotAllowed as refused:
            self.table.show_words(tr(refused.words))
            self._changed()
            return
        self._unwatch = self._audit.keeper.watch(lambda _: self._changed())
        self._changed()
        await self._search(self._audit)

    async def _search(self, audit: OpenAudit) -> None:
        wanted = understood(self.typed, self._desk.parts.clock)
        self.problem = tr(wanted.problem)
        self.changed.emit()
        try:
            found = await audit.page(wanted.search, least=PAGE)
        except (NotAllowed, LocalStoreError) as error:
            self._fail(error)
            return
        self._rest = found.rest
        self._show(found.rows)

    async def _show_more(self) -> None:
        if self._audit is None:
            return
        wanted = understood(self.typed, self._desk.parts.clock)
        found = await self._audit.page(wanted.search, self._rest, least=PAGE)
        self._rest = found.rest
        self._show((*self.table.model.rows, *found.rows))

    def _show(self, rows: tuple[Numbered, ...]) -> None:
        if rows:
            self.table.show_rows(rows)
        else:
            self.table.show_words(tr("No records match this search."))
        self._changed()

    async def _dismiss(self, audit: OpenAudit, alert: Alert) -> None:
        await audit.dismiss(alert)
        self._changed()

    async def _export(self, audit: OpenAudit, path: Path) -> None:
        parts = self._desk.parts
        self._say(tr("Exporting…"))
        try:
            proof = await audit.export(path, understood(self.typed, parts.clock).search)
            text = statement(
                proof,
                audit.keeper.status,
                parts.clock,
                who=parts.audit.who(),
                workstation=parts.audit.workstation,
                file=path.name,
            )
            path.with_suffix(".txt").write_text(text, encoding="utf-8")
        except OSError:
            self._say(
                tr(
                    "{file} couldn't be saved. If it is open in another program, close it there, "
                    "or choose another folder.",
                    file=str(path),
                )
            )
        except (NotAllowed, LocalStoreError) as error:
            self._fail(error)
        else:
            self._say(tr("Saved as {file}, with a statement beside it", file=str(path)))

    def _say(self, words: str) -> None:
        self.outcome = words
        self._changed()

    def _fail(self, error: Exception) -> None:
        self.table.show_words(explain(error).sentence)
        self._changed()

    def _changed(self) -> None:
        for command in self.own_commands:
            command.refresh()
        self.changed.emit()

    async def _ask_export(self) -> None:
        day = self._desk.parts.clock.now().date()
        self.export_asked.emit(f"{tr('Audit log')} {day.isoformat()}.csv")

    async def _ask_print(self) -> None:
        self.print_asked.emit()

    def _may(self) -> Verdict:
        return YES if self._audit is not None else NOT_OPEN

    def _may_show_more(self) -> Verdict:
        if self._audit is None:
            return NOT_OPEN
        return YES if self._rest > 1 else ALL_SHOWN
