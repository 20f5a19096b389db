"""Whatever fails, every write on a patient is done once or not at all, and the journal knows which."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.patients.patient_writes import NewCommlog, NewPatient, NewReferral
from tests.practice import office as tiny
from tests.practice import office_people
from tests.services.front_desk import ANN, DONE, NOON, REFUSED, UNKNOWN, Desk, Town

Write = Callable[[Desk], Awaitable[Entry]]


async def edit(desk: Desk) -> Entry:
    """Edit a patient."""
    return await desk.patients.edit(await desk.client.patients.get(tiny.ANN), {"City": "Bend"})


async def clear_field(desk: Desk) -> Entry:
    """Remove a field's value."""
    (row,) = await desk.client.pat_fields.list(PatNum=tiny.ANN, FieldName="Ins Verified")
    return await desk.patients.set_field(ANN, "Ins Verified", row, "")


WRITES: dict[str, tuple[Write, str, str]] = {
    "edit": (edit, "Patients.update", "SELECT count(*) FROM patient WHERE City = 'Bend'"),
    "commlog": (
        lambda desk: desk.add_commlog_now(NewCommlog(ANN, "Called back", NOON)),
        "Commlogs.create",
        "SELECT count(*) FROM commlog WHERE Note = 'Called back'",
    ),
    "patient": (
        lambda desk: desk.patients.add(NewPatient("Novak", "Nia", date(1990, 5, 6))),
        "Patients.create",
        "SELECT count(*) FROM patient WHERE LName = 'Novak'",
    ),
    "referral": (
        lambda desk: desk.patients.add_referral(NewReferral(ANN, office_people.PATIENT_SOURCE)),
        "RefAttaches.create",
        f"SELECT count(*) FROM refattach WHERE ReferralNum = {office_people.PATIENT_SOURCE}",
    ),
    "recall": (
        lambda desk: desk.patients.add_recall(ANN, office_people.BITEWINGS, "1y"),
        "Recalls.create",
        f"SELECT count(*) FROM recall WHERE PatNum = 1 AND RecallTypeNum = {office_people.BITEWINGS}",
    ),
    "field": (
        lambda desk: desk.patients.set_field(ANN, "Latex", None, "gloves"),
        "PatFields.create",
        "SELECT count(*) FROM patfield WHERE FieldName = 'Latex'",
    ),
    "field removal": (
        clear_field,
        "PatFields.delete",
        "SELECT 1 - count(*) FROM patfield WHERE PatFieldNum = 1",
    ),
    "popup": (
        lambda desk: desk.patients.add_popup(ANN, "Ask for the card"),
        "Popups.create",
        "SELECT count(*) FROM popup WHERE Description = 'Ask for the card'",
    ),
}
"""The write, its method, and how often it was done."""


@pytest.mark.parametrize("name", WRITES)
async def test_a_lost_answer_is_settled(town: Town, name: str) -> None:
    """Not done after a loss before, then sent again and found after a loss behind; then it is there already."""
    write, method, count = WRITES[name]
    desk = await town.desk()
    for fault, state in ((Fault.DROP_BEFORE, REFUSED), (Fault.TIMEOUT_AFTER, DONE)):
        town.faults.plan(method, fault)
        town.faults.seen.clear()
        entry = await write(desk)
        assert entry.state is UNKNOWN
        settled = await town.settled(desk)
        assert (settled.id, settled.state) == (entry.id, state)
        assert town.faults.seen.count(method) == 1
        assert town.sql(count)[0][0] == int(state is DONE)
    assert desk.errors == []
