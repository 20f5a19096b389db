"""Appending to an appointment's note."""

from __future__ import annotations

from app.viewmodels.staff.schedule.noting import NoteDrafts, NoteViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.disks import no_room_on_the_disk


def noting(model: ScheduleScreenViewModel, drafts: NoteDrafts | None = None) -> NoteViewModel:
    """The page of the day's last appointment."""
    parts = model.parts
    visit = model.schedule.grid.visits[-1].visit
    return NoteViewModel(visit, drafts or NoteDrafts(), parts.visits, model.actions, parts.scope, model)


async def test_a_note_is_appended(model: ScheduleScreenViewModel, served: Served) -> None:
    """The addition follows the existing text, without surrounding spaces; the page closes at once."""
    page = noting(model)
    closed: list[int] = []
    page.finished.connect(lambda: closed.append(1))
    before = served.row(page.visit.apt_num)["Note"]
    page.add("  Prefers the morning.\n")
    assert closed == [1]
    await until(lambda: bool(model.notices.items))
    note = served.row(page.visit.apt_num)["Note"]
    assert note.startswith(before)
    assert note.endswith("Prefers the morning.")


async def test_blanks_add_nothing(model: ScheduleScreenViewModel) -> None:
    """A note of only spaces closes the page and writes nothing."""
    noting(model).add(" \n ")
    assert model.parts.journal.recent(1) == ()


async def test_a_half_typed_note_is_kept(model: ScheduleScreenViewModel) -> None:
    """Text typed for an appointment is restored when its page opens again, until it is added or discarded."""
    drafts = NoteDrafts()
    noting(model, drafts).type_text("Prefers the mor")
    page = noting(model, drafts)
    assert page.draft == "Prefers the mor"
    assert not page.give_way()
    assert "is kept" in model.notices.items[-1].words
    page.drop()
    page = noting(model, drafts)
    assert page.draft == ""
    page.type_text("Prefers the morning.")
    page.add("Prefers the morning.")
    assert noting(model, drafts).draft == ""
    assert noting(model, drafts).give_way()
    await until(lambda: not model.parts.journal.unsettled())


async def test_a_note_that_was_not_taken_is_kept(model: ScheduleScreenViewModel, served: Served) -> None:
    """Text that the journal or the office doesn't accept becomes the draft again, before newer text."""
    drafts = NoteDrafts()
    page = noting(model, drafts)
    with no_room_on_the_disk(model.parts.journal):
        page.add("Prefers the morning.")
        page.type_text("Has a dog.")
        await until(lambda: len(model.notices.items) > 1)
    assert noting(model, drafts).draft == "Prefers the morning.\nHas a dog."
    assert "is kept" in model.notices.items[-1].words
    served.sql("DELETE FROM appointment WHERE AptNum = ?", page.visit.apt_num)
    page = noting(model, drafts)
    page.add(page.draft)
    await until(lambda: len(model.notices.items) > 3)
    drafts.open(page.visit.apt_num)
    assert page.draft == "Prefers the morning.\nHas a dog."
