"""Waiting, unknown or refused writes, and their actions."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.clock import ShiftedClock, local
from app.core.text import At
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import WriteState
from app.journal.errors import NotPossible
from app.practice.server.faults import Fault
from app.viewmodels.staff.attention import AttentionViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


def somebody(model: ScheduleScreenViewModel) -> Visit:
    """A confirmed appointment, selected."""
    visits = [placed.visit for placed in model.schedule.grid.visits]
    visit = next(each for each in visits if each.stage is Stage.CONFIRMED)
    model.schedule.select(visit.apt_num)
    return visit


async def test_nothing_to_settle(model: ScheduleScreenViewModel) -> None:
    """A new journal needs no attention; a done write leaves nothing there."""
    assert model.desk.attention.rows == ()
    somebody(model)
    model.commands["visit.arrived"].run()
    await until(lambda: model.schedule.selected.stage is Stage.ARRIVED)  # shown before it is sent
    await until(lambda: model.desk.attention.rows == ())


async def test_a_waiting_change_can_be_canceled(model: ScheduleScreenViewModel, served: Served) -> None:
    """A write that waits for the server is listed with its text, and canceling it sends nothing."""
    visit = somebody(model)
    served.faults.unreachable = True
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.notices.items) and "Not sent yet" in model.notices.items[-1].words)
    row = model.desk.attention.rows[0]
    assert row.words == f"{visit.name} arrived"
    assert row.state == "Not sent yet. It will be sent when the server is back."
    assert (row.can_withdraw, row.can_check, row.can_close, row.can_decide) == (True, False, False, False)
    model.desk.attention.withdraw(row.id)
    await until(lambda: model.desk.attention.rows == ())
    model.desk.attention.withdraw(row.id)
    assert "Appointments.confirm" not in served.faults.seen
    assert model.notices.items[-1].words == f"Undone: {visit.name} arrived. Nothing was sent."


async def test_a_write_in_flight_is_shown_as_being_sent(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A write in flight is shown as being sent, initially and when the server is retried."""
    first = somebody(model)
    served.faults.plan("Appointments.get", Fault.HANG_BEFORE)
    served.faults.seen.clear()
    model.commands["visit.arrived"].run()
    await until(lambda: [row.state for row in model.desk.attention.rows] == ["Sending…"])
    await until(lambda: "Appointments.get" in served.faults.seen)  # it hangs from now on
    served.faults.unreachable = True
    second = next(
        placed.visit
        for placed in model.schedule.grid.visits
        if placed.visit.stage is Stage.CONFIRMED and placed.visit.apt_num != first.apt_num
    )
    model.actions.stages.advance(second.apt_num)
    await until(
        lambda: len(model.desk.attention.rows) == 2 and "Not sent yet" in model.desk.attention.rows[1].state
    )
    assert model.desk.attention.rows[0].state == "Sending…"
    served.faults.plan("Appointments.get", Fault.HANG_BEFORE)
    served.faults.unreachable = False
    await until(lambda: model.desk.attention.rows[1].state == "Sending…")


async def test_a_waiting_change_names_what_holds_it_up(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A change held up by a sign-in page doesn't wait for the server; it is sent once the office answers again."""
    visit = somebody(model)
    served.faults.sign_in_page = True
    model.commands["visit.arrived"].run()
    await until(lambda: any(row.state.startswith("Not sent") for row in model.desk.attention.rows))
    held_up = "A sign-in page or proxy is in the way. It will be sent once Open Dental answers again."
    assert model.desk.attention.rows[0].state == f"Not sent yet. {held_up}"
    said = f"Not sent yet: {visit.name} arrived. {held_up}"
    await until(lambda: said in [each.words for each in model.notices.items])
    served.faults.sign_in_page = False
    await until(lambda: model.desk.attention.rows == ())


async def test_a_change_that_the_office_postponed_is_retried(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A change that waits although the office answers doesn't wait for the server either."""
    somebody(model)
    served.faults.plan("Appointments.get", Fault.SERVER_ERROR, times=9)
    model.commands["visit.arrived"].run()
    await until(lambda: any(row.state.startswith("Not sent") for row in model.desk.attention.rows))
    assert model.desk.attention.rows[0].state == "Not sent yet. Front Desk will try again in a moment."


async def test_a_refused_write_stays_until_it_is_dismissed(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A refused write stays with its reason until it is dismissed."""
    visit = somebody(model)
    served.sql("DELETE FROM appointment WHERE AptNum = ?", visit.apt_num)
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.desk.attention.rows) and model.desk.attention.rows[0].can_close)
    row = model.desk.attention.rows[0]
    assert row.state.startswith("Not done. This is no longer in Open Dental.")
    assert not row.can_withdraw
    model.desk.attention.dismiss(row.id)
    await until(lambda: model.desk.attention.rows == ())


async def test_an_unknown_write_can_be_checked_at_once(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A write without an answer says not to enter it again; checking now determines its outcome."""
    somebody(model)
    served.faults.plan("Appointments.confirm", Fault.TIMEOUT_LATE)
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.desk.attention.rows) and model.desk.attention.rows[0].can_check)
    row = model.desk.attention.rows[0]
    assert "Don't enter it again before " in row.state
    await served.faults.deliver_late()
    model.desk.attention.check(row.id)
    await until(lambda: model.desk.attention.rows == ())
    assert model.parts.journal.recent(1)[0].state is WriteState.DONE
    assert served.faults.seen.count("Appointments.confirm") == 1


async def test_a_write_of_another_day_shows_its_date(model: ScheduleScreenViewModel, served: Served) -> None:
    """A row shows when the write was made, with the date as soon as that is not today."""
    somebody(model)
    served.faults.unreachable = True
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.desk.attention.rows))
    parts = model.parts
    made_at = local(parts.journal.recent(1)[0].made_at, parts.clock)
    assert model.desk.attention.rows[0].time == str(At(made_at))
    tomorrow = ShiftedClock.starting_at(made_at + timedelta(days=1))
    later = AttentionViewModel(replace(parts, clock=tomorrow), model.desk.outcomes)
    assert later.rows[0].time == f"Tue, Nov 17, {At(made_at)}"
    later.close()


async def test_lost_data_stays_until_it_was_read(model: ScheduleScreenViewModel, served: Served) -> None:
    """Changes that can't be read on this PC are listed and counted until the row is dismissed."""
    store = model.parts.journal.store
    waiting = somebody(model)
    served.faults.unreachable = True
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.desk.attention.rows))
    store._file._database.change("UPDATE entry SET state = 'sent'")
    with pytest.raises(NotPossible):
        await model.parts.journal.advance(model.desk.attention.rows[0].id, WriteState.SENT)
    await store.check()
    row = model.desk.attention.rows[0]
    assert row.words == "Changes may be lost"
    assert store.damage[0].aside in row.state
    assert (row.can_close, row.can_withdraw, row.can_check, row.can_decide) == (True, False, False, False)
    assert model.desk.attention.rows[1].words == f"{waiting.name} arrived"
    assert model.desk.status.line.attention == "2 need attention"
    model.desk.attention.dismiss(row.id, row.lost)
    await until(lambda: len(model.desk.attention.rows) == 1)
    assert model.desk.status.line.attention == "1 needs attention"


async def test_a_second_click_decides_nothing_more(
    model: ScheduleScreenViewModel, served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    """Settling a write twice as done has no further effect."""
    somebody(model)
    served.faults.plan("Appointments.confirm", Fault.TIMEOUT_LATE)
    model.commands["visit.arrived"].run()
    await until(lambda: bool(model.desk.attention.rows) and model.desk.attention.rows[0].can_check)
    for _ in range(2):
        model.desk.attention.decide(model.desk.attention.rows[0].id, done=True)
    await until(lambda: model.desk.attention.rows == ())
    await asyncio.sleep(0.1)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
