"""A payment that is refused, that waits, or whose answer is lost, without a window."""

from __future__ import annotations

from decimal import Decimal

from app.domain.money.preview import Way
from app.practice.server.faults import Fault
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing, payments, splits
from tests.support.paying import open_panel, post
from tests.support.qt_loop import until
from tests.viewmodels.disks import no_room_on_the_disk


async def test_a_refused_one_keeps_everything(model: ScheduleScreenViewModel, served: Served) -> None:
    """A refusal is shown with its reason; the same entries can be corrected and posted."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", "20")
    panel.entries.type_text("note", "Front")
    usual = panel.state.draft.pay_type
    panel.entries.choose_type(999_999)
    panel.post()
    await until(lambda: bool(panel.state.refusal))
    assert "PayType" in panel.state.refusal
    assert (panel.state.draft.amount, panel.state.draft.note) == ("20", "Front")
    assert payments(served, pat_num) == []
    panel.entries.choose_type(usual)
    await post(panel)
    assert payments(served, pat_num) == [(20.0,)]
    await until(lambda: not [entry for entry in model.parts.journal.recent(9) if entry.open])


async def test_a_refused_one_is_changed_later(model: ScheduleScreenViewModel, served: Served) -> None:
    """The office was off and refused it later: "Change" has everything as it was entered, and replaces the refusal."""
    pat_num, desk = owing(served), model.desk
    panel = await open_panel(desk, pat_num)
    usual = panel.state.draft.pay_type
    panel.entries.type_text("note", "Front")
    panel.entries.choose_way(Way.PROCEDURES)
    first, second = (debt.thing for debt in panel.account.open_debts[:2] if debt.thing)
    for thing, amount in ((first, "10.00"), (second, "5.00")):
        panel.entries.tick(thing, on=True)
        panel.entries.type_exact(thing, amount)
    panel.entries.choose_type(999_999)
    served.faults.unreachable = True
    panel.post()
    await until(lambda: panel.state.phase is Phase.WAITING)
    panel.leave()
    served.faults.unreachable = False
    await until(lambda: any(row.can_change for row in desk.attention.rows))
    (row,) = desk.attention.rows
    desk.attention.change(row.id)
    await until(
        lambda: panel.state.person is not None and bool(panel.state.types) and not panel.state.is_loading
    )
    draft = panel.state.draft
    assert (draft.amount, draft.note, dict(draft.exact)) == (
        "15.00",
        "Front",
        {first: "10.00", second: "5.00"},
    )
    assert "PayType" in panel.state.refusal
    panel.entries.choose_type(usual)
    await post(panel)
    assert splits(served, pat_num) == [
        (row[0], number, Decimal(amount), False)
        for row, (_, number), amount in zip(
            splits(served, pat_num), (first, second), ("10.00", "5.00"), strict=True
        )
    ]
    await until(lambda: desk.attention.rows == ())


async def test_a_lost_answer_blocks_a_second_try(model: ScheduleScreenViewModel, served: Served) -> None:
    """While it is unknown whether it was posted the panel says until when, prints nothing, and never sends it again."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", "20")
    served.faults.plan("Payments.create", Fault.TIMEOUT_LATE)
    panel.post()
    await until(lambda: panel.state.phase is Phase.CHECKING)
    assert "A second try is blocked until" in panel.state.waits
    panel.receipt.print()
    panel.leave()
    panel = await open_panel(model.desk, pat_num)
    assert panel.state.phase is Phase.CHECKING
    await served.faults.deliver_late()
    await until(lambda: panel.state.phase is Phase.DONE)
    assert served.faults.seen.count("Payments.create") == 1
    assert payments(served, pat_num) == [(20.0,)]


async def test_a_lost_second_step_leads_back_to_the_payment(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Opened again while only the chosen amounts are unknown, the panel shows the payment, and then its receipt."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.choose_way(Way.PROCEDURES)
    for debt in panel.account.open_debts[:2]:
        assert debt.thing is not None
        panel.entries.tick(debt.thing, on=True)
        panel.entries.type_exact(debt.thing, "5.00")
    served.faults.plan("Payments.allocate", Fault.TIMEOUT_LATE)
    panel.post()
    await until(lambda: served.faults.seen.count("Payments.allocate") == 1)
    await until(lambda: any(each.state == "unknown" for each in model.parts.journal.unsettled()))
    panel.leave()
    panel = await open_panel(model.desk, pat_num)
    assert (panel.state.phase, panel.state.entry is not None) == (Phase.CHECKING, True)
    await served.faults.deliver_late()
    await until(lambda: panel.state.phase is Phase.DONE)
    assert panel.state.entry is not None
    assert panel.state.entry.intent.kind == "payment"
    assert payments(served, pat_num) == [(10.0,)]


async def test_offline_it_waits(model: ScheduleScreenViewModel, served: Served) -> None:
    """Without the server it waits on this PC and says so; it is posted once when the server is back."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", "20")
    served.faults.unreachable = True
    panel.post()
    await until(lambda: panel.state.phase is Phase.WAITING)
    assert panel.state.waits == "Not sent yet. It will be sent when the server is back."
    served.faults.unreachable = False
    await until(lambda: panel.state.phase is Phase.DONE)
    assert payments(served, pat_num) == [(20.0,)]


async def test_changing_a_refused_one_hides_no_other(model: ScheduleScreenViewModel, served: Served) -> None:
    """Another payment that was begun meanwhile comes back once the changed one is posted; neither is there twice."""
    pat_num, desk = owing(served), model.desk
    panel = await open_panel(desk, pat_num, "15")
    usual = panel.state.draft.pay_type
    panel.entries.choose_type(999_999)
    panel.post()
    await until(lambda: bool(panel.state.refusal))
    (row,) = desk.attention.rows
    panel.start_over()
    panel.entries.type_text("amount", "7.77")
    for note in ("", "Front"):
        desk.attention.change(row.id)
        await until(lambda note=note: (panel.state.draft.amount, panel.state.draft.note) == ("15.00", note))
        panel.entries.type_text("note", "Front")
        panel.leave()
    desk.attention.change(row.id)
    await until(lambda: panel.state.draft.note == "Front" and bool(panel.state.refusal))
    panel.entries.choose_type(usual)
    await post(panel)
    await until(lambda: desk.attention.rows == ())
    panel.start_over()
    assert (panel.state.draft.amount, panel.state.resumed) == ("7.77", True)
    panel.entries.type_text("amount", "")
    panel.start_over()
    assert panel.state.draft.is_empty


async def test_a_full_disk_keeps_what_was_entered_in_a_closed_panel(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """What could not even be journaled is in the panel again, also if that was closed before it was known."""
    pat_num, desk = owing(served), model.desk
    panel = await open_panel(desk, pat_num, "19.50")
    with no_room_on_the_disk(model.parts.journal):
        panel.post()
        panel.leave()
        await until(lambda: any("kept in the panel" in each.words for each in desk.notices.items))
    assert payments(served, pat_num) == []
    assert (await open_panel(desk, pat_num)).state.draft.amount == "19.50"
    assert panel.state.resumed
    await post(panel)
    assert payments(served, pat_num) == [(19.5,)]


async def test_a_person_who_calls_it_done_hears_what_is_left(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Decided by hand, its exact amounts can't follow: panel and notice say so, and that Open Dental has to be used."""
    panel = await open_panel(model.desk, owing(served))
    panel.entries.choose_way(Way.PROCEDURES)
    (debt,) = panel.account.open_debts[:1]
    assert debt.thing is not None
    panel.entries.tick(debt.thing, on=True)
    panel.entries.type_exact(debt.thing, "5.00")
    served.faults.plan("Payments.create", Fault.TIMEOUT_LATE)
    panel.post()
    await until(lambda: panel.state.phase is Phase.CHECKING and panel.state.entry is not None)
    assert panel.state.entry is not None
    model.desk.attention.decide(panel.state.entry.id, done=True)
    await until(lambda: panel.state.phase is Phase.DONE)
    assert panel.state.waits.endswith(": not done. Do it in Open Dental.")
    (notice,) = [each for each in model.desk.notices.items if each.words.endswith(panel.state.waits)]
    assert notice.kind == "warning"
