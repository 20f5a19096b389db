"""The tour of the audit log."""

from __future__ import annotations

from app.bootstrap.screens import AUDIT
from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.audit.filters import Typed
from app.viewmodels.staff.audit.screen import AuditScreenViewModel
from app.views.staff.audit.screen import AuditScreen


async def log(hands: Hands) -> None:
    """Everything that was done, newest first; the keys choose an entry."""
    await hands.until(
        lambda: bool(_model(hands).rows.table.model.rows) and "intact" in _model(hands).standing
    )
    there(hands.program.window.findChild(AuditScreen)).table.selectRow(0)


async def changes(hands: Hands) -> None:
    """Only changes, and what closes a day."""
    model = _model(hands)
    model.rows.search(Typed(group=1))
    await hands.until(
        lambda: {row.record.action for row in model.rows.table.model.rows} <= {"change", "day closed"}
    )


def _model(hands: Hands) -> AuditScreenViewModel:
    model = hands.desk.screens.model(AUDIT)
    if not isinstance(model, AuditScreenViewModel):
        raise TypeError("another screen is called audit")
    return model


STEPS = (("audit log", log), ("changes in the audit log", changes))
