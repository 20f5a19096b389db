"""Notes are merged with what others wrote, keep their line breaks, and are never overwritten blindly."""

from __future__ import annotations

import pytest

from app.practice.server.faults import Fault
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.patient_writes import versions
from app.wire.permissions import Permission
from tests.practice import office as tiny
from tests.services.front_desk import ANN, DONE, REFUSED, UNKNOWN, Desk, Town

NOTE = "Asthma.\r\nAllergic to latex.\r\nTakes aspirin."
READ = "Asthma. Allergic to latex. Takes aspirin."
"""As the API answers it: with spaces for line breaks."""
OURS = READ.replace("aspirin", "warfarin")


def write(town: Town, text: str) -> None:
    """Write the medical note in the office."""
    town.sql("INSERT OR REPLACE INTO patientnote (PatNum, Medical) VALUES (?, ?)", tiny.ANN, text)


def medical(town: Town) -> str:
    """The medical note in the database."""
    return str(town.sql("SELECT Medical FROM patientnote WHERE PatNum = ?", tiny.ANN)[0][0])


async def test_line_breaks_stay(desk: Desk, town: Town) -> None:
    """An edit of a note that was read with spaces for line breaks keeps the breaks; the undo too."""
    write(town, NOTE)
    assert (await desk.client.patient_notes.get(tiny.ANN)).Medical == READ
    entry = await desk.patients.change_note(ANN, "Medical", READ, OURS)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Berg, Ann: medical note changed")
    assert medical(town) == NOTE.replace("aspirin", "warfarin")
    assert (await desk.writes.undo(entry)).state is DONE
    assert medical(town) == NOTE


async def test_a_key_without_queries(town: Town) -> None:
    """Without queries the text is saved as it was edited, breaks that the user typed included."""
    desk = await town.desk(permissions=frozenset(Permission) - {Permission.QUERIES})
    write(town, NOTE)
    entry = await desk.patients.change_note(ANN, "Medical", READ, f"{OURS}\r\nPregnant")
    assert (entry.state, medical(town)) == (DONE, f"{OURS}\r\nPregnant")


async def test_both_changes_are_kept(desk: Desk, town: Town) -> None:
    """What another user added meanwhile is saved with the user's own change, even if the answer is lost."""
    write(town, f"{NOTE}\r\nPregnant.")
    town.faults.plan("PatientNotes.update", Fault.TIMEOUT_AFTER)
    entry = await desk.patients.change_note(ANN, "Medical", READ, READ.replace("Asthma", "Mild asthma"))
    assert entry.state is UNKNOWN
    assert (await town.settled(desk)).state is DONE
    assert medical(town) == NOTE.replace("Asthma", "Mild asthma") + "\r\nPregnant."


async def test_a_collision_shows_both_versions(desk: Desk, town: Town) -> None:
    """If another user changed the same line, nothing is sent, and both texts are there."""
    theirs = NOTE.replace("aspirin", "heparin")
    write(town, theirs)
    entry = await desk.patients.change_note(ANN, "Medical", READ, OURS)
    assert (entry.state, medical(town)) == (REFUSED, theirs)
    assert [(each.seen, each.ours, each.theirs) for each in versions(entry)] == [(READ, OURS, theirs)]
    again = await desk.writes.retry(entry)
    assert (again.state, medical(town)) == (DONE, NOTE.replace("aspirin", "warfarin"))


async def test_the_familys_urgent_note(desk: Desk, town: Town) -> None:
    """It is the guarantor's field, merged like the others."""
    town.sql("UPDATE patient SET FamFinUrgNote = 'Pays cash.' WHERE PatNum = ?", tiny.ANN)
    entry = await desk.patients.change_note(ANN, "FamFinUrgNote", "", "Owes 20.")
    assert entry.state is DONE
    assert town.sql("SELECT FamFinUrgNote FROM patient WHERE PatNum = ?", tiny.ANN) == [
        ("Pays cash. Owes 20.",)
    ]


async def test_an_old_office_and_a_first_note(desk: Desk, town: Town) -> None:
    """A patient without notes gets the first one; saving it unchanged sends nothing."""
    town.sql("DELETE FROM patientnote WHERE PatNum = ?", tiny.ANN)
    assert (await desk.patients.change_note(ANN, "Service", "", "Prefers mornings")).state is DONE
    with pytest.raises(CannotWrite):
        await desk.patients.change_note(ANN, "Service", "Prefers mornings", "Prefers mornings ")
