"""Whether a note whose answer was lost was added is decided by the appended text, not by words in the note."""

from __future__ import annotations

import pytest

from app.core.tasks import TaskScope
from app.practice.server.faults import Fault
from app.services.writes.schedule.note import Found, added
from tests.journal.fake_office import until
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town


@pytest.mark.parametrize(
    ("before", "now", "text", "found"),
    [
        ("Pays cash", "Pays cash", "Called", Found.NO),
        ("Pays cash", "Pays cash Called", "Called", Found.YES),
        ("", "Called", "Called", Found.YES),
        ("Called", "Called Called", "Called", Found.YES),
        ("Pays cash", "Pays cash Texted the sister", "Texted\nthe  sister", Found.YES),
        ("Pays cash", "Pays cash Called", "Call", Found.NO),
        ("Pays cash", "Pays cash Recalled", "called", Found.NO),
        ("Pays cash", "Pays cash Called again", "Called", Found.UNSURE),
        ("Pays cash", "Pays card Called", "Called", Found.UNSURE),
        ("Pays cash", "Pays cash\r\nCalled\r\nTexted", "Called", Found.YES),
        ("Pays cash", "Pays cash\r\nCalled again", "Called", Found.NO),
        ("Pays cash\r\nLate", "Pays cash\r\nLate\r\nA\r\nB\r\nC", "B\nC", Found.YES),
    ],
)
def test_what_was_appended(before: str, now: str, text: str, found: Found) -> None:
    """Only whole lines count, or whole words if the answer has lost its line breaks."""
    assert added(before, now, text) is found


async def test_another_users_longer_word_is_not_ours(desk: Desk, town: Town) -> None:
    """A note that never arrived is not reported as done because another user wrote a word that contains it."""
    other = await town.desk("other")
    town.faults.plan("Appointments.append_note", Fault.DROP_BEFORE)
    entry = await desk.visits.append_note(desk.visit(), "Call")
    await other.visits.append_note(other.visit(), "Called. Call again")
    assert entry.state is UNKNOWN
    settled = await town.settled(desk)
    assert (settled.id, settled.state) == (entry.id, REFUSED)


async def test_another_users_note_behind_ours(town: Town, tasks: TaskScope) -> None:
    """A note that arrived is found even if another user has added to it since."""
    desk, other = await town.desk(patience=2.0), await town.desk("other")
    town.faults.plan("Appointments.append_note", Fault.HANG_AFTER)
    adding = tasks.start(desk.visits.append_note(desk.visit(), "Called"), "add")
    await until(lambda: "Called" in town.row(tiny.VISIT)["Note"])
    await other.visits.append_note(other.visit(), "Called again")
    await until(adding.done)
    settled = await town.settled(desk)
    assert (adding.result().state, settled.state) == (UNKNOWN, DONE)


async def test_without_a_history_a_person_is_asked(open_town: OpenTown) -> None:
    """An office without history can't tell who wrote the text, so the user decides."""
    town = open_town("22.4")
    desk, other = await town.desk(), await town.desk("other")
    town.faults.plan("Appointments.append_note", Fault.DROP_BEFORE)
    entry = await desk.visits.append_note(desk.visit(), "Called")
    await other.visits.append_note(other.visit(), "Called again")
    await town.in_time(lambda: desk.outbox.asks(entry.id))
    assert desk.entry().state is UNKNOWN


async def test_half_a_character_is_left_out(desk: Desk, town: Town) -> None:
    """A note with an unpaired surrogate, as in a cut emoji, is saved without it, and so is a name."""
    entry = await desk.visits.append_note(desk.visit(), "Bring \ud83d the guard \ud83d\ude00")
    assert (entry.state, entry.intent.arguments["Note"]) == (DONE, "Bring  the guard \U0001f600")
    assert "\U0001f600" in town.row(tiny.VISIT)["Note"]
