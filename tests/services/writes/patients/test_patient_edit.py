"""Editing a patient: only the changed fields, never over another user's change, undone field by field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.services.writes.errors import CannotWrite
from app.services.writes.patients.patient_writes import versions
from app.store.changes import Change, ChangeKind
from app.store.topics import Part, Topic
from app.wire.resources.patients import ContactMethod, Patient, PatientGender
from tests.practice import office as tiny
from tests.services.front_desk import DONE, REFUSED, Desk, Town


async def ann(desk: Desk) -> Patient:
    """The patient as a screen has read her."""
    return await desk.client.patients.get(tiny.ANN)


def stored(town: Town, *columns: str) -> tuple[Any, ...]:
    """Her columns in the database."""
    return tuple(town.sql(f"SELECT {', '.join(columns)} FROM patient WHERE PatNum = ?", tiny.ANN)[0])


async def test_only_what_changed_is_sent(desk: Desk, town: Town) -> None:
    """An edit reads the row again, sends the changed fields alone, and tells who shows the patient."""
    heard: list[Change] = []
    desk.office.watch(heard.append)
    row = await ann(desk)
    town.faults.seen.clear()
    entry = await desk.patients.edit(
        row,
        {
            "City": "Salem",
            "WirelessPhone": "(541)555-0177",
            "Birthdate": date(1980, 2, 4),
            "Gender": PatientGender.FEMALE,
            "PreferContactMethod": ContactMethod.TEXT_MESSAGE,
        },
    )
    assert entry.state is DONE
    assert town.faults.seen == ["Patients.get", "Patients.update"]
    assert set(entry.intent.arguments) == {
        "PatNum", "WirelessPhone", "Birthdate", "Gender", "PreferContactMethod",
    }  # fmt: skip
    assert stored(town, "WirelessPhone", "Birthdate", "Email") == (
        "(541)555-0177",
        "1980-02-04",
        "ann@example.com",
    )
    await town.settled(desk)
    assert [each.topic for each in heard if each.kind is ChangeKind.TOPIC] == [Topic(Part.PATIENT, tiny.ANN)]


async def test_an_edit_is_undone(desk: Desk, town: Town) -> None:
    """The undo restores the edited fields, a cleared date and text included, and nothing else."""
    entry = await desk.patients.edit(await ann(desk), {"Email": "", "Birthdate": None})
    assert stored(town, "Email", "Birthdate") == ("", "0001-01-01")
    other = await town.desk("other")
    await other.patients.edit(await ann(other), {"City": "Bend"})
    assert desk.writes.can_undo(entry)
    undone = await desk.writes.undo(entry)
    assert undone.state is DONE
    assert stored(town, "Email", "Birthdate", "City") == ("ann@example.com", "1980-02-03", "Bend")


async def test_a_colliding_edit_shows_both_versions(desk: Desk, town: Town) -> None:
    """If another user changed the same field, nothing is sent, both values are there, and ours can be sent over."""
    row = await ann(desk)
    town.sql("UPDATE patient SET WirelessPhone = '(541)555-0999', City = 'Bend' WHERE PatNum = ?", tiny.ANN)
    town.faults.seen.clear()
    entry = await desk.patients.edit(row, {"WirelessPhone": "(541)555-0177", "Email": "a@example.com"})
    assert (entry.state, town.faults.seen) == (REFUSED, ["Patients.get"])
    assert str(entry.outcome) == (
        "Not saved: another user just changed it (wireless phone) to (541)555-0999."
    )
    (version,) = versions(entry)
    assert (version.field, version.seen, version.ours, version.theirs) == (
        "WirelessPhone",
        "(541)555-0101",
        "(541)555-0177",
        "(541)555-0999",
    )
    again = await desk.writes.retry(entry)
    assert (again.state, stored(town, "WirelessPhone", "City")) == (DONE, ("(541)555-0177", "Bend"))
    assert versions(again) == ()


async def test_another_field_is_no_collision(desk: Desk, town: Town) -> None:
    """A change of another field by someone else does not stop an edit."""
    row = await ann(desk)
    town.sql("UPDATE patient SET City = 'Bend' WHERE PatNum = ?", tiny.ANN)
    assert (await desk.patients.edit(row, {"Email": "a@example.com"})).state is DONE


async def test_a_patient_deleted_meanwhile(desk: Desk, town: Town) -> None:
    """A patient deleted while the edit was typed is named as such, and what was typed stays in the entry."""
    row = await ann(desk)
    town.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", tiny.ANN)
    town.faults.seen.clear()
    entry = await desk.patients.edit(row, {"Email": "a@example.com"})
    assert (entry.state, town.faults.seen) == (REFUSED, ["Patients.get"])
    assert "deleted this patient" in str(entry.outcome)
    assert entry.intent.arguments["Email"] == "a@example.com"


async def test_an_edit_without_a_change(desk: Desk) -> None:
    """Values that the row has already are not sent."""
    with pytest.raises(CannotWrite, match="Nothing was changed"):
        await desk.patients.edit(await ann(desk), {"City": "Salem", "Email": " ann@example.com "})
