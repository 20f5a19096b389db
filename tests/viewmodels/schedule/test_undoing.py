"""How a write is reported to the user, and how long it can be undone."""

from __future__ import annotations

from datetime import timedelta

from app.domain.schedule.visit import Stage
from app.services.writes.schedule.cancel import BreakChoice, BreakKind
from app.services.writes.schedule.slot_watch import Loss, LostSlot
from app.viewmodels.activity import Notice
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.codec import decode_one
from app.wire.resources.appointments import Appointment
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until
from tests.viewmodels.schedule.test_drop import last

NO_SHOW = BreakChoice(BreakKind.MISSED, to_unscheduled=True)


async def told(model: ScheduleScreenViewModel, words: str) -> Notice:
    """Wait until a notice has this text."""

    def found() -> Notice | None:
        return next((each for each in reversed(model.notices.items) if words in each.words), None)

    await until(lambda: found() is not None)
    notice = found()
    assert notice is not None
    return notice


async def test_an_undo_ends_when_its_day_is_left(model: ScheduleScreenViewModel) -> None:
    """Undo is offered while a day is shown on which it would be visible, even if the toast is closed."""
    visit = last(model)
    tomorrow = TODAY + timedelta(days=1)
    model.actions.write_and_show(model.parts.visits.arrive(visit), "arrive")
    arrived = await told(model, "arrived.")
    model.notices.close(arrived.id)
    assert model.notices.undoable is arrived
    moving = last(model, Stage.UNCONFIRMED)
    start = moving.start + timedelta(days=1)
    model.actions.write_and_show(model.parts.visits.move(moving, start, moving.op_num), "move")
    moved = await told(model, "moved to")
    model.schedule.go_to(tomorrow)
    await until(lambda: not model.notices.can_undo(arrived.id))
    assert model.notices.undoable is moved
    model.schedule.go_to(tomorrow + timedelta(days=1))
    await until(lambda: model.notices.undoable is None)
    model.schedule.go_to(TODAY)
    assert model.notices.undoable is None


async def test_two_strokes_are_undone_one_by_one(model: ScheduleScreenViewModel) -> None:
    """After a second press of plus the older notice's undo is withdrawn, and back once the second is undone."""
    visit = last(model)
    model.schedule.select(visit.apt_num)
    notices = []
    for longer in (10, 20):
        model.actions.resize(model.schedule.selected, visit.minutes + longer)
        notices.append(await told(model, f"now booked for {visit.minutes + longer} minutes"))
    assert [model.notices.can_undo(each.id) for each in notices] == [False, True]
    model.commands["undo"].run()
    await until(lambda: model.notices.can_undo(notices[0].id))
    assert model.notices.undoable is notices[0]
    model.commands["undo"].run()
    await until(lambda: model.schedule.selected == visit)
    assert not any(each.kind == "error" for each in model.notices.items)


async def test_another_users_change_takes_the_undo_away(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """The undo of a move is withdrawn once the schedule shows that another user has moved it."""
    visit = last(model)
    later = visit.start + timedelta(minutes=10)
    model.actions.write_and_show(model.parts.visits.move(visit, later, visit.op_num), "move")
    moved = await told(model, "moved to")
    assert model.notices.undoable is moved
    await served.elsewhere().appointments.update(visit.apt_num, AptDateTime=later + timedelta(minutes=10))
    model.schedule.refresh()
    await until(lambda: model.notices.undoable is None)
    gone = await told(model, "another user just moved it to")
    assert gone.kind == "error"


async def test_a_cancellation_is_kept_back(model: ScheduleScreenViewModel, served: Served) -> None:
    """The notice of a delayed write says how long its undo leaves no trace, and after sending what it leaves."""
    visit = last(model)
    model.actions.write_and_show(model.parts.visits.break_visit(visit, NO_SHOW), "break")
    kept = await told(model, "no-show")
    assert kept.words.endswith("It will be sent in 10 seconds. Until then, Undo leaves no trace.")
    assert model.schedule.visit(visit.apt_num).stage is Stage.BROKEN
    assert (model.desk.attention.rows, model.desk.status.line.attention) == ((), "")
    model.notices.undo(kept.id)
    assert (await told(model, "Nothing was sent.")).undo is None
    await until(lambda: model.schedule.visit(visit.apt_num) == visit)
    model.actions.write_and_show(model.parts.visits.break_visit(visit, NO_SHOW), "break")
    await until(lambda: model.notices.undoable is not None)
    again = model.notices.undoable
    model.parts.outbox.hurry([entry.id for entry in model.parts.journal.unsettled()])
    await until(lambda: bool(model.notices.notice(again.id).undo_leaves))
    sent = model.notices.notice(again.id)
    assert sent.words == f"{visit.name}: no-show, on the Unscheduled List."
    assert sent.undo_leaves.startswith("the D9986 procedure and its fee stay in Open Dental")
    assert model.notices.undoable is sent
    assert served.row(visit.apt_num)["AptStatus"] == 3


async def test_a_refused_move_is_tried_again(model: ScheduleScreenViewModel, served: Served) -> None:
    """After reading what another user did, the user can do it anyway with one click; the refusal is dismissed."""
    visit = last(model)
    await served.elsewhere().appointments.update(
        visit.apt_num, AptDateTime=visit.start + timedelta(minutes=10)
    )
    wanted = visit.start - timedelta(minutes=20)
    model.actions.write_and_show(model.parts.visits.move(visit, wanted, visit.op_num), "move")
    refused = await told(model, "Not moved: another user just moved it to")
    assert [action.title for action in refused.actions] == ["Try again"]
    (row,) = model.desk.attention.rows
    assert (row.can_retry, row.phone) == (True, visit.person.phone)
    assert refused.words.endswith(f"Phone: {visit.person.phone}")
    model.notices.act(refused.id, "Try again")
    await told(model, "moved to")
    assert served.start_of(visit.apt_num) == wanted
    await until(lambda: model.desk.attention.rows == ())


async def test_a_lost_slot_is_told_with_the_next_opening(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A user whose slot was taken reads by whom and what the next opening is, and moves there with one click."""
    visit = last(model)
    await model.parts.visits.move(visit, visit.start, visit.op_num)
    (entry,) = model.parts.journal.recent(1)
    other = next(
        each.visit for each in model.schedule.grid.visits if each.visit.pat_num not in (0, visit.pat_num)
    )
    own = model.parts.office.visit_row(visit.apt_num)
    theirs = decode_one(
        b'{"AptNum": 1, "PatNum": %d, "Op": %d, "Pattern": "XXXXXX", "AptDateTime": "%s"}'
        % (other.pat_num, visit.op_num, f"{visit.start + timedelta(minutes=10)}".encode()),
        Appointment,
    )
    model.parts.slot_watch._lost.notify(LostSlot(entry, Loss.TAKEN, own, theirs))
    lost = await told(model, "is double-booked")
    assert f"Another user took it first ({other.name};" in lost.words
    assert "Next opening: " in lost.words
    model.notices.act(lost.id, "Move there")
    await told(model, f"{visit.name} moved to")
    assert served.start_of(visit.apt_num) != visit.start
