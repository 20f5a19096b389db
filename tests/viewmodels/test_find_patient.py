"""Finding a patient while typing."""

from __future__ import annotations

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.find_patient import FindState
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_memory_answers_at_once(model: DeskViewModel) -> None:
    """Whoever is in memory is offered with the keystroke, before the office is asked."""
    await until(lambda: len(model.parts.office.people.index) > 1500)
    model.find.type_text("ort")
    assert model.find.state.hits
    assert model.find.state.asking
    await until(lambda: not model.find.state.asking)


async def test_only_the_last_text_counts(model: DeskViewModel, served: Served) -> None:
    """Answers to what was typed before are dropped, and a quick typist costs one request."""
    before = served.faults.seen.count("Patients.list")
    for text in ("o", "or", "ort", "orti", "ortiz"):
        model.find.type_text(text)
    await until(lambda: not model.find.state.asking)
    assert model.find.state.text == "ortiz"
    assert served.faults.seen.count("Patients.list") - before <= 2


async def test_an_emptied_field(model: DeskViewModel) -> None:
    """A field that was emptied, or holds blanks, offers nobody and asks nobody."""
    model.find.type_text("ortiz")
    model.find.type_text("  ")
    assert model.find.state == FindState()


async def test_nobody_found(model: DeskViewModel) -> None:
    """When nobody fits, the list says so and what to try."""
    model.find.type_text("qqqqzzzz")
    await until(lambda: not model.find.state.asking)
    assert model.find.state.hits == ()
    assert model.find.state.words.startswith("Nobody found.")


async def test_without_the_office(model: DeskViewModel, served: Served) -> None:
    """While the office is out of reach, memory's hits stay and the reason stands below them."""
    await until(lambda: len(model.parts.office.people.index) > 1500)
    served.faults.unreachable = True
    model.find.type_text("ort")
    hits = model.find.state.hits
    await until(lambda: not model.find.state.asking)
    assert model.find.state.hits == hits
    assert model.find.state.words == "Open Dental's server cannot be reached."


async def test_a_row_that_is_not_there(model: DeskViewModel) -> None:
    """Enter on an empty list takes nobody; on a row it takes that patient."""
    taken: list[object] = []
    model.find.chosen.connect(taken.append)
    model.find.choose(0)
    model.find.type_text("ortiz")
    await until(lambda: not model.find.state.asking and bool(model.find.state.hits))
    model.find.choose(-1)
    model.find.choose(len(model.find.state.hits))
    assert taken == []
    model.find.choose(0)
    assert [hit.person for hit in taken] == [model.find.state.hits[0].person]


async def test_particulars_tell_two_of_a_name_apart(model: DeskViewModel) -> None:
    """A row has birthdate and age, phone and clinic."""
    model.find.type_text("ortiz")
    await until(lambda: not model.find.state.asking and bool(model.find.state.hits))
    hit, (name, particulars) = model.find.state.hits[0], model.find.state.rows[0]
    assert name == hit.person.display
    assert f"({hit.age})" in particulars
    assert hit.clinic in particulars
