"""An account of which only the newest entries are read yet."""

from __future__ import annotations

from app.services.money.account.reader import AccountReader
from app.store.patients.parts import Ready
from app.viewmodels.staff.money.panels import PAYMENT
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.shown import figures, unearned
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing
from tests.support.paying import open_panel


async def test_nothing_is_offered_of_a_part(model: ScheduleScreenViewModel, served: Served) -> None:
    """While only the newest entries are read, no sum of them is called owed, offered, or split."""
    part, seen = model.desk.parts.patients.of(AccountReader), 0
    pat_num = owing(served)

    def look(number: int) -> None:
        nonlocal seen
        state, panel = part.state(number), model.desk.money.panels[PAYMENT].model
        assert isinstance(panel, PaymentViewModel)
        if isinstance(state, Ready) and not state.value.complete and panel.state.family is state.value:
            seen += 1
            assert (figures(panel.state), unearned(panel.state)) == ("", "")
            assert panel.account.offers == panel.account.open_debts == ()
            assert panel.state.preview is None

    await open_panel(model.desk, owing(served, 1))
    stop = part.watch(look)
    panel = await open_panel(model.desk, pat_num, "20")
    stop()
    assert seen
    assert figures(panel.state)
    assert panel.state.preview is not None
