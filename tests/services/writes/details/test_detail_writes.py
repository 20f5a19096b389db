"""Procedures, type, priority and fields of an appointment: nothing twice, nothing over another user's change."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.text import msg
from app.domain.chart.typed_places import Site
from app.domain.people.rights import Demand
from app.practice.server.faults import Fault
from app.services.people.authority import Approval, NotAllowed
from app.services.writes.details.detail_writes import DetailWrites
from app.services.writes.details.procedures import add_intent, is_at, put_on_intent, take_off_intent
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.attach import NOT_CHARTED
from app.store.topics import Part, Topic
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.procedure_logs import ProcedureLog
from tests.practice import office as tiny
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town

LOOSE = 5
"""A treatment planned procedure of Ann that is on no appointment."""


def writes_of(desk: Desk) -> DetailWrites:
    """The writes on details of a desk."""
    return DetailWrites(desk.writes, desk.office)


def sql(town: Town, command: str, *values: Any) -> list[Any]:
    """Read or change the database."""
    with sqlite3.connect(town.path) as connection:
        rows = connection.execute(command, values).fetchall()
    connection.close()
    return rows


def on_visit(town: Town) -> set[int]:
    """The procedures on Ann's appointment."""
    rows = sql(town, "SELECT ProcNum FROM procedurelog WHERE AptNum = ? AND ProcStatus <> 6", tiny.VISIT)
    return {row[0] for row in rows}


async def procedure(desk: Desk, number: int) -> ProcedureLog:
    """A procedure as the office has it."""
    return await desk.client.procedure_logs.get(number)


async def test_on_and_off_again(town: Town, desk: Desk) -> None:
    """A planned procedure is put on an appointment; the undo takes it off, and it is still planned."""
    writes, told = writes_of(desk), []
    desk.office.watch(lambda change: told.append(change.topic) if change.topic else None)
    entry = await writes.send(put_on_intent(desk.visit(), await procedure(desk, LOOSE)))
    assert entry.state is DONE
    assert LOOSE in on_visit(town)
    assert Topic(Part.CHART, tiny.ANN) in told
    undone = await writes.undo(desk.visit(), entry)
    assert undone.state is DONE
    row = await procedure(desk, LOOSE)
    assert (row.AptNum, row.ProcStatus.value) == (0, "TP")


async def test_a_deleted_procedure_is_put_on_no_appointment(town: Town, desk: Desk) -> None:
    """One that was deleted since stays off: neither a choice made before nor the undo of taking it off sends it."""
    seen, visit = await procedure(desk, LOOSE), desk.visit()
    assert (await desk.writes.send(put_on_intent(visit, seen))).state is DONE
    off = await desk.writes.send(take_off_intent(visit, await procedure(desk, LOOSE)))
    assert off.state is DONE
    sql(town, "UPDATE procedurelog SET ProcStatus = 6 WHERE ProcNum = ?", LOOSE)
    sent = town.faults.seen.count("ProcedureLogs.update")
    for entry in (await desk.writes.undo(off), await desk.writes.send(put_on_intent(visit, seen))):
        assert (entry.state, entry.outcome) == (REFUSED, NOT_CHARTED)
    assert town.faults.seen.count("ProcedureLogs.update") == sent


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.DROP_AFTER])
async def test_a_lost_answer_is_settled_by_reading(town: Town, desk: Desk, fault: Fault) -> None:
    """Whether a procedure got onto the appointment is read back, never sent twice."""
    town.faults.plan("ProcedureLogs.update", fault)
    entry = await writes_of(desk).send(put_on_intent(desk.visit(), await procedure(desk, LOOSE)))
    assert entry.state is UNKNOWN
    settled = await town.settled(desk)
    arrived = fault is Fault.DROP_AFTER
    assert settled.state is (DONE if arrived else REFUSED)
    assert (LOOSE in on_visit(town)) is arrived


async def test_another_user_was_first(town: Town, desk: Desk) -> None:
    """A procedure that another user has put elsewhere, or completed, stays there; the reason is named."""
    seen, visit = await procedure(desk, LOOSE), desk.visit()
    sql(town, "UPDATE procedurelog SET AptNum = ? WHERE ProcNum = ?", tiny.HYGIENE_VISIT, LOOSE)
    entry = await desk.writes.send(put_on_intent(visit, seen))
    assert entry.state is REFUSED
    assert "another appointment" in str(entry.outcome)
    sql(town, "UPDATE procedurelog SET AptNum = 0, ProcStatus = 2 WHERE ProcNum = ?", LOOSE)
    entry = await desk.writes.send(put_on_intent(visit, seen))
    assert entry.state is REFUSED
    assert "complete" in str(entry.outcome)


async def test_a_code_is_added_once(town: Town, desk: Desk) -> None:
    """A code whose answer was lost, asked for again, is on the appointment once; the undo deletes it."""
    writes, before = writes_of(desk), on_visit(town)
    town.faults.plan("ProcedureLogs.create", Fault.DROP_AFTER)
    assert (await writes.send(add_intent(desk.visit(), "D1110"))).state is UNKNOWN
    settled = await town.settled(desk)
    assert settled.state is DONE
    again = await writes.send(add_intent(desk.visit(), "D1110"))
    assert again.state is DONE
    assert len(on_visit(town) - before) == 1
    undone = await writes.undo(desk.visit(), settled)
    assert undone.state is DONE
    assert on_visit(town) == before
    (number,) = sql(town, "SELECT ProcStatus FROM procedurelog WHERE ProcNum = ?", settled.answer["ProcNum"])[
        0
    ]
    assert number == 6


async def test_two_films_are_two(town: Town, desk: Desk) -> None:
    """The second of two equal ones is no double click on the first; asked for again, neither is made again."""
    before, visit = on_visit(town), desk.visit()
    for _ in range(2):
        for nth in (1, 2):
            entry = await desk.writes.send(add_intent(visit, "D1110", nth=nth))
            assert entry.state is DONE
    assert len(on_visit(town) - before) == 2


async def test_one_that_is_complete_by_now_counts(town: Town, desk: Desk) -> None:
    """A procedure that was completed since is not made again; the next one with its code is the second."""
    before, visit = on_visit(town), desk.visit()
    await desk.writes.send(add_intent(visit, "D1110"))
    (made,) = on_visit(town) - before
    sql(town, "UPDATE procedurelog SET ProcStatus = 2 WHERE ProcNum = ?", made)
    for nth, count in ((1, 1), (2, 2)):
        assert (await desk.writes.send(add_intent(visit, "D1110", nth=nth))).state is DONE
        assert len(on_visit(town) - before) == count


@pytest.mark.parametrize(
    ("code", "site"),
    [("D2750", Site("14")), ("D2392", Site("3", "MO")), ("D2392", Site("8", "MIF"))],
)
async def test_it_is_made_where_it_was_said(town: Town, desk: Desk, code: str, site: Site) -> None:
    """Tooth and surfaces reach the office, and the same one there already counts as done: in any order, F as B."""
    before = on_visit(town)
    entry = await desk.writes.send(add_intent(desk.visit(), code, site))
    assert entry.state is DONE
    assert is_at(entry.answer or {}, site.fields)
    again = replace(site, surf=site.surf[::-1].replace("F", "B").replace("I", "O"))
    assert (await desk.writes.send(add_intent(desk.visit(), code, again))).state is DONE
    assert len(on_visit(town) - before) == 1
    other = replace(site, tooth="19")
    assert (await desk.writes.send(add_intent(desk.visit(), code, other))).state is DONE
    assert len(on_visit(town) - before) == 2


async def test_another_users_procedure_is_not_taken_back(town: Town, desk: Desk) -> None:
    """A code that was there already is not ours to undo; and what another user moved since is not deleted."""
    writes = writes_of(desk)
    added = await writes.send(add_intent(desk.visit(), "D1110"))
    there = on_visit(town)
    again = await writes.send(add_intent(desk.visit(), "D1110"))
    with pytest.raises(CannotWrite):
        await writes.undo(desk.visit(), again)
    assert on_visit(town) == there
    number = (added.answer or {})["ProcNum"]
    sql(town, "UPDATE procedurelog SET AptNum = ? WHERE ProcNum = ?", tiny.HYGIENE_VISIT, number)
    assert (await writes.undo(desk.visit(), added)).state is REFUSED
    assert sql(town, "SELECT ProcStatus FROM procedurelog WHERE ProcNum = ?", number) == [(1,)]


async def test_who_may_not_delete_takes_it_off(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may not delete a procedure takes it off the appointment; it stays planned."""
    writes = writes_of(desk)
    entry = await writes.send(add_intent(desk.visit(), "D1110"))

    def refuse(demands: tuple[Demand, ...], _: Approval | None) -> None:
        raise NotAllowed(msg("Not allowed."), demands, second=False)

    monkeypatch.setattr(desk.writes.authority, "check", refuse)
    undone = await writes.undo(desk.visit(), entry)
    assert undone.state is DONE
    row = await procedure(desk, (entry.answer or {})["ProcNum"])
    assert (row.AptNum, row.ProcStatus.value) == (0, "TP")


async def test_asap_and_back(town: Town, desk: Desk) -> None:
    """An appointment gets onto the ASAP list, and by undo off it; done if another user has put it there."""
    writes = writes_of(desk)
    entry = await writes.set_asap(desk.visit(), asap=True)
    assert town.row(tiny.VISIT)["Priority"] == 1
    assert (await desk.writes.undo(entry)).state is DONE
    assert town.row(tiny.VISIT)["Priority"] == 0
    sql(town, "UPDATE appointment SET Priority = 1 WHERE AptNum = ?", tiny.VISIT)
    assert (await writes.set_asap(desk.visit(), asap=True)).state is DONE  # it is so already


async def test_the_length_of_the_procedures(town: Town, desk: Desk) -> None:
    """The pattern is written as it is, the second one becomes as long; the undo restores both."""
    before = town.row(tiny.VISIT)
    entry = await writes_of(desk).set_pattern(desk.visit(), "/XXXX/")
    assert entry.state is DONE
    row = town.row(tiny.VISIT)
    assert (row["Pattern"], len(row["PatternSecondary"])) == ("/XXXX/", 6)
    assert (await desk.writes.undo(entry)).state is DONE
    row = town.row(tiny.VISIT)
    assert (row["Pattern"], row["PatternSecondary"]) == (before["Pattern"], before["PatternSecondary"])


async def test_a_type_keeps_the_length(town: Town, desk: Desk) -> None:
    """Another type brings its procedures; the length stays until it follows them."""
    before, pattern = on_visit(town), town.row(tiny.VISIT)["Pattern"]
    kinds = desk.office.lists.appointment_types if desk.office.lists else ()
    kind = next(each for each in kinds if each.CodeStr)
    entry = await desk.writes.send(writes_of(desk).type_intent(desk.visit(), kind))
    assert entry.state is DONE
    row = town.row(tiny.VISIT)
    assert (row["AppointmentTypeNum"], row["Pattern"]) == (kind.AppointmentTypeNum, pattern)
    assert on_visit(town) >= before
    assert (await desk.writes.undo(entry)).state is DONE
    assert town.row(tiny.VISIT)["AppointmentTypeNum"] != kind.AppointmentTypeNum


async def test_a_field_of_another_user_is_not_overwritten(town: Town, desk: Desk) -> None:
    """A value is saved if it still is as it was seen; else it is refused, and the undo restores it."""
    ((name,),) = sql(town, "SELECT FieldName FROM apptfielddef LIMIT 1")
    writes = writes_of(desk)
    seen = (await desk.client.appt_fields.get(AptNum=tiny.VISIT, FieldName=name)).FieldValue
    entry = await writes.set_field(desk.visit(), name, seen, "Sent")
    assert entry.state is DONE
    assert (await writes.set_field(desk.visit(), name, "something else", "Back")).state is REFUSED
    assert (await desk.writes.undo(entry)).state is DONE
    assert (await desk.client.appt_fields.get(AptNum=tiny.VISIT, FieldName=name)).FieldValue == seen


async def test_a_day_that_is_not_read(desk: Desk) -> None:
    """An appointment whose row is not in memory is not changed blindly."""
    elsewhere = replace(desk.visit(), apt_num=999)
    with pytest.raises(CannotWrite):
        await writes_of(desk).set_asap(elsewhere, asap=True)
    with pytest.raises(CannotWrite):
        writes_of(desk).type_intent(elsewhere, AppointmentType(AppointmentTypeNum=1))


def test_an_added_code_names_no_price(desk: Desk) -> None:
    """The office's fee and provider are left to Open Dental: nobody needs a right to plan a procedure."""
    intent = add_intent(desk.visit(), "D1110")
    assert {"ProcFee", "Discount", "ProvNum"}.isdisjoint(intent.arguments)
