"""Commlogs and popups are added once, in any version, and never taken for another user's."""

from __future__ import annotations

from datetime import timedelta

from app.practice.server.faults import Fault
from app.services.writes.patients.commlog import NewCommlog
from app.store.topics import Part, Topic
from app.wire.resources.commlogs import CommDirection, CommMode
from app.wire.resources.popups import EnumPopupLevel
from tests.practice import office as tiny
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, NOON, REFUSED, UNKNOWN, Desk, Town

CALLED = NewCommlog(ANN, " Called about\r\nthe bill ", NOON, 51, CommMode.TEXT, CommDirection.SENT)


async def test_a_commlog_is_added(desk: Desk, town: Town) -> None:
    """It has its text, type, means and time; there is no undo, because no method deletes one."""
    entry = await desk.patients.add_commlog(CALLED)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Commlog added for Berg, Ann")
    found = town.sql(
        "SELECT Note, CommType, Mode_, SentOrReceived FROM commlog WHERE CommDateTime = ?", str(NOON)
    )
    assert found == [("Called about\r\nthe bill", 51, 5, 1)]
    assert not desk.writes.can_undo(entry)
    assert desk.writes.topic(entry) == Topic(Part.COMMUNICATION, tiny.ANN)
    again = await desk.patients.add_commlog(CALLED)
    assert (again.state, str(again.outcome)) == (DONE, "Open Dental already had this.")
    assert len(town.sql("SELECT * FROM commlog WHERE CommDateTime = ?", str(NOON))) == 1


async def test_an_old_office_answers_nothing(open_town: OpenTown) -> None:
    """Before 23.3.7 the answer has no row, so it is looked up."""
    town = open_town("22.4")
    entry = await (await town.desk()).patients.add_commlog(CALLED)
    assert (entry.state, entry.answer and entry.answer["Mode_"]) == (DONE, "Text")


async def test_a_colleagues_commlog_is_another(desk: Desk, town: Town) -> None:
    """A new commlog of another minute doesn't make a lost one unclear; one of the same second does."""
    other = await town.desk("other")
    town.faults.plan("Commlogs.create", Fault.DROP_BEFORE)
    assert (await desk.patients.add_commlog(CALLED)).state is UNKNOWN
    later = NewCommlog(ANN, "Called about the bill", NOON + timedelta(minutes=1), 51)
    assert (await other.patients.add_commlog(later)).state is DONE
    assert (await town.settled(desk)).state is REFUSED
    town.faults.plan("Commlogs.create", Fault.DROP_BEFORE)
    entry = await desk.patients.add_commlog(CALLED)
    assert (await other.patients.add_commlog(NewCommlog(ANN, "Something else", NOON))).state is DONE
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
