"""Commlogs and popups are added once, in any version, and never taken for another user's."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from app.domain.schedule.visit import Person
from app.practice.server.faults import Fault
from app.services.writes.patients.commlog import NewCommlog
from app.services.writes.patients.patient_writes import versions
from app.store.topics import Part, Topic
from app.wire.resources.commlogs import CommDirection, CommMode
from app.wire.resources.popups import EnumPopupLevel
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, NOON, REFUSED, UNKNOWN, Desk, Town

CALLED = NewCommlog(ANN, " Called about\r\nthe bill ", NOON, 51, CommMode.TEXT, CommDirection.SENT)

BEN = Person(tiny.BEN, "Berg", "Ben")


async def test_a_commlog_is_added(desk: Desk, town: Town) -> None:
    """It has its text, type, means and time. No method deletes one, so it can be undone only before it is sent."""
    early = await desk.patients.add_commlog(CALLED)
    assert desk.writes.can_undo(early)
    assert (await desk.writes.undo(early)).state is REFUSED
    assert town.sql("SELECT * FROM commlog WHERE CommDateTime = ?", str(NOON)) == []
    entry = await desk.add_commlog_now(CALLED)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Commlog added for Berg, Ann")
    found = town.sql(
        "SELECT Note, CommType, Mode_, SentOrReceived FROM commlog WHERE CommDateTime = ?", str(NOON)
    )
    assert found == [("Called about\r\nthe bill", 51, 5, 1)]
    assert not desk.writes.can_undo(entry)
    assert desk.writes.topic(entry) == Topic(Part.COMMUNICATION, tiny.ANN)
    again = await desk.add_commlog_now(CALLED)
    assert (again.state, str(again.outcome)) == (DONE, "Open Dental already had this.")
    assert len(town.sql("SELECT * FROM commlog WHERE CommDateTime = ?", str(NOON))) == 1


async def test_an_old_office_answers_nothing(open_town: OpenTown) -> None:
    """Before 23.3.7 the answer has no row, so it is looked up."""
    town = open_town("22.4")
    desk = await town.desk()
    entry = await desk.add_commlog_now(CALLED)
    assert (entry.state, entry.answer and entry.answer["Mode_"]) == (DONE, "Text")
    popup = await desk.patients.add_popup(ANN, "Ask for the card")
    assert (popup.state, popup.answer and popup.answer["Description"]) == (DONE, "Ask for the card")


async def test_a_colleagues_commlog_is_another(desk: Desk, town: Town) -> None:
    """A new commlog of another minute doesn't make a lost one unclear; one of the same second does."""
    other = await town.desk("other")
    town.faults.plan("Commlogs.create", Fault.DROP_BEFORE)
    assert (await desk.add_commlog_now(CALLED)).state is UNKNOWN
    later = NewCommlog(ANN, "Called about the bill", NOON + timedelta(minutes=1), 51)
    assert (await other.add_commlog_now(later)).state is DONE
    assert (await town.settled(desk)).state is REFUSED
    town.faults.plan("Commlogs.create", Fault.DROP_BEFORE)
    entry = await desk.add_commlog_now(CALLED)
    assert (await other.add_commlog_now(NewCommlog(ANN, "Something else", NOON))).state is DONE
    await town.in_time(lambda: desk.outbox.asks(entry.id))
    assert desk.entry().state is UNKNOWN


async def test_a_popup_is_added_once(desk: Desk, town: Town) -> None:
    """A popup with the text of an active one is refused; one that is disabled by now is no obstacle."""
    entry = await desk.patients.add_popup(ANN, "Ask for the card", EnumPopupLevel.FAMILY)
    assert (entry.state, entry.answer and entry.answer["PopupLevel"]) == (DONE, "Family")
    again = await desk.patients.add_popup(ANN, "Ask for the card", EnumPopupLevel.FAMILY)
    assert (again.state, str(again.outcome)) == (REFUSED, "Popup not added: this patient already has it.")
    town.sql(
        "UPDATE popup SET DateTimeDisabled = '2026-11-01 08:00:00' WHERE Description = 'Ask for the card'"
    )
    third = await desk.patients.add_popup(ANN, "Ask for the card", EnumPopupLevel.FAMILY)
    assert third.state is DONE


async def test_a_commlogs_text_is_changed(open_town: OpenTown) -> None:
    """Only the text is sent; another user's text is never overwritten; the undo restores the old one."""
    town = open_town("25.3.36")
    desk = await town.desk()
    row = (await desk.client.commlogs.list(PatNum=tiny.ANN))[0]
    entry = await desk.patients.edit_commlog(ANN, row, "Newest")
    assert (entry.state, entry.intent.arguments) == (DONE, {"CommlogNum": row.CommlogNum, "Note": "Newest"})
    town.sql("UPDATE commlog SET Note = 'Newer still' WHERE CommlogNum = ?", row.CommlogNum)
    stale = await desk.patients.edit_commlog(ANN, replace(row, Note="Newest"), "Mine")
    assert (stale.state, town.sql("SELECT Note FROM commlog WHERE CommlogNum = ?", row.CommlogNum)) == (
        REFUSED, [("Newer still",)],
    )  # fmt: skip
    assert [(each.ours, each.theirs) for each in versions(stale)] == [("Mine", "Newer still")]
    town.sql("UPDATE commlog SET Note = 'Newest' WHERE CommlogNum = ?", row.CommlogNum)
    assert (await desk.writes.undo(entry)).state is DONE
    assert town.sql("SELECT Note FROM commlog WHERE CommlogNum = ?", row.CommlogNum) == [("Newer",)]


async def test_an_old_office_refuses_a_commlogs_change(open_town: OpenTown) -> None:
    """An office that can't change commlogs says so, and nothing is lost."""
    town = open_town("24.1")
    desk = await town.desk()
    row = (await desk.client.commlogs.list(PatNum=tiny.ANN))[0]
    entry = await desk.patients.edit_commlog(ANN, row, "Newest")
    assert (entry.state, entry.intent.arguments["Note"]) == (REFUSED, "Newest")


async def test_a_popup_is_ended_and_undone(open_town: OpenTown) -> None:
    """A popup is turned off from now on; the undo turns it on; a relative's popup stays the relative's."""
    town = open_town("25.3.36")
    desk = await town.desk()
    row = next(each for each in await desk.client.popups.list(PatNum=tiny.BEN) if each.PopupNum == 2)
    on = await desk.patients.edit_popup(BEN, row, {"DateTimeDisabled": None})
    assert town.sql("SELECT DateTimeDisabled FROM popup WHERE PopupNum = 2") == [("0001-01-01 00:00:00",)]
    row = replace(row, DateTimeDisabled=None)
    off = await desk.patients.end_popup(BEN, row)
    assert (on.state, off.state, str(off.intent.words)) == (DONE, DONE, "Popup of Berg, Ben turned off")
    assert town.sql("SELECT DateTimeDisabled FROM popup WHERE PopupNum = 2") == [(f"{NOON}",)]
    assert desk.writes.topic(off) == Topic(Part.PATIENT, tiny.ANN)
    assert (await desk.writes.undo(off)).state is DONE
    assert town.sql("SELECT DateTimeDisabled FROM popup WHERE PopupNum = 2") == [("0001-01-01 00:00:00",)]


async def test_a_changed_commlog_keeps_its_lines(open_town: OpenTown) -> None:
    """A commlog that was read with spaces for its line breaks keeps them when a word of it is changed."""
    town = open_town("25.3.36")
    desk = await town.desk()
    row = (await desk.client.commlogs.list(PatNum=tiny.ANN))[0]
    town.sql("UPDATE commlog SET Note = 'Called.\r\nNo answer.' WHERE CommlogNum = ?", row.CommlogNum)
    row = (await desk.client.commlogs.list(PatNum=tiny.ANN))[0]
    entry = await desk.patients.edit_commlog(ANN, row, row.Note.replace("No answer", "Left a message"))
    assert entry.state is DONE
    found = town.sql("SELECT Note FROM commlog WHERE CommlogNum = ?", row.CommlogNum)
    assert found == [("Called.\r\nLeft a message.",)]
