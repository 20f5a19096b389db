"""A commlog: its defaults, ready-made notes, and what happens to what was typed."""

from __future__ import annotations

import pytest

from app.domain.people.quick_paste import abbreviation_before, put_in
from app.viewmodels.staff.commlog.composer import CommlogComposerViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.wire.resources.commlogs import CommDirection, CommMode
from tests.journeys.practices import Served
from tests.support.qt_loop import until


@pytest.fixture
async def composer(model: ScheduleScreenViewModel) -> CommlogComposerViewModel:
    """Opened for the day's first patient, its choices read."""
    desk = model.desk
    desk.patient.select(model.schedule.grid.visits[0].visit.pat_num, Origin.SEARCH)
    desk.commands["patient.commlog"].run()
    await until(lambda: desk.commlog.model is not None and bool(desk.commlog.model.state.types))
    made = desk.commlog.model
    assert isinstance(made, CommlogComposerViewModel)
    return made


async def in_time(composer: CommlogComposerViewModel) -> None:
    """Advance past the seconds in which a new commlog can be taken back."""
    parts = composer._desk.parts
    await until(lambda: bool(parts.journal.unsettled()))
    parts.outbox.hurry([entry.id for entry in parts.journal.unsettled()])


def test_an_abbreviation_is_replaced_where_it_is() -> None:
    """Only a question mark at the beginning of a word asks for a note; what is around it stays."""
    assert [abbreviation_before(text, len(text)) for text in ("?", "Hi ?na", "why?", "a?b", "?na x")] == [
        "", "na", None, None, None,
    ]  # fmt: skip
    assert put_in("Hi ?na there", 6, "No answer.") == ("Hi No answer. there", 13)
    assert put_in("Hi", 2, "No answer.") == ("Hi No answer.", 13)
    assert put_in("", 0, "No answer.") == ("No answer.", 10)


async def test_notes_are_offered_while_typing(composer: CommlogComposerViewModel) -> None:
    """The usual ones at first, then those that match "?c"; a whole abbreviation is replaced by itself."""
    assert composer.state.offers
    assert all(each.first for each in composer.state.offers)
    composer.type_text("Mother: ?c", 10)
    assert {each.abbreviation for each in composer.state.offers} >= {"cb", "conf", "canc"}
    assert composer.put_first(10)
    assert composer.state.note == "Mother: Will call back."
    assert not composer.put_first(5)
    text = f"{composer.state.note} ?NA;"
    composer.type_text(text, len(text))
    assert composer.state.note == "Mother: Will call back. No answer, left a message.;"


async def test_saving_needs_a_text(composer: CommlogComposerViewModel, served: Served) -> None:
    """Without one it stays open and says what is missing; with one it is saved as chosen, in the office's time."""
    person = composer.state.person
    assert person is not None
    composer.save()
    assert composer.state.words
    composer.choose(mode=CommMode.TEXT)
    composer.choose(direction=CommDirection.SENT)
    composer.choose(type_num=next(number for number, name in composer.state.types if name == "Insurance"))
    composer.type_text("Sent the card", 13)
    composer.save()
    composer.save()
    assert composer.state.person is None
    await in_time(composer)
    await until(lambda: bool(served.sql("SELECT 1 FROM commlog WHERE Note = 'Sent the card'")))
    found = served.sql(
        "SELECT PatNum, Mode_, SentOrReceived, ItemName FROM commlog JOIN definition ON DefNum = CommType"
        " WHERE Note = 'Sent the card'"
    )
    assert found == [(person.pat_num, 5, 1, "Insurance")]


async def test_a_text_is_kept_for_its_patient(
    composer: CommlogComposerViewModel, model: ScheduleScreenViewModel
) -> None:
    """Selecting another patient closes the form and says that the text is kept; it is there again later."""
    first = composer.state.person
    assert first is not None
    desk = model.desk
    composer.type_text("Half a sen", 10)
    other = next(
        each.visit.pat_num for each in model.schedule.grid.visits if each.visit.pat_num != first.pat_num
    )
    desk.patient.select(other, Origin.PROGRAM_LINK)
    assert desk.patient.current is not None
    assert desk.patient.current.pat_num == first.pat_num
    desk.patient.select(other, Origin.SEARCH)
    assert composer.state.person is None
    assert any("is kept" in each.line for each in desk.notices.items)
    desk.commands["patient.commlog"].run()
    await until(lambda: composer.state.person is not None)
    assert composer.state.note == ""
    desk.patient.select(first.pat_num, Origin.SEARCH)
    desk.commands["patient.commlog"].run()
    await until(lambda: composer.state.person is not None)
    assert composer.state.note == "Half a sen"
    composer.discard()
    composer.open(first)
    assert composer.state.note == ""


async def test_an_undo_brings_the_text_back(composer: CommlogComposerViewModel, served: Served) -> None:
    """For ten seconds the undo leaves no trace in the office, and the text is in the form again."""
    person, desk = composer.state.person, composer._desk
    assert person is not None
    composer.type_text("For somebody else", 17)
    composer.save()
    await until(lambda: desk.notices.undoable is not None)
    assert desk.notices.undoable is not None
    desk.notices.undo(desk.notices.undoable.id)
    await until(lambda: not desk.parts.journal.unsettled())
    composer.open(person)
    assert composer.state.note == "For somebody else"
    assert served.sql("SELECT 1 FROM commlog WHERE Note = 'For somebody else'") == []


async def test_a_call_that_was_made(model: ScheduleScreenViewModel) -> None:
    """After calling the patient from the strip the commlog is one that was sent; of anyone else it is received."""
    desk = model.desk
    visits = [
        each.visit for each in model.schedule.grid.visits if each.visit.person and each.visit.person.phone
    ]
    directions = []
    for visit in (visits[0], next(each for each in visits if each.pat_num != visits[0].pat_num)):
        desk.patient.select(visit.pat_num, Origin.SEARCH)
        await until(lambda: desk.strip.model is not None and desk.strip.model.summary is not None)
        if not directions:
            await until(lambda: desk.commands["patient.call"].can_run)
            desk.commands["patient.call"].run()
            await until(lambda: desk.commlog.called == visits[0].pat_num)
        desk.commands["patient.commlog"].run()
        await until(lambda: desk.commlog.model is not None and desk.commlog.model.state.person is not None)
        directions.append(desk.commlog.model.state.direction)
        desk.commlog.model.close()
    assert directions == [CommDirection.SENT, CommDirection.RECEIVED]
