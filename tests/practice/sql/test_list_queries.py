"""The queries of the lists of patients who wait."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.lists.candidate import CandidateKind
from app.domain.lists.contact import Contact
from app.services.lists.queries import appointments_query, recall_of, recalls_query
from app.wire.resources.commlogs import CommDirection
from tests.practice import office
from tests.practice.conftest import Desk, good

TODAY = office.TODAY
RECALL, REMARK = 53, 50
"""Types of commlogs: the one that counts reminders, and another."""


async def query(desk: Desk, sql: str) -> list[dict[str, Any]]:
    """The rows of a short query."""
    rows: list[dict[str, Any]] = good(await desk.put("/queries/ShortQuery", SqlCommand=sql)).json()
    return rows


@pytest.mark.parametrize("kind", [CandidateKind.ASAP, CandidateKind.UNSCHEDULED, CandidateKind.PLANNED])
async def test_every_list_of_appointments_can_be_asked_for(desk: Desk, kind: CandidateKind) -> None:
    """The office and one of its clinics answer, with the guarantor of each patient."""
    whole = await query(desk, appointments_query(kind, 0, TODAY, TODAY + timedelta(1)))
    await query(desk, appointments_query(kind, 1, TODAY, TODAY + timedelta(1)))
    assert whole
    assert all(row["Guarantor"] for row in whole)


async def test_reminders_count_as_open_dental_counts_them(desk: Desk) -> None:
    """What the office sent since the last visit as commlogs of its type for recalls, as its own list says."""
    desk.sql("UPDATE recall SET DatePrevious = '2026-05-01' WHERE PatNum = ?", office.CARA)
    told = (
        (date(2026, 4, 30), RECALL, CommDirection.SENT),
        (date(2026, 11, 3), RECALL, CommDirection.SENT),
        (date(2026, 11, 5), RECALL, CommDirection.SENT),
        (date(2026, 11, 6), REMARK, CommDirection.SENT),
        (date(2026, 11, 7), RECALL, CommDirection.RECEIVED),
    )
    for day, kind, direction in told:
        good(
            await desk.post(
                "/commlogs", PatNum=office.CARA, Note="Called", CommDateTime=f"{day} 10:00:00", CommType=kind,
                Mode_="Phone", SentOrReceived=direction.value,
            )
        )  # fmt: skip
    rows = await query(desk, recalls_query(0, TODAY, (None, None), ""))
    found = {row["PatNum"]: recall_of(row, {}) for row in rows}
    assert found[office.CARA].reminded == Contact(date(2026, 11, 5), 2)
    assert found[office.ANN].reminded == Contact()
    (own,) = [
        row
        for row in await desk.rows("/recalls/List", IncludeReminded="true")
        if row["PatNum"] == office.CARA
    ]
    assert (own["NumRemind"], own["LastRemind"]) == ("2", "11/5/2026")
