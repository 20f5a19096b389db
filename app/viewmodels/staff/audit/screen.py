"""The audit log: who did what and when, whether it is intact, and its export."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.core.text import msg
from app.services.audit.keeper import Status
from app.services.audit.reader import AuditReader, OpenAudit
from app.services.audit.state import Alert
from app.services.people.authority import NotAllowed
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.audit.commands import EXPORT, MORE, PRINT
from app.viewmodels.staff.audit.export import AuditExport
from app.viewmodels.staff.audit.rows import AuditRows
from app.viewmodels.staff.audit.words import alert_words, extent_words, standing_words, unwritten_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.screens import ScreenModel, ScreenStatus
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

NOT_OPEN = Verdict(ok=False, reason=msg("The audit log isn't open."))


class AuditScreenViewModel(ScreenModel):
    """`changed` follows everything but the rows. The view asks for a file and shows the preview."""

    changed = Signal()
    export_asked = Signal(str)
    """A file name to offer."""
    print_asked = Signal()

    def __init__(self, desk: DeskViewModel, _early: None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._audit: OpenAudit | None = None
        self._unwatch: Callable[[], None] = lambda: None
        self._opening = LatestTask(desk.parts.scope)
        self.rows = AuditRows(desk, self)
        self.rows.changed.connect(self._follow)
        desk.user.changed.connect(lambda _: self._change_person())
        self.exporting = AuditExport(desk.parts, self)
        self.exporting.changed.connect(self.changed)
        self.own_commands = [
            desk.command(EXPORT, self._ask_export, self._may),
            desk.command(PRINT, self._ask_print, self._may),
            desk.command(MORE, self.rows.show_more, self.rows.may_show_more),
        ]

    @property
    def standing(self) -> str:
        """Whether the log is intact, and since when, and whose records it has; empty: it isn't open."""
        if (known := self._known) is None:
            return ""
        words = standing_words(known, self._desk.parts.clock)
        return words if self._desk.parts.shared is None else f"{words} {extent_words(known)}"

    @property
    def alerts(self) -> tuple[tuple[Alert, str], ...]:
        """What was found wrong, with its words."""
        clock = self._desk.parts.clock
        return tuple((each, alert_words(each, clock)) for each in self._known.alerts) if self._known else ()

    @property
    def unwritten(self) -> str:
        """That records can't be saved; empty: they can."""
        return unwritten_words(self._known) if self._known is not None else ""

    @property
    def status(self) -> ScreenStatus:
        """It is on this PC, and current."""
        return ScreenStatus(timedelta())

    def enter(self) -> None:
        """Open the log for the person who is signed in."""
        self._opening.start(self._open(), "open the audit")

    def leave(self) -> None:
        """Whoever comes back opens it again."""
        self._opening.cancel()
        self._unwatch()
        self._audit = None
        self.rows.show(None)

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()

    def refresh(self) -> None:
        """Search again."""
        self.rows.refresh()

    def dismiss(self, alert: Alert) -> None:
        """Stop warning of a finding."""
        if self._audit is not None:
            self._desk.parts.scope.start(self._audit.dismiss(alert), "dismiss")

    def export(self, path: Path) -> None:
        """Write all matching records as CSV, with a statement beside it."""
        if self._audit is not None:
            saving = self.exporting.save(self._audit, self.rows.typed, path)
            self._desk.parts.scope.start(saving, "export the audit")

    def print(self, parent: QObject) -> PrintViewModel:
        """The preview of the rows that are shown."""
        parts = self._desk.parts
        return self.rows.table.print(parts.scope, parts.clock, "", parent)

    def _change_person(self) -> None:
        """What one person may read, another may not."""
        if self._desk.screens.shown is self:
            self.leave()
            self.enter()

    @property
    def _known(self) -> Status | None:
        return self._audit.status if self._audit is not None else None

    async def _open(self) -> None:
        parts = self._desk.parts
        reader = AuditReader(parts.audit, parts.writes.authority)
        if parts.shared is not None:
            (office_reader,) = await parts.load("app.services.hub.audit_log:OfficeAuditReader")
            reader = office_reader(parts.audit, parts.writes.authority, parts.shared)
        try:
            self._audit = await self._desk.people.guarded(reader.open)
        except NotAllowed as refused:
            self.rows.show(None, tr(refused.words))
        else:
            self._unwatch = self._audit.watch(lambda _: self._follow())
            self.rows.show(self._audit)
        self._follow()

    def _follow(self) -> None:
        for command in self.own_commands:
            command.refresh()
        self.changed.emit()

    async def _ask_export(self) -> None:
        day = self._desk.parts.clock.now().date()
        self.export_asked.emit(tr("Audit log {date}", date=day.isoformat()) + ".csv")

    async def _ask_print(self) -> None:
        self.print_asked.emit()

    def _may(self) -> Verdict:
        return YES if self._audit is not None else NOT_OPEN
