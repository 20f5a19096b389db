"""The practice knows when it was changed, so that a desk in the same process needn't ask."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.schema.schedule import appointment
from app.practice.server.work import Work
from tests.practice import office
from tests.practice.conftest import Desk, good


async def test_reading_leaves_it_still(desk: Desk) -> None:
    """A query too, although it isn't a GET."""
    await desk.rows("/appointments", date=str(office.TODAY))
    good(await desk.put("/queries/ShortQuery", SqlCommand="SELECT PatNum FROM patient"))
    assert desk.practice.stillness


async def test_a_request_that_changes_something_ends_it(desk: Desk) -> None:
    """Whoever sent it."""
    good(await desk.put(f"/appointments/{office.VISIT}/Note", Note="Changed"))
    assert not desk.practice.stillness


async def test_a_change_that_was_refused_may_have_begun(desk: Desk) -> None:
    """It ends the stillness too: looking again costs little."""
    assert (await desk.put("/appointments/999999/Note", Note="Changed")).status_code == 404
    assert not desk.practice.stillness


async def test_work_of_the_office_itself_ends_it(desk: Desk) -> None:
    """It isn't asked for by a request."""

    def change(work: Work) -> Any:
        return work.connection.execute(sa.update(appointment).values(Note="Changed"))

    await desk.practice.run(change)
    assert not desk.practice.stillness
