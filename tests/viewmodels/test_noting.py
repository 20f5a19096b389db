"""Adding to a visit's note."""

from __future__ import annotations

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.noting import NoteViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


def noting(model: DeskViewModel) -> NoteViewModel:
    """The page of the day's last visit."""
    parts = model.parts
    visit = model.book.sheet.visits[-1].visit
    return NoteViewModel(visit, parts.writes, model.actions, parts.scope, model)


async def test_a_note_is_appended(model: DeskViewModel, served: Served) -> None:
    """What is added stands behind what was there, without the blanks around it; the page closes at once."""
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


async def test_blanks_add_nothing(model: DeskViewModel) -> None:
    """A note of blanks closes the page and writes nothing."""
    noting(model).add(" \n ")
    assert model.parts.journal.recent(1) == ()
