"""Money panels with fields, opened without a window."""

from __future__ import annotations

from typing import Any

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.form import MoneyForm
from app.viewmodels.staff.money.payment.state import Phase
from tests.support.qt_loop import until


async def opened(desk: DeskViewModel, panel_id: str, pat_num: int) -> Any:
    """The panel of a patient, with the whole account."""

    def ready() -> bool:
        found = desk.money.panels.get(panel_id)
        state = getattr(found.model, "state", None) if found is not None else None
        known = state is not None and state.person is not None and state.person.pat_num == pat_num
        return bool(known and state.family is not None and state.family.complete and not state.account_words)

    await until(ready)
    model = desk.money.panels[panel_id].model
    assert isinstance(model, MoneyForm)
    return model


async def posted(panel: MoneyForm) -> None:
    """Post it, answering questions with yes, and wait until it is done."""
    panel.post()
    if panel.state.asked:
        panel.post()
    await until(lambda: panel.state.phase is Phase.DONE)
