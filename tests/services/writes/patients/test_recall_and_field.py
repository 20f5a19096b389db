"""Recalls and the office's own patient fields."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.services.writes.errors import CannotWrite
from app.services.writes.patients.patient_writes import versions
from app.wire.resources.pat_fields import PatField
from app.wire.resources.recalls import Recall
from tests.practice import office as tiny
from tests.practice import office_people
from tests.services.front_desk import ANN, DONE, REFUSED, Desk, Town


async def recall(desk: Desk) -> Recall:
    """The patient's recall."""
    return (await desk.client.recalls.list(PatNum=tiny.ANN))[0]


def stored(town: Town, *columns: str) -> tuple[Any, ...]:
    """Its columns in the database."""
    return tuple(town.sql(f"SELECT {', '.join(columns)} FROM recall WHERE RecallNum = 1")[0])


async def field(desk: Desk, name: str = "Ins Verified") -> PatField | None:
    """A value of a patient field."""
    return next(iter(await desk.client.pat_fields.list(PatNum=tiny.ANN, FieldName=name)), None)


async def test_an_interval_and_a_due_date(desk: Desk, town: Town) -> None:
    """An interval is sent as the office writes it; the undo restores it, and the due date."""
    row = await recall(desk)
    entry = await desk.patients.edit_recall(ANN, row, {"RecallInterval": "4 months"})
    assert (entry.state, (entry.answer or {})["RecallInterval"]) == (DONE, "4m")
    due = await desk.patients.edit_recall(ANN, await recall(desk), {"DateDue": date(2027, 1, 4)})
    assert (due.state, stored(town, "DateDue")) == (DONE, ("2027-01-04",))
    assert (await desk.writes.undo(due)).state is DONE
    assert (await desk.writes.undo(entry)).state is DONE
    after = await recall(desk)
    assert (after.RecallInterval, after.DateDue) == (row.RecallInterval, row.DateDue)
    with pytest.raises(CannotWrite, match="6m1d"):
        await desk.patients.edit_recall(ANN, row, {"RecallInterval": "soon"})


async def test_a_disabled_recall_comes_back(desk: Desk, town: Town) -> None:
    """Disabling clears the due date; the undo brings back both."""
    before = stored(town, "DateDue", "IsDisabled")
    entry = await desk.patients.edit_recall(ANN, await recall(desk), {"IsDisabled": True})
    assert (entry.state, stored(town, "DateDue", "IsDisabled")) == (DONE, ("0001-01-01", 1))
    assert (await desk.writes.undo(entry)).state is DONE
    assert stored(town, "DateDue", "IsDisabled") == before


async def test_a_second_recall_of_a_type(desk: Desk) -> None:
    """A patient has one recall of a type: a second one is refused before it is sent."""
    entry = await desk.patients.add_recall(ANN, office_people.PROPHY, "1y")
    assert (entry.state, str(entry.outcome)) == (REFUSED, "Recall not added: the patient has one already.")


async def test_a_field_is_set_changed_and_cleared(desk: Desk) -> None:
    """A value is added, replaced and removed by one call, and each is undone."""
    added = await desk.patients.set_field(ANN, "Latex", None, "gloves")
    assert (added.state, str(added.intent.words)) == (DONE, "Berg, Ann: Latex changed")
    changed = await desk.patients.set_field(ANN, "Latex", await field(desk, "Latex"), "mask")
    assert (changed.state, (await desk.writes.undo(changed)).state) == (DONE, DONE)
    row = await field(desk, "Latex")
    assert row is not None
    assert row.FieldValue == "gloves"
    cleared = await desk.patients.set_field(ANN, "Latex", row, " ")
    assert (cleared.state, await field(desk, "Latex")) == (DONE, None)
    assert (await desk.writes.undo(cleared)).state is DONE
    again = await field(desk, "Latex")
    assert again is not None
    assert again.FieldValue == "gloves"


async def test_another_users_value(desk: Desk, town: Town) -> None:
    """A value that another user changed, added or removed meanwhile is not overwritten."""
    row = await field(desk)
    town.sql("UPDATE patfield SET FieldValue = 'No' WHERE PatFieldNum = 1")
    changed = await desk.patients.set_field(ANN, "Ins Verified", row, "")
    assert changed.state is REFUSED
    added = await desk.patients.set_field(ANN, "Ins Verified", None, "Yes")
    assert (added.state, str(added.outcome)) == (REFUSED, "Not saved: the patient has one already.")
    town.sql("DELETE FROM patfield WHERE PatFieldNum = 1")
    gone = await desk.patients.set_field(ANN, "Ins Verified", row, "No")
    assert (gone.state, versions(gone)) == (REFUSED, ())
