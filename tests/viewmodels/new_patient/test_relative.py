"""What a family member shares with the patient on the screen."""

from __future__ import annotations

from app.viewmodels.staff.new_patient.form import NewPatientViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.wire.resources.pat_plans import PatPlanRelat
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def relative_form(model: ScheduleScreenViewModel, pat_num: int) -> NewPatientViewModel:
    """The form for a relative of a patient, with everything read."""
    desk = model.desk
    desk.patient.select(pat_num, Origin.SEARCH)
    desk.new_patient.begin_relative()
    await until(lambda: desk.new_patient.model is not None and desk.new_patient.model.relative.is_read)
    form = desk.new_patient.model
    assert isinstance(form, NewPatientViewModel)
    return form


async def test_what_is_shared(model: ScheduleScreenViewModel, served: Served) -> None:
    """Address and phone are named and are hints in their fields; with nothing else entered the form is empty."""
    pat_num = served.sql("SELECT PatNum FROM patplan WHERE Ordinal = 2 LIMIT 1")[0][0]
    served.sql(
        "UPDATE patient SET LName = 'Zzyzx', Address = '4 Elm St', City = 'Salem', HmPhone = '(541)555-0100' "
        "WHERE PatNum = ?",
        pat_num,
    )
    form = await relative_form(model, pat_num)
    relative = form.relative
    assert relative.shared == "4 Elm St, Salem\n(541) 555-0100\nSame guarantor, provider, and clinic."
    assert (form.hint("Address"), form.hint("HmPhone"), form.hint("WirelessPhone")) == (
        "4 Elm St",
        "(541) 555-0100",
        "",
    )
    assert form.state.title == "New family member"
    assert form.state.draft.texts["LName"] == "Zzyzx"
    assert form.state.draft.is_empty
    assert len(relative.coverage) == 2
    relative.set_copies(False)
    assert relative.coverage == ()
    relative.turn(False)
    assert (form.hint("Address"), form.state.title) == ("", "New patient")


async def test_the_relationship_is_suggested(model: ScheduleScreenViewModel, served: Served) -> None:
    """A young relative is suggested as a child, an older one as the spouse, until the user chooses."""
    form = await relative_form(
        model, served.sql("SELECT PatNum FROM patplan WHERE Ordinal = 1 LIMIT 1")[0][0]
    )
    found = []
    for born in ("5/6/2019", "5/6/1980", "5/6/2015"):
        form.type_text("Birthdate", born)
        found.append(form.relative.relationship)
    assert found == [PatPlanRelat.CHILD, PatPlanRelat.SPOUSE, PatPlanRelat.CHILD]
    form.relative.set_relationship(2)
    form.type_text("Birthdate", "5/6/1980")
    assert form.relative.relationship is PatPlanRelat.DEPENDENT


async def test_another_patient_on_the_screen(model: ScheduleScreenViewModel, served: Served) -> None:
    """The patient on the screen is offered as a relative; one who was chosen stays when another one is selected."""
    one, two = (each.visit.pat_num for each in model.schedule.grid.visits[:2])
    form = await relative_form(model, one)
    model.desk.patient.select(two, Origin.SEARCH)
    assert (form.relative.choice.pat_num, form.relative.choice.on) == (one, True)
    form.relative.turn(False)
    model.desk.patient.select(two, Origin.SEARCH)
    assert (form.relative.choice.pat_num, form.relative.choice.on) == (two, False)


async def test_nobody_on_the_screen(model: ScheduleScreenViewModel) -> None:
    """Without a selected patient there is nobody to be related to."""
    command = model.commands["patient.relative"]
    assert (command.can_run, str(command.verdict.reason)) == (False, "No patient is selected.")


async def test_saved_before_the_family_was_read(model: ScheduleScreenViewModel, served: Served) -> None:
    """While the family's data are loading nothing is sent, the form says so and stays; then it can be saved."""
    desk, pat_num = model.desk, model.schedule.grid.visits[0].visit.pat_num
    desk.patient.select(pat_num, Origin.SEARCH)
    await until(lambda: desk.commands["patient.relative"].can_run)
    served.faults.unreachable = True
    desk.new_patient.begin_relative()
    await until(lambda: desk.new_patient.model is not None and desk.new_patient.model.is_open)
    form = desk.new_patient.model
    assert isinstance(form, NewPatientViewModel)
    assert not form.relative.is_read
    for name, text in (("LName", "Quimby"), ("FName", "Ada"), ("Birthdate", "5/6/2019")):
        form.type_text(name, text)
    form.save()
    assert form.state.refusal == "The family's data are still loading. Try again in a moment."
    assert form.state.is_entering
    assert not desk.parts.journal.unsettled()
    served.faults.unreachable = False
    desk.screens.key("Shift+F5")
    await until(lambda: form.relative.is_read)
    form.save()
    await until(lambda: served.sql("SELECT COUNT(*) FROM patient WHERE LName = 'Quimby'") == [(1,)])
