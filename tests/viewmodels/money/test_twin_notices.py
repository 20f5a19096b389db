"""The notice that another desk has posted the same."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing
from tests.support.qt_loop import until
from tests.viewmodels.money.test_payment import open_panel, post


async def test_a_twin_is_told(model: ScheduleScreenViewModel, served: Served) -> None:
    """Another desk's equal payment that came in just after ours is told, with what ours was."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num, "61.07")
    await post(panel)
    (ours,) = served.sql("SELECT PayNum FROM payment WHERE PayAmt = 61.07")
    names = "PatNum, PayType, PayDate, PayAmt, DateEntry, PayNote, ClinicNum"
    served.sql(f"INSERT INTO payment ({names}) SELECT {names} FROM payment WHERE PayNum = {ours[0]}")

    def told() -> list[str]:
        return [
            each.words for each in model.desk.notices.items if "another desk posted the same" in each.words
        ]

    await until(lambda: bool(told()))
    assert "$61.07" in told()[0]
