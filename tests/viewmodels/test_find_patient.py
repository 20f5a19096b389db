"""Patient search while typing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.people.ages import age_on
from app.domain.people.index import DELETED, KnownPatient
from app.domain.schedule.visit import Person
from app.services.patients.search import PatientHit
from app.viewmodels.staff.find_patient import FindState
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import TODAY, Served
from tests.support.qt_loop import until


async def test_memory_answers_at_once(model: ScheduleScreenViewModel) -> None:
    """Patients in memory are offered immediately, before the office is searched."""
    await model.parts.search.fill()
    model.desk.find.type_text("ort")
    assert model.desk.find.state.hits
    assert model.desk.find.state.asking
    await until(lambda: not model.desk.find.state.asking)


async def test_only_the_last_text_counts(model: ScheduleScreenViewModel, served: Served) -> None:
    """Answers for earlier text are dropped, and fast typing costs one request."""
    before = served.faults.seen.count("Patients.list")
    for text in ("o", "or", "ort", "orti", "ortiz"):
        model.desk.find.type_text(text)
    await until(lambda: not model.desk.find.state.asking)
    assert model.desk.find.state.text == "ortiz"
    assert served.faults.seen.count("Patients.list") - before <= 2


async def test_an_emptied_field(model: ScheduleScreenViewModel) -> None:
    """An empty field, or one with only spaces, offers nobody and sends nothing."""
    model.desk.find.type_text("ortiz")
    model.desk.find.type_text("  ")
    assert model.desk.find.state == FindState()


async def test_no_matching_patient(model: ScheduleScreenViewModel) -> None:
    """When nobody matches, the list says so and what to try."""
    model.desk.find.type_text("qqqqzzzz")
    await until(lambda: not model.desk.find.state.asking)
    assert model.desk.find.state.hits == ()
    assert model.desk.find.state.words.startswith("No patients found.")


async def test_without_the_office(model: ScheduleScreenViewModel, served: Served) -> None:
    """While the office is unreachable, results from memory stay, with the reason below them."""
    await model.parts.search.fill()
    served.faults.unreachable = True
    model.desk.find.type_text("ort")
    hits = model.desk.find.state.hits
    await until(lambda: not model.desk.find.state.asking)
    assert model.desk.find.state.hits == hits
    assert model.desk.find.state.words == "Can't reach Open Dental's server."


async def test_somebody_who_is_not_there(model: ScheduleScreenViewModel) -> None:
    """Enter on an empty list, or for a patient not offered, chooses nobody; on a row it chooses that patient."""
    taken: list[PatientHit] = []
    model.desk.find.chosen.connect(taken.append)
    model.desk.find.take()
    model.desk.find.type_text("ortiz")
    await until(lambda: not model.desk.find.state.asking and bool(model.desk.find.state.hits))
    model.desk.find.choose(-1)
    model.desk.find.highlight(-1)
    assert taken == []
    model.desk.find.take()
    assert [hit.person for hit in taken] == [model.desk.find.state.hits[0].person]


async def test_enter_before_the_office_has_answered(model: ScheduleScreenViewModel, served: Served) -> None:
    """Enter right after the last letter chooses the office's result, if it is the only one."""
    rows = served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 ORDER BY PatNum LIMIT 2")
    find, taken = model.desk.find, []
    find.chosen.connect(lambda hit: taken.append(hit.person.pat_num))
    served.sql("UPDATE patient SET LName = 'Xylander' WHERE PatNum = ?", rows[0][0])
    find.type_text("xylander")
    find.take()
    assert taken == []
    await until(lambda: bool(taken))
    assert taken == [rows[0][0]]
    served.sql("UPDATE patient SET LName = 'Zyxware' WHERE PatNum IN (?, ?)", rows[0][0], rows[1][0])
    find.type_text("zyxware")
    find.take()
    await until(lambda: not find.state.asking)
    assert len(find.state.hits) == 2
    assert len(taken) == 1


async def test_particulars_tell_two_of_a_name_apart(model: ScheduleScreenViewModel) -> None:
    """A row has birthdate and age, phone and clinic."""
    model.desk.find.type_text("ortiz")
    await until(lambda: not model.desk.find.state.asking and bool(model.desk.find.state.hits))
    hit, row = model.desk.find.state.hits[0], model.desk.find.state.rows[0]
    assert (row.pat_num, row.name) == (hit.person.pat_num, hit.person.display)
    assert f"({hit.age})" in row.particulars
    assert hit.clinic in row.particulars


def test_a_birthdate_to_come_has_no_age() -> None:
    """A mistyped birthdate in the future is shown as it is, without an age."""
    person = Person(7, "Ortiz", "Maria", birthdate=TODAY + timedelta(days=1), phone="555-0100")
    (row,) = FindState("ortiz", (PatientHit(person, age_on(person.birthdate, TODAY), "", ""),)).rows
    assert row.particulars == f"{TODAY:%b} {TODAY.day + 1}, {TODAY.year}  ·  555-0100"


async def test_more_than_the_list_has_room_for(model: ScheduleScreenViewModel) -> None:
    """The number of further matches is shown below the rows, with how to narrow them down."""
    await model.parts.search.fill()
    model.desk.find.type_text("a")
    assert model.desk.find.state.below.startswith("Many more. Type more of the name")
    model.desk.find.type_text("ortiz")
    await until(lambda: not model.desk.find.state.asking)
    state = model.desk.find.state
    left = len(state.hits) - len(state.rows)
    assert state.below.startswith(f"{left} more. ") if left else state.below == ""
    model.desk.find.type_text(state.hits[0].person.display.split(' "')[0])
    await until(lambda: not model.desk.find.state.asking)
    assert 0 < len(model.desk.find.state.hits) <= len(model.desk.find.state.rows)
    assert model.desk.find.state.below == ""


async def test_a_text_that_is_no_name(model: ScheduleScreenViewModel) -> None:
    """Three hundred letters find nobody, with the desk's own message: no refusal of the office is shown."""
    for text in ("a" * 300, "a " * 300, "7" * 300):
        model.desk.find.type_text(text)
        await until(lambda: not model.desk.find.state.asking)
        assert model.desk.find.state.below.startswith("No patients found."), text[:4]


@pytest.mark.parametrize("steps", [0, 1, 3])
async def test_late_answers_leave_the_chosen_row(
    model: ScheduleScreenViewModel, served: Served, steps: int
) -> None:
    """The highlighted patient, selected or first, keeps their row when other results arrive later."""
    await model.parts.search.fill()
    model.desk.find.type_text("ma")
    read = [row.pat_num for row in model.desk.find.state.rows[: steps + 1]]
    model.desk.find.highlight(read[-1])
    newcomers(served)
    await until(lambda: not model.desk.find.state.asking)
    state = model.desk.find.state
    assert [row.pat_num for row in state.rows[: steps + 1]] == read
    assert state.rows[steps + 1].name.startswith("Ma")
    assert state.rows[steps + 1].name.endswith("Late")
    assert len({hit.person.pat_num for hit in state.hits}) == len(state.hits)
    taken: list[PatientHit] = []
    model.desk.find.chosen.connect(taken.append)
    model.desk.find.take()
    assert [hit.person.pat_num for hit in taken] == read[-1:]


async def test_another_text_begins_at_the_top(model: ScheduleScreenViewModel) -> None:
    """When the text changes, the first row is highlighted again."""
    await model.parts.search.fill()
    model.desk.find.type_text("ma")
    model.desk.find.highlight(model.desk.find.state.rows[2].pat_num)
    model.desk.find.type_text("mar")
    assert model.desk.find.state.chosen == model.desk.find.state.rows[0].pat_num


async def test_a_patient_deleted_elsewhere_leaves_the_list(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A highlighted patient who turns out to be deleted is removed, and Enter chooses nobody in their place."""
    await until(lambda: model.parts.search._holds_everybody)  # no page from before the deletion is on its way
    model.desk.find.type_text("ma")
    gone = model.desk.find.state.rows[1].pat_num
    model.desk.find.highlight(gone)
    model.parts.office.people.index.add([KnownPatient(Person(gone, "", ""), status=DELETED)])
    served.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", gone)
    await until(lambda: not model.desk.find.state.asking)
    taken: list[object] = []
    model.desk.find.chosen.connect(taken.append)
    model.desk.find.take()
    assert gone not in [hit.person.pat_num for hit in model.desk.find.state.hits]
    assert taken == []


def newcomers(served: Served) -> None:
    """Patients created elsewhere, unknown in memory, whose names come first."""
    rows = served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 ORDER BY PatNum LIMIT 3")
    for (number,) in rows:
        served.sql("UPDATE patient SET LName = 'Ma', FName = 'Late', Preferred = '' WHERE PatNum = ?", number)


async def test_search_results_are_announced(model: ScheduleScreenViewModel) -> None:
    """Once the office has answered, the number of results and each row are available as text."""
    model.desk.find.type_text("ortiz")
    assert model.desk.find.state.spoken == ""
    await until(lambda: not model.desk.find.state.asking and bool(model.desk.find.state.hits))
    state = model.desk.find.state
    assert state.spoken.startswith(f"{len(state.rows)} patient")
    first = state.rows[0]
    assert state.chosen_row == first
    assert first.spoken == f"{first.name}, {first.particulars}"
