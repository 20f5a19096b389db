"""Editing a value in place."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.tasks import TaskScope
from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.inline.results import Failed, NotYet
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import until
from tests.support.sample_fields import FakeOffice


@pytest.fixture
def clock() -> ManualClock:
    """Stands still."""
    return ManualClock()


@pytest.fixture
def office(qapp: object, tasks: TaskScope, clock: ManualClock) -> FakeOffice:
    """Where the fields are saved."""
    return FakeOffice(tasks, clock)


async def settled(field: InlineEditViewModel) -> None:
    """Wait for the save."""
    await until(lambda: field.state.phase is not Phase.SAVING)


async def test_a_value_is_saved_as_it_was_typed(office: FakeOffice) -> None:
    """While it is saved, what was typed is shown; then that it is saved."""
    field = office.field("born")
    field.edit()
    field.type_text("3/15/1985")
    assert field.commit()
    assert (field.state.phase, field.shown, field.state.words) == (Phase.SAVING, "Mar 15, 1985", "Saving…")
    await settled(field)
    assert (field.state.value, field.state.words) == (date(1985, 3, 15), "Saved")
    assert office.saved == [("born", date(1985, 3, 15))]


async def test_nothing_is_sent_without_a_change(office: FakeOffice) -> None:
    """Canceling, or saving the same value typed differently, sends nothing."""
    field = office.field("phone")
    field.edit()
    field.type_text("555")
    field.cancel()
    assert field.shown == "(503) 555-0123"
    field.edit()
    field.type_text("503.555.0123")
    assert field.commit()
    assert field.state.phase is Phase.SHOWN
    assert office.saved == []


async def test_a_typing_error_keeps_the_editor_open(office: FakeOffice) -> None:
    """A value that is none is explained, stays in the editor and can be corrected."""
    field = office.field("name")
    field.edit()
    field.type_text("")
    assert not field.commit()
    assert field.state.words == "This can't be empty."
    field.type_text("Rossi")
    assert field.state.words == ""
    assert field.commit()
    await settled(field)
    assert office.values["name"] == "Rossi"


async def test_a_failed_save_keeps_what_was_typed(office: FakeOffice) -> None:
    """After a refusal the text is still in the editor, with the reason; a second try saves it."""
    field = office.field("name")
    office.trouble = Failed("Not saved: another user just deleted this patient in Open Dental.")
    field.edit()
    field.type_text("Rossi")
    field.commit()
    await settled(field)
    assert (field.state.phase, field.state.draft) == (Phase.EDITING, "Rossi")
    assert "deleted" in field.state.words
    office.trouble = None
    field.commit()
    await settled(field)
    assert office.values["name"] == "Rossi"


async def test_a_save_that_waits_is_told(office: FakeOffice) -> None:
    """A value that will be sent later is shown as typed, and marked so until it is read again."""
    field = office.field("name")
    office.trouble = NotYet("Not sent yet.")
    field.edit()
    field.type_text("Rossi")
    field.commit()
    await settled(field)
    assert (field.shown, field.state.words, field.state.tone) == ("Rossi", "Not sent yet.", "pending")
    field.show_value("Rossini")
    assert (field.shown, field.state.words) == ("Rossini", "")


@pytest.mark.parametrize("keep", [True, False])
async def test_a_collision_shows_both_versions(office: FakeOffice, *, keep: bool) -> None:
    """If another user changed the value since the editing began, nothing is overwritten until the user chooses."""
    field = office.field("name")
    field.edit()
    office.values["name"] = "Bianchi"
    field.show_value("Bianchi")
    field.type_text("Rossi")
    field.commit()
    await settled(field)
    assert field.state.phase is Phase.CONFLICT
    assert (field.shown, field.state.theirs) == ("Rossi", "Bianchi")
    assert office.values["name"] == "Bianchi"
    if keep:
        field.keep_mine()
    else:
        field.use_theirs()
    await settled(field)
    assert field.state.phase is Phase.SHOWN
    assert office.values["name"] == field.shown == ("Rossi" if keep else "Bianchi")


async def test_an_untouched_editor_follows_the_office(office: FakeOffice) -> None:
    """A value that arrives while an editor is open and unchanged is kept when the editor closes."""
    field = office.field("name")
    field.edit()
    office.values["name"] = "Bianchi"
    field.show_value("Bianchi")
    assert field.commit()
    assert (field.shown, office.saved) == ("Bianchi", [])


async def test_a_hidden_number_is_shown_for_ten_seconds(office: FakeOffice, clock: ManualClock) -> None:
    """A social security number is hidden again by itself."""
    field = office.field("ssn")
    assert (field.shown, field.is_hidden) == ("•••-••-6789", True)
    assert "123" not in field.spoken
    field.reveal()
    assert (field.shown, field.is_hidden) == ("123-45-6789", False)
    await clock.advance(9)
    assert not field.is_hidden
    await clock.advance(2)
    assert field.is_hidden


async def test_what_may_not_be_edited_says_why(office: FakeOffice) -> None:
    """Without permission no editor opens, and the reason is shown."""
    field = office.field("name")
    field.why_not = "This key lacks the permission Patients."
    field.edit()
    assert (field.state.phase, field.state.words) == (Phase.SHOWN, field.why_not)
    assert field.spoken.endswith(field.why_not)
