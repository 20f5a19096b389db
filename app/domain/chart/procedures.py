"""Procedures as an office lists them."""

from __future__ import annotations

from collections.abc import Iterable

from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus


def not_deleted(rows: Iterable[ProcedureLog]) -> list[ProcedureLog]:
    """The procedures that still count: Open Dental keeps a deleted one in its lists, with the status D."""
    return [row for row in rows if row.ProcStatus is not ProcedureStatus.DELETED]
