"""The popups of the patient page."""

from __future__ import annotations

import pytest

from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.patient.sections.popups import PopupsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.resources.popups import EnumPopupLevel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of

MOST = "SELECT PatNum FROM popup GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1"


@pytest.fixture
async def popups(model: ScheduleScreenViewModel, served: Served) -> PopupsSection:
    """The section of the patient with the most popups."""
    section = (await page_of(model, served.sql(MOST)[0][0])).sections["popups"]
    assert isinstance(section, PopupsSection)
    await until(lambda: section.desk.strip.model is not None and section.desk.strip.model.summary is not None)
    return section


async def test_those_that_are_on_come_first(popups: PopupsSection) -> None:
    """Each says who sees it; one that is off says since when."""
    assert [row.is_on for row in popups.rows] == sorted((row.is_on for row in popups.rows), reverse=True)
    by_level = {row.popup.PopupLevel: row.about for row in popups.rows if row.is_on}
    assert (by_level[EnumPopupLevel.PATIENT], by_level[EnumPopupLevel.FAMILY]) == ("", "Whole family")
    assert any(row.about.startswith("off since ") for row in popups.rows if not row.is_on)


async def test_a_popup_is_added_and_snoozed(popups: PopupsSection, served: Served) -> None:
    """It needs a text; then the strip shows it, and snoozing hides it there and marks it here."""
    popups.action.run()
    await until(lambda: popups.new.draft is not None)
    popups.new.save()
    assert popups.new.draft is not None
    assert popups.new.draft.words
    popups.new.type_text("Bring the <b>x-rays</b>")
    popups.new.set_level(EnumPopupLevel.FAMILY)
    popups.new.save()
    await until(lambda: any(row.text.startswith("Bring the <") for row in popups.rows))
    assert served.sql("SELECT PopupLevel FROM popup WHERE Description LIKE 'Bring the <b>%'") == [(1,)]
    strip = popups.desk.strip.model
    await until(lambda: any(each.text.startswith("Bring the <") for each in strip.state.popups))
    popups.snooze(next(row for row in popups.rows if row.text.startswith("Bring the <")))
    assert next(row for row in popups.rows if row.text.startswith("Bring the <")).is_snoozed
    assert not any(each.text.startswith("Bring the <") for each in strip.state.popups)


async def test_a_draft_is_kept_for_its_patient(popups: PopupsSection) -> None:
    """What was typed when another patient is shown is there again for the first one."""
    first = popups.pat_num
    popups.action.run()
    await until(lambda: popups.new.draft is not None)
    popups.new.type_text("Half")
    popups.show(1)
    assert popups.new.draft is None
    popups.show(first)
    popups.action.run()
    await until(lambda: popups.new.draft is not None)
    assert popups.new.draft is not None
    assert popups.new.draft.text == "Half"


async def test_a_popup_is_edited_and_turned_off(popups: PopupsSection) -> None:
    """Its text is edited in place; turned off it stays listed, and can be turned on again, as by the undo."""
    row = popups.rows[0]
    popups.opened.open(row.popup)
    popups.opened.edit.type_text("Changed")
    popups.opened.edit.commit()
    await until(lambda: popups.opened.row is None and any(each.text == "Changed" for each in popups.rows))
    row = next(each for each in popups.rows if each.text == "Changed")
    popups.turn(row, on=False)
    await until(lambda: not next(each for each in popups.rows if each.text == "Changed").is_on)
    assert popups.desk.notices.undoable is not None
    row = next(each for each in popups.rows if each.text == "Changed")
    popups.turn(row, on=True)
    await until(lambda: next(each for each in popups.rows if each.text == "Changed").is_on)
    await until(lambda: popups.desk.notices.items[-1].words.endswith(" turned on."))


async def test_an_edit_that_collides(popups: PopupsSection, served: Served) -> None:
    """Another desk's text is shown beside ours; nothing is overwritten."""
    row = popups.rows[0]
    popups.opened.open(row.popup)
    served.sql("UPDATE popup SET Description = 'Theirs' WHERE PopupNum = ?", row.popup.PopupNum)
    popups.opened.edit.type_text("Mine")
    popups.opened.edit.commit()
    await until(lambda: popups.opened.edit.state.phase is Phase.CONFLICT)
    popups.opened.edit.use_theirs()
    await until(lambda: popups.opened.row is None)
    assert served.sql("SELECT Description FROM popup WHERE PopupNum = ?", row.popup.PopupNum) == [("Theirs",)]
