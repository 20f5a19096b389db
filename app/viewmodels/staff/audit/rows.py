"""The records that are shown: those that match the search, newest first, some hundred at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.core.text import ExplainedError, msg
from app.sealed.errors import LocalStoreError
from app.services.audit.file import Numbered
from app.services.audit.reader import OpenAudit
from app.services.audit.search import NEWEST
from app.viewmodels.messages import explain
from app.viewmodels.staff.audit.columns import columns
from app.viewmodels.staff.audit.filters import Typed, understood
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

ALL_SHOWN = Verdict(ok=False, reason=msg("All matching records are shown."))
PAGE = 200
"""Records shown at first, and again with each "Show older", at least."""


class AuditRows(QObject):
    """`changed`: other rows, or another problem with the search."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = desk.parts.clock
        self._reading = LatestTask(desk.parts.scope)
        self._audit: OpenAudit | None = None
        self._rest = NEWEST
        self.typed = Typed()
        self.problem = ""
        """What is wrong with the typed search."""
        memory = desk.tables or ForgetfulMemory()
        self.table = TableViewModel(
            "audit",
            msg("Audit log"),
            columns(self._clock),
            lambda row: row.number,
            memory,
            self,
            empty=msg("No records match this search."),
        )

    def may_show_more(self) -> Verdict:
        """Whether older records may match."""
        return YES if self._audit is not None and self._rest > 1 else ALL_SHOWN

    def show(self, audit: OpenAudit | None, words: str = "") -> None:
        """Show the records of an open audit; None: only these words."""
        self._audit = audit
        self._reading.cancel()
        self._show_only(words or tr("Loading…"))
        self.refresh()

    def refresh(self) -> None:
        """Search again."""
        if self._audit is not None:
            self._reading.start(self._search(self._audit), "search the audit")

    def search(self, typed: Typed) -> None:
        """Search for what was typed."""
        if typed != self.typed:
            self.typed = typed
            self.refresh()

    async def show_more(self) -> None:
        """Show the next older ones below the others."""
        if self._audit is not None:
            await self._read(self._audit, self._rest, self.table.model.rows)

    def _show_only(self, words: str) -> None:
        """Forget the records that were shown: someone else may sit here."""
        self.table.show_rows(())
        self.table.show_words(words)

    async def _search(self, audit: OpenAudit) -> None:
        self.problem = tr(understood(self.typed, self._clock).problem)
        self.changed.emit()
        await self._read(audit, NEWEST, ())

    async def _read(self, audit: OpenAudit, before: int, above: Sequence[Numbered]) -> None:
        search = understood(self.typed, self._clock).search
        try:
            found = await audit.page(search, before, least=PAGE)
        except (ExplainedError, LocalStoreError) as error:
            self._show_only(explain(error).sentence)
            self.changed.emit()
            return
        self._rest = found.rest
        self.table.show_rows((*above, *found.rows))
        self.changed.emit()
