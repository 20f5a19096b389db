"""Posting an adjustment, without a window."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from app.domain.money.adjustment_types import AdjustmentType, opposite_of
from app.practice.server.faults import Fault
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.adjustment.adjustment import AdjustmentViewModel
from app.viewmodels.staff.money.adjustment.shown import (
    balances,
    procedure_choices,
    provider_choices,
    type_choices,
)
from app.viewmodels.staff.money.panels import ADJUST
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing
from tests.support.qt_loop import until
from tests.viewmodels.money.money_panels import opened, posted

OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]


async def panel_of(desk: DeskViewModel, pat_num: int) -> AdjustmentViewModel:
    """The panel, with the types."""
    desk.money.adjust(pat_num)
    panel: AdjustmentViewModel = await opened(desk, ADJUST, pat_num)
    await until(lambda: bool(panel.types.types))
    return panel


def choose(panel: AdjustmentViewModel, name: str) -> None:
    """Choose a type by its name."""
    panel.choose("adj_type", next(each.num for each in panel.types.types if each.name == name))


def adjustments(served: Served, pat_num: int) -> list[Any]:
    """What was posted today."""
    return served.sql(
        "SELECT AdjAmt, ProcNum FROM adjustment WHERE PatNum = ? AND DateEntry = '2026-11-17' ORDER BY AdjNum",
        pat_num,
    )


async def test_the_types_of_the_office(model: ScheduleScreenViewModel, served: Served) -> None:
    """Hidden ones and those that Open Dental posts itself are not offered; each says whether it adds or takes off."""
    panel = await panel_of(model.desk, owing(served))
    titles = [title for _, title in type_choices(panel)]
    assert titles == [
        "Courtesy discount (takes off)",
        "Cash discount (takes off)",
        "Family discount (takes off)",
        "Late fee (adds)",
        "Broken appointment (adds)",
        "Finance charge (adds)",
    ]
    hidden = {row[0] for row in served.sql("SELECT ProvNum FROM provider WHERE IsHidden = 1")}
    assert hidden.isdisjoint({num for num, _ in provider_choices(panel)})


async def test_the_new_balance_is_shown_before_and_is_there_after(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """On a procedure and on none: what stands in the panel before posting is what the account has afterwards."""
    pat_num = owing(served)
    panel = await panel_of(model.desk, pat_num)
    for name, amount, attached in (("Courtesy discount", "10.05", True), ("Late fee", "25", False)):
        panel.type_text("amount", amount)
        choose(panel, name)
        number = next(num for num, _ in procedure_choices(panel.state) if num) if attached else 0
        panel.choose_procedure(number)
        shown = {row.what: row.amount.split(" → ")[1] for row in balances(panel)}
        assert ("Owed on the procedure" in shown) is attached
        assert panel.state.cautions == ()
        await posted(panel)
        panel.start_over()
        await until(lambda: not panel.state.account_words)
        own = panel.state.family.member(pat_num)
        assert f"{own.balance:,.2f}" == shown["Patient's balance"]
        assert f"{panel.state.family.account.balance:,.2f}" == shown["Family balance"]
    assert [amount for amount, _ in adjustments(served, pat_num)] == [-10.05, 25]
    assert bool(adjustments(served, pat_num)[0][1])
    assert not adjustments(served, pat_num)[1][1]


async def test_what_is_missing_is_said(model: ScheduleScreenViewModel, served: Served) -> None:
    """Amount, type and date, each with its field; a card number stays out of the note."""
    panel = await panel_of(model.desk, owing(served))
    fields: list[str] = []
    panel.missing.connect(fields.append)
    panel.post()
    panel.type_text("amount", "10")
    panel.post()
    choose(panel, "Late fee")
    panel.type_text("day", "someday")
    panel.post()
    panel.type_text("day", "")
    panel.type_text("note", "4111 1111 1111 1111")
    assert fields == ["amount", "adj_type", "day", "note"]
    assert panel.state.draft.note == ""
    assert "card number" in panel.state.problem


async def test_a_question_is_answered_by_the_same_click(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """More than what is owed is asked about once, and another amount asks anew; the future is refused."""
    pat_num = owing(served)
    panel = await panel_of(model.desk, pat_num)
    panel.type_text("amount", "5000")
    choose(panel, "Courtesy discount")
    panel.post()
    assert panel.state.asked
    panel.type_text("amount", "6000")
    assert not panel.state.asked
    panel.type_text("day", "11/18/2026")
    panel.post()
    assert panel.state.phase is Phase.ENTERING
    assert adjustments(served, pat_num) == []


async def test_an_unknown_one_blocks_and_what_was_typed_is_kept(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """While it is checked the panel says so; after the panel was closed and opened it says so again."""
    pat_num = owing(served)
    panel = await panel_of(model.desk, pat_num)
    served.faults.plan("Adjustments.create", Fault.TIMEOUT_AFTER)
    served.faults.plan("Adjustments.list", Fault.NO_ROWS, times=5)  # two looks find nothing yet
    panel.type_text("amount", "12.50")
    choose(panel, "Late fee")
    panel.post()
    await until(lambda: panel.state.phase is Phase.CHECKING)
    assert "second try is blocked" in panel.state.waits
    panel.leave()
    model.desk.money.adjust(pat_num)
    await until(lambda: panel.state.person is not None and panel.state.phase is not Phase.ENTERING)
    await until(lambda: panel.state.phase is Phase.DONE)
    assert [amount for amount, _ in adjustments(served, pat_num)] == [12.5]


def test_what_names_say() -> None:
    """A write-off needs a right of its own; an undo needs a type that is named as a correction."""
    off, fee = AdjustmentType(1, "Bad debt", adds=False), AdjustmentType(2, "Late fee", adds=True)
    undo = AdjustmentType(3, "Discount reversal", adds=True)
    assert (off.writes_off, fee.writes_off, AdjustmentType(4, "Write-off", adds=True).writes_off) == (
        True,
        False,
        False,
    )
    assert (
        opposite_of(off, (off, fee)),
        opposite_of(off, (off, fee, undo)),
        opposite_of(fee, (off, undo)),
    ) == (0, 3, 0)
