"""Saves the audit log as a CSV file, with a statement beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.text import ExplainedError
from app.sealed.errors import LocalStoreError
from app.services.audit.reader import OpenAudit
from app.viewmodels.messages import explain
from app.viewmodels.staff.audit.filters import Typed, understood
from app.viewmodels.staff.audit.statement import statement
from app.viewmodels.staff.parts import Parts
from app.viewmodels.translation import tr


class AuditExport(QObject):
    """`changed`: another outcome."""

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.outcome = ""
        """How the last one ended; empty: there was none."""

    async def save(self, audit: OpenAudit, typed: Typed, path: Path) -> None:
        """Write all matching records, and the statement under the same name with the ending .txt."""
        self._say(tr("Exporting…"))
        try:
            await self._write(audit, typed, path)
        except OSError:
            self._say(
                tr(
                    "{file} couldn't be saved. If it is open in another program, close it there, "
                    "or choose another folder.",
                    file=str(path),
                )
            )
        except (ExplainedError, LocalStoreError) as error:
            self._say(explain(error).sentence)
        else:
            self._say(tr("Saved as {file}, with a statement beside it", file=str(path)))

    async def _write(self, audit: OpenAudit, typed: Typed, path: Path) -> None:
        notes, clock = self._parts.audit, self._parts.clock
        proof = await audit.export(path, understood(typed, clock).search)
        status = audit.status
        text = statement(proof, status, clock, notes.who(), notes.workstation, file=path.name)
        path.with_suffix(".txt").write_text(text, encoding="utf-8")

    def _say(self, words: str) -> None:
        self.outcome = words
        self.changed.emit()
