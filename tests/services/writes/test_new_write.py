"""A new write needs one module and one line of the registry: this file is such a module and registers itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.tasks import TaskScope
from app.core.text import msg
from app.journal.entries import Entry, Intent
from app.practice.server.faults import Fault
from app.services.writes.create import Create
from app.services.writes.registry import WRITES
from app.store.changes import Change, ChangeKind
from app.store.topics import Part, Topic
from app.wire.resources.adjustments import Adjustments
from app.wire.resources.procedure_logs import ProcedureLogs
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town

DISCOUNT, EXTRA_CHARGE = 170, 171


class PostAdjustment(Create):
    """An adjustment can't be deleted: it is undone by an opposite one."""

    def undo(self, entry: Entry) -> Intent | None:
        """Post the same amount with the opposite sign."""
        if (row := entry.answer) is None or entry.intent.undo_of is not None:
            return None
        undo = adjustment(row["PatNum"], EXTRA_CHARGE, -float(row["AdjAmt"]), tiny.TODAY, entry.intent.whose)
        return replace(undo, undo_of=entry.id)


POST_ADJUSTMENT = PostAdjustment(
    "courtesy",
    Adjustments.create,
    key="AdjNum",
    part=Part.ACCOUNT,
    mark="AdjNote",
    not_done=msg("Not posted"),
)


def adjustment(pat_num: int, adj_type: int, amount: float, day: date, name: str) -> Intent:
    """Post an adjustment of this many dollars."""
    return POST_ADJUSTMENT.intent(
        subject=f"account:{pat_num}",
        arguments={
            "PatNum": pat_num,
            "AdjType": adj_type,
            "AdjAmt": f"{amount:.2f}",
            "AdjDate": f"{day}",
            "AdjNote": "Courtesy",
        },
        words=msg("Adjustment of {amount} posted for {name}", amount=f"{amount:.2f}", name=name),
        whose=name,
    )


COURTESY = adjustment(tiny.ANN, DISCOUNT, -10, tiny.TODAY, "Berg, Ann")


@pytest.fixture
def town(open_town: OpenTown) -> Town:
    """A practice that has adjustment types."""
    town = open_town()
    for number, name, sign in ((DISCOUNT, "Discount", "-"), (EXTRA_CHARGE, "Charge", "+")):
        town.sql(
            "INSERT INTO definition (DefNum, Category, ItemOrder, ItemName, ItemValue, ItemColor, IsHidden)"
            " VALUES (?, 1, 0, ?, ?, 0, 0)",
            number,
            name,
            sign,
        )
    return town


@pytest.fixture
async def desk(town: Town) -> Desk:
    """A desk that knows the new write."""
    return await town.desk(writes=(*WRITES, POST_ADJUSTMENT))


def posted(town: Town) -> list[tuple[Any, ...]]:
    """The amounts on the patient's account."""
    return town.sql("SELECT AdjAmt, AdjNote FROM adjustment WHERE PatNum = ? ORDER BY AdjNum", tiny.ANN)


async def test_it_is_posted_told_and_undone(desk: Desk, town: Town) -> None:
    """It is sent once with its mark, subscribers of the account are notified, and the undo reverses it."""
    heard: list[Change] = []
    desk.office.watch(heard.append)
    entry = await desk.writes.send(COURTESY)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Adjustment of -10.00 posted for Berg, Ann")
    assert posted(town) == [(-10, f"Courtesy {entry.intent.mark}")]
    await town.settled(desk)
    assert [each.topic for each in heard if each.kind is ChangeKind.TOPIC] == [Topic(Part.ACCOUNT, tiny.ANN)]
    assert not any(each.concerns([tiny.TODAY]) for each in heard)
    assert desk.writes.can_undo(entry)
    undone = await desk.writes.undo(entry)
    assert (undone.state, [amount for amount, _ in posted(town)]) == (DONE, [-10, 10])
    assert not desk.writes.can_undo(undone)


async def test_a_row_with_an_appointments_number_is_none(town: Town) -> None:
    """A procedure's row names its appointment, but is not stored as that appointment's row."""
    create = PostAdjustment(
        "procedure", ProcedureLogs.create, key="ProcNum", part=Part.CHART, not_done=msg("Not added")
    )
    desk = await town.desk(writes=(*WRITES, create))
    procedure = create.intent(
        subject=f"chart:{tiny.ANN}",
        arguments={
            "PatNum": tiny.ANN,
            "AptNum": tiny.VISIT,
            "procCode": "D0120",
            "ProcStatus": "TP",
            "ProcDate": f"{tiny.TODAY}",
        },
        after={"AptNum": tiny.VISIT},
    )
    before = desk.visit()
    entry = await desk.writes.send(procedure)
    await town.settled(desk)
    assert (entry.state, entry.answer["AptNum"]) == (DONE, tiny.VISIT)
    assert desk.visit() == before


@pytest.mark.parametrize(
    ("fault", "state"),
    [(Fault.TIMEOUT_AFTER, DONE), (Fault.TIMEOUT_BEFORE, REFUSED), (Fault.GARBAGE, DONE)],
)
async def test_a_lost_answer_is_settled_by_the_mark(
    desk: Desk, town: Town, fault: Fault, state: object
) -> None:
    """Its mark shows whether it was posted, even if another desk posts the same amount meanwhile."""
    town.faults.plan("Adjustments.create", fault)
    entry = await desk.writes.send(COURTESY)
    assert entry.state is UNKNOWN
    other = await town.desk("other", writes=(*WRITES, POST_ADJUSTMENT))
    assert (await other.writes.send(COURTESY)).state is DONE
    settled = await town.settled(desk)
    assert (settled.id, settled.state) == (entry.id, state)
    assert len(posted(town)) == 1 + (state is DONE)


async def test_a_double_click_posts_once(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """The same adjustment requested twice at once is one write, though each got its own mark."""
    town.faults.unreachable = True
    first, second = (tasks.start(desk.writes.send(COURTESY), "post") for _ in range(2))
    await town.in_time(lambda: first.done() and second.done())
    assert first.result().id == second.result().id
    town.faults.unreachable = False
    await town.settled(desk)
    assert len(posted(town)) == 1


async def test_a_program_that_does_not_know_it_leaves_it_alone(town: Town, desk: Desk) -> None:
    """An entry of a newer version has no undo, changes nothing in memory, and raises nothing."""
    entry = await desk.writes.send(COURTESY)
    older = await town.desk("older")
    assert not older.writes.can_undo(entry)
    unknown = await older.outbox.write(COURTESY)
    assert (unknown.state, str(unknown.outcome)) == (REFUSED, "This version of Front Desk can't send this.")
    await town.settled(older)
    assert older.errors == []
