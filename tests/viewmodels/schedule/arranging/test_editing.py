"""Editing and importing saved views."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.domain.schedule.saved_view import CardLine, SavedView
from app.sealed.errors import StoreFailed
from app.viewmodels.staff.schedule.arranging.editing import ViewsEditor
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel

OpenEditor = Callable[..., ViewsEditor]
HYGIENE = SavedView(1, "Hygiene", key=2, op_nums=(4, 5))


async def edit(model: ScheduleScreenViewModel, *views: SavedView) -> ViewsEditor:
    """The editor, with these views saved."""
    await (await model.parts.saved_views()).save(views)
    await model.arranging.load()
    return ViewsEditor(model.arranging, model.desk, lambda: (150, 500), model)


async def test_a_new_view_is_what_is_on_the_screen(model: ScheduleScreenViewModel) -> None:
    """Columns, zoom and start time are the shown ones, the key is free; saving shows and keeps it."""
    editor = await edit(model, HYGIENE)
    model.arranging.show_columns(by_provider=True)
    editor.new()
    draft = editor.draft
    assert draft is not None
    assert (draft.by_provider, draft.zoom, draft.starts, draft.key) == (True, 150, 480, 3)
    assert editor.dirty
    editor.edit(replace(draft, name="  Doctors ", lines=(CardLine.AGE,)))
    await editor.save()
    assert not editor.dirty
    kept = await model.parts.saved_views()
    assert [view.name for view in kept.views] == ["Hygiene", "Doctors"]
    assert model.arranging.current is not None
    assert model.arranging.current.name == "Doctors"


async def test_a_taken_key_is_said_before_it_is_taken(model: ScheduleScreenViewModel) -> None:
    """The other view with the key is named; saving takes the key from it. A clinic's own may share one."""
    editor = await edit(
        model, HYGIENE, SavedView(2, "Other", key=3), SavedView(3, "Harbor", key=3, clinic_num=2)
    )
    editor.choose(1)
    assert editor.draft is not None
    editor.edit(replace(editor.draft, key=3))
    assert editor.key_words == "Harbor uses this key now and will lose it when you save."
    editor.edit(replace(editor.draft, key=3, clinic_num=1))
    assert editor.key_words == "Other keeps this key for the other clinics."
    await editor.save()
    assert {view.name: view.key for view in editor.views} == {"Hygiene": 3, "Other": 3, "Harbor": 3}


async def test_deleting(model: ScheduleScreenViewModel) -> None:
    """A deleted view is left if it is shown; the next one is edited; a new one is only dropped."""
    editor = await edit(model, HYGIENE, SavedView(2, "Other", key=3))
    model.arranging.choose(HYGIENE)
    assert editor.draft == HYGIENE
    await editor.delete()
    assert model.arranging.current is None
    assert editor.draft is not None
    assert editor.draft.name == "Other"
    editor.new()
    await editor.delete()
    assert [view.name for view in editor.views] == ["Other"]


async def test_what_is_being_edited_stays(model: ScheduleScreenViewModel) -> None:
    """Another chosen view is edited next, unless something has been changed and not saved."""
    other = SavedView(2, "Other", key=3)
    editor = await edit(model, HYGIENE, other)
    editor.choose(1)
    model.arranging.choose(other)
    assert editor.draft == other
    editor.edit(replace(other, name="Changed"))
    model.arranging.choose(HYGIENE)
    assert editor.draft.name == "Changed"


async def test_importing(model: ScheduleScreenViewModel) -> None:
    """Open Dental's views come with their keys, and what tiles can't show is named; a second time changes nothing."""
    editor, told = await edit(model), list[str]()
    editor.told.connect(told.append)
    await editor.import_views()
    assert [(view.key, view.name) for view in editor.views] == [
        (2, "Hygiene"), (3, "Doctors"), (4, "Hallway screen"), (5, "All operatories"),
    ]  # fmt: skip
    assert told[0].startswith("4 views imported. Not shown on tiles here: ")
    before = editor.views
    await editor.import_views()
    assert editor.views == before


async def test_a_disk_that_refuses(model: ScheduleScreenViewModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was edited stays, and the failure is reported."""
    editor = await edit(model, HYGIENE)
    kept = await model.parts.saved_views()

    async def fail(views: object) -> None:
        raise StoreFailed("SQLITE_FULL")

    monkeypatch.setattr(kept, "save", fail)
    assert editor.draft is not None
    editor.edit(replace(editor.draft, name="Changed"))
    await editor.save()
    assert (editor.draft.name, editor.dirty) == ("Changed", True)
    assert model.notices.items


async def test_choices(model: ScheduleScreenViewModel) -> None:
    """Operatories and providers that are not hidden, and clinics where there are several."""
    editor = await edit(model)
    assert (len(editor.operatories), len(editor.providers)) == (8, 6)
    assert editor.clinics[0] == (0, "All clinics")
    assert editor.draft is None
