"""The notice that another desk has posted the same."""

from __future__ import annotations

from app.viewmodels.activity import Notice
from app.viewmodels.staff.money.panels import REFUND
from app.viewmodels.staff.money.refund.refund import RefundViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing
from tests.support.paying import open_panel, post
from tests.support.qt_loop import until


async def test_a_twin_is_told(model: ScheduleScreenViewModel, served: Served) -> None:
    """Another desk's equal payment that came in just after ours is told, with what ours was."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num, "61.07")
    await post(panel)
    (ours,) = served.sql("SELECT PayNum FROM payment WHERE PayAmt = 61.07")
    names = "PatNum, PayType, PayDate, PayAmt, DateEntry, PayNote, ClinicNum"
    served.sql(f"INSERT INTO payment ({names}) SELECT {names} FROM payment WHERE PayNum = {ours[0]}")

    await until(lambda: bool(told(model)))
    assert "$61.07" in told(model)[0].words
    assert "just after" in told(model)[0].words
    assert told(model)[0].words.endswith("the other desk should refund theirs.")
    assert told(model)[0].actions == ()


async def test_the_second_one_is_refunded_from_the_notice(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Who came second takes hers back: the refund panel opens with that payment."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num, "61.08")
    await post(panel)
    ((ours,),) = served.sql("SELECT PayNum FROM payment WHERE PayAmt = 61.08")
    names = "PatNum, PayType, PayDate, PayAmt, DateEntry, PayNote, ClinicNum"
    served.sql(f"INSERT INTO payment (PayNum, {names}) SELECT -1, {names} FROM payment WHERE PayNum = {ours}")
    await until(lambda: bool(told(model)))
    (action,) = told(model)[0].actions
    action.run()
    await until(lambda: REFUND in model.desk.money.panels)
    refund = model.desk.money.panels[REFUND].model
    assert isinstance(refund, RefundViewModel)
    await until(lambda: refund.state.draft.pay_num == ours)


def told(model: ScheduleScreenViewModel) -> list[Notice]:
    """The notices about twins."""
    return [each for each in model.desk.notices.items if "another desk posted the same" in each.words]
