"""The form for a new patient, without a window."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject

from app.services.writes.patients.new import ADD_PATIENT
from app.viewmodels.staff.new_patient.form import NewPatientViewModel
from app.viewmodels.staff.new_patient.late import KIND
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until

KNOWN = (
    "UPDATE patient SET LName = 'Kowalczyk', FName = 'Stephen', Birthdate = '1985-03-14' WHERE PatNum = 1500"
)


async def form_of(model: ScheduleScreenViewModel, text: str = "") -> NewPatientViewModel:
    """The form, begun with a text."""
    late = model.desk.new_patient
    late.begin(text)
    await until(lambda: late.model is not None and late.model.is_open)
    form = late.model
    assert isinstance(form, NewPatientViewModel)
    return form


class Missing(QObject):
    """What the form sent the user to."""

    def __init__(self, form: NewPatientViewModel) -> None:
        super().__init__(form)
        self.names: list[str] = []
        form.missing.connect(self.names.append)


def fill(form: NewPatientViewModel, **texts: str) -> None:
    """Type into fields, and leave each."""
    for name, text in texts.items():
        form.type_text(name, text)
        form.leave_field(name)


async def test_what_was_typed_is_taken_over(model: ScheduleScreenViewModel) -> None:
    """A name, a phone number or a birthdate from the search is in its field, as it will be saved."""
    form = await form_of(model, "o'brien, nia 5/6/2019")
    assert dict(form.state.draft.texts) == {"LName": "O'Brien", "FName": "Nia", "Birthdate": "5/6/2019"}
    form.leave()
    form = await form_of(model, "+1 541 555 0155")
    assert dict(form.state.draft.texts) == {"WirelessPhone": "(541) 555-0155"}
    assert form.state.draft.is_empty


async def test_fields_are_tidied_when_they_are_left(model: ScheduleScreenViewModel) -> None:
    """Names are capitalized, phone numbers and dates written in the usual form; what is wrong is said."""
    form = await form_of(model)
    typed = {
        "LName": "mcdonald", "FName": "NIA", "Birthdate": "5 6 19", "WirelessPhone": "541.555.0155", "City": "salem",
        "State": "or", "Email": "nia@example.com", "HmPhone": "555",
    }  # fmt: skip
    fill(form, **typed)
    texts = form.state.draft.texts
    assert [texts[name] for name in typed] == [
        "McDonald", "Nia", "5/6/2019", "(541) 555-0155", "Salem", "OR", "nia@example.com", "555",
    ]  # fmt: skip
    assert form.state.problems == {"HmPhone": "This number has too few digits (3)."}
    form.type_text("HmPhone", "")
    assert form.state.problems == {}


async def test_what_is_missing(model: ScheduleScreenViewModel) -> None:
    """Without a name, or with something wrong, nothing is sent and the form leads there."""
    form = await form_of(model, "zzyzx")
    missing = Missing(form)
    form.save()
    fill(form, FName="nia", Birthdate="13/45/2019")
    form.save()
    assert missing.names == ["FName", "Birthdate"]
    assert form.state.problems["Birthdate"].startswith("Not a date.")
    assert form.state.is_entering
    assert model.parts.journal.recent(5) == ()


async def test_similar_patients(model: ScheduleScreenViewModel, served: Served) -> None:
    """A short form, a name that sounds alike and the birthdate name a patient; only a deliberate click adds another."""
    served.sql(KNOWN)
    form = await form_of(model, "kowalchik, steve")
    missing = Missing(form)
    fill(form, Birthdate="3/14/1985")
    form.save()  # before the pause after which the office is asked
    await until(lambda: missing.names == ["twins"])
    (twin,) = form.state.twins
    assert (twin.name, twin.why, twin.likely) == ("Kowalczyk, Stephen", "Similar name · Same birthdate", True)
    assert (form.state.action, form.state.twins_title) == ("Add anyway", "Already a patient?")
    form.save(anyway=True)
    await until(lambda: not form.is_open)
    rows = served.sql("SELECT PatNum FROM patient WHERE LName = 'Kowalchik'")
    assert len(rows) == 1
    assert model.desk.new_patient.added == {rows[0][0]}
    await until(lambda: model.booking.open)


async def test_left_while_similar_patients_are_looked_for(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A form that is left in that moment is kept if somebody similar is found, else sent; the next one is another's."""
    served.sql(KNOWN)
    for first, born, added in (("steve", "3/14/1985", 0), ("zoe", "5/6/2019", 1)):
        form = await form_of(model, f"kowalchik, {first}")
        fill(form, Birthdate=born)
        form.save()
        await asyncio.sleep(0)
        form.leave()
        form = await form_of(model, "kowalchik, steve")
        fill(form, Birthdate="3/14/1985")  # blocked, but not sent
        if added:
            await until(lambda: model.parts.journal.recent(1) != () and not model.parts.journal.unsettled())
        else:
            await until(lambda form=form: form.state.unfinished == "Kowalchik, Steve")
        assert (form.is_open, form.state.is_entering) == (True, True)
        rows = served.sql("SELECT FName FROM patient WHERE LName = 'Kowalchik'")
        assert rows == [("Zoe",)][:added]
        form.leave()


async def test_a_relative_by_phone_is_no_obstacle(model: ScheduleScreenViewModel, served: Served) -> None:
    """Somebody with the same phone and another name is shown, and doesn't stop the form."""
    served.sql(
        "UPDATE patient SET WirelessPhone = '(541)555-0155', LName = 'Aa', FName = 'Bb' WHERE PatNum = 1500"
    )
    form = await form_of(model, "zzyzx, nia")
    fill(form, WirelessPhone="5415550155")
    await until(lambda: bool(form.state.twins))
    assert (form.state.twins[0].why, form.state.blocked) == ("Same phone", False)
    form.save()
    await until(lambda: model.booking.open)


async def test_the_clinic_of_the_schedule(model: ScheduleScreenViewModel, served: Served) -> None:
    """A new patient gets the clinic that the schedule shows; what the form doesn't ask for is the office's default."""
    clinic_num = served.sql("SELECT ClinicNum FROM clinic ORDER BY ClinicNum")[0][0]
    model.desk.new_patient.clinic_num = clinic_num
    form = await form_of(model, "zzyzx, nia")
    assert form.fields["ClinicNum"].kind.choices[int(form.state.draft.texts["ClinicNum"])].value == clinic_num
    assert form.hint("PriProv") == "Office default"
    form.save()
    await until(lambda: model.booking.open)
    rows = served.sql("SELECT ClinicNum, Gender FROM patient WHERE LName = 'Zzyzx'")
    assert rows == [(clinic_num, 2)]
    model.desk.new_patient.clinic_num = None  # the schedule shows all clinics now
    form = await form_of(model, "zzyzxa, nia")
    assert form.hint("ClinicNum") == "None"
    assert form.fields["ClinicNum"].kind.choices[int(form.state.draft.texts["ClinicNum"])].value == clinic_num


NONSENSE = (
    "x" * 101, "🦷 Zähne", "<b>bold</b>", "Robert'); DROP TABLE", "a\tb\nc", "\u202eabc", "--", "  ", "0", "李",
    "1/1/1900", "2/30/2019", "12/31/2999", "541", "5415550155 5415550156", "no phone", "@", "&amp;",
)  # fmt: skip


async def test_nonsense_in_every_field(model: ScheduleScreenViewModel) -> None:
    """Whatever is typed is kept as it is, or tidied once and for all; nothing that is wrong is sent."""
    form = await form_of(model)
    typed = [name for name, field in form.fields.items() if not field.kind.choices]
    for text in NONSENSE:
        for name in typed:
            fill(form, **{name: text})
            once = form.state.draft.texts[name]
            form.leave_field(name)
            assert form.state.draft.texts[name] == once, (name, text)
            assert once or not text.strip(), (name, text)
    fill(form, LName="x" * 101, Birthdate="12/31/2999")
    form.save()
    assert form.state.problems["LName"] == "At most 100 letters."
    assert form.state.problems["Birthdate"].startswith("Not a date.")
    assert model.parts.journal.recent(5) == ()


async def test_every_field_is_saved(model: ScheduleScreenViewModel, served: Served) -> None:
    """All fields reach the office, and the referral source is attached."""
    form = await form_of(model, "zzyzx, nia")
    form.sources.read()
    await until(lambda: len(form.fields["referral"].kind.choices) > 1)
    source = form.fields["referral"].kind.choices[1].value
    fill(
        form, Preferred="nini", Birthdate="5/6/2019", WirelessPhone="5415550155", HmPhone="5415550156",
        WkPhone="5415550157", Email="n@example.com", Address="1 Elm St", City="salem", State="or", Zip="97301",
    )  # fmt: skip
    for name, place in {"Gender": "0", "PriProv": "1", "referral": "1", "PreferContactMethod": "8"}.items():
        form.type_text(name, place)
    form.save()
    await until(lambda: model.booking.open)
    names = (
        "Preferred, Gender, HmPhone, WkPhone, Email, Address, City, State, Zip, PreferContactMethod, PriProv"
    )
    provider = form.fields["PriProv"].kind.choices[1].value
    found = served.sql(f"SELECT {names} FROM patient WHERE LName = 'Zzyzx'")
    assert found == [
        (
            "Nini",
            1,
            "(541)555-0156",
            "(541)555-0157",
            "n@example.com",
            "1 Elm St",
            "Salem",
            "OR",
            "97301",
            8,
            provider,
        )
    ]
    query = "SELECT ReferralNum FROM refattach JOIN patient USING (PatNum) WHERE LName = 'Zzyzx'"
    await until(lambda: served.sql(query) == [(source,)])


async def test_a_refused_one_is_corrected_later(model: ScheduleScreenViewModel, served: Served) -> None:
    """A refused patient in the list of changes is opened again with everything entered, and sent as one."""
    form = await form_of(model, "zzyzx, nia")
    fill(form, Birthdate="5/6/2019", WirelessPhone="5415550155", Address="1 Elm St")
    form.type_text("Gender", "0")
    await until(lambda: not form.twins.looking)
    served.sql(
        "UPDATE patient SET LName = 'Zzyzx', FName = 'Nia', Birthdate = '2019-05-06' WHERE PatNum = 1500"
    )
    form.save()
    await until(lambda: bool(form.state.refusal))
    texts = dict(form.state.draft.texts)
    form.leave()
    (row,) = (each for each in model.desk.attention.rows if each.can_change)
    form.start_over()
    model.desk.attention.change(row.id)
    await until(lambda: form.state.draft.refused == row.id)
    kept = {name: text for name, text in texts.items() if text}
    assert dict(form.state.draft.texts) == kept
    fill(form, FName="olga")
    form.save()
    await until(lambda: model.booking.open)
    found = served.sql("SELECT FName, Address FROM patient WHERE LName = 'Zzyzx' AND PatNum <> 1500")
    assert found == [("Olga", "1 Elm St")]
    await until(lambda: model.parts.journal.open_entries() == ())


async def test_other_programs_wait(model: ScheduleScreenViewModel) -> None:
    """While something is entered, other programs select nobody."""
    form = await form_of(model, "zzyzx")
    assert not any(is_busy() for is_busy in model.desk.patient.busy)
    fill(form, FName="nia")
    assert any(is_busy() for is_busy in model.desk.patient.busy)


def test_the_kind_in_the_journal() -> None:
    """The way into the form names the write without importing it: it must be the same name."""
    assert ADD_PATIENT.kind == KIND
