"""The field that adds a procedure: code and place, in few keys, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.schedule.visit import Visit
from app.practice.server.faults import Fault
from app.services.visits.office_rules import listed_in
from app.services.visits.sets import ProcedureSet, SetKind
from app.viewmodels.staff.schedule.details.page import DetailsPageViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.schedule.details.test_page import opened, pick, planned, told

PLACES = (
    "SELECT ProcCode, ToothNum, Surf FROM procedurelog JOIN procedurecode USING (CodeNum)"
    " WHERE AptNum = ? AND ProcStatus <> 6 AND ProcCode = ? ORDER BY ProcNum"
)


def places(served: Served, visit: Visit, code: str) -> list[Any]:
    """Where the procedures with a code are on an appointment."""
    return [tuple(row[1:]) for row in served.sql(PLACES, visit.apt_num, code)]


def clear_mouth(served: Served, visit: Visit) -> None:
    """All teeth are there, and nothing is charted or planned but what is on the appointment."""
    served.sql("DELETE FROM toothinitial WHERE PatNum = ?", visit.pat_num)
    served.sql("DELETE FROM procedurelog WHERE PatNum = ? AND AptNum <> ?", visit.pat_num, visit.apt_num)


async def ready(model: ScheduleScreenViewModel, served: Served) -> tuple[Visit, DetailsPageViewModel]:
    """An appointment of somebody with all teeth, and its page."""
    visit = pick(model)
    clear_mouth(served, visit)
    return visit, await opened(model)


def enter(page: DetailsPageViewModel, text: str) -> None:
    """Type a text and press Enter."""
    page.entry.type_text(text)
    page.entry.confirm()


@pytest.mark.parametrize(
    ("text", "code", "wanted"),
    [
        ("D2740 14", "D2740", [("14", "")]),
        ("2392 3 om", "D2392", [("3", "MO")]),
        ("sealant 3 14", "D1351", [("3", ""), ("14", "")]),
        ("D4341 ur", "D4341", [("", "UR")]),
        ("night guard u", "D9944", [("", "U")]),
        ("consult", "D9310", [("", "")]),
    ],
)
async def test_code_and_place(
    model: ScheduleScreenViewModel, served: Served, text: str, code: str, wanted: list[Any]
) -> None:
    """One line and Enter puts a procedure where it is done; the row shows it, and the field is empty again."""
    visit, page = await ready(model, served)
    enter(page, text)
    await told(model, f"{code} ")
    await until(lambda: places(served, visit, code) == wanted)
    assert page.entry.state.text == ""
    title = {("14", ""): "#14", ("3", "MO"): "#3 MO", ("", "UR"): "· UR"}.get(wanted[0], code)
    await until(lambda: any(title in row.title for row in page.shown.attached))


async def test_enter_before_the_codes_are_there(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Who types faster than the office answers loses nothing: it is added once the codes are read."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    model = await open_desk_on(served)
    visit = pick(model)
    clear_mouth(served, visit)
    model.commands["visit.details"].run()
    page = model.details.page
    await until(lambda: page.visit is not None)
    enter(page, "2740 14")
    await until(lambda: places(served, visit, "D2740") == [("14", "")])


async def test_a_place_is_asked_for(model: ScheduleScreenViewModel, served: Served) -> None:
    """A code alone that is done on a tooth asks which; nothing is sent before."""
    visit, page = await ready(model, served)
    enter(page, "zzz 3")
    await until(lambda: "No procedure code fits" in page.entry.state.problem)
    enter(page, "2740")
    await until(lambda: "Which tooth?" in page.entry.state.hint)
    assert page.entry.state.text == "D2740 "
    assert places(served, visit, "D2740") == []
    enter(page, "D2740 14")
    await until(lambda: places(served, visit, "D2740") == [("14", "")])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2740 33", "there is no tooth 33"),
        ("2392 3", "no surface is given on tooth 3"),
        ("2392 3 MI", "tooth 3 has no surface I"),
        ("4341 7", "there is no quadrant 7"),
        ("0120 14", "for the whole mouth"),
    ],
)
async def test_nonsense_is_refused(
    model: ScheduleScreenViewModel, served: Served, text: str, words: str
) -> None:
    """The chart's own words say what is wrong, the text stays to be mended, and nothing is sent."""
    _, page = await ready(model, served)
    enter(page, text)
    await until(lambda: words in page.entry.state.problem)
    assert page.entry.state.text.endswith(text.split(" ", 1)[1])
    assert not model.parts.journal.recent(5)


async def test_a_missing_tooth_is_said_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """What the chart has against it is said; Enter again adds it: the chart may be what is wrong."""
    visit, page = await ready(model, served)
    served.sql(
        "INSERT INTO toothinitial (PatNum, ToothNum, InitialType, Movement) VALUES (?, '14', 0, 0)",
        visit.pat_num,
    )
    enter(page, "2740 14")
    await until(lambda: "tooth 14 is missing" in page.entry.state.problem)
    assert places(served, visit, "D2740") == []
    page.entry.confirm()
    await until(lambda: places(served, visit, "D2740") == [("14", "")])


async def test_a_chart_that_cannot_be_read_is_no_obstacle(
    open_desk_on: OpenDesk, open_practice: Practices
) -> None:
    """Then nothing is compared with it, and the procedure is added."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    model = await open_desk_on(served)
    served.faults.plan("ToothInitials.list", Fault.GARBAGE, times=9)
    visit, page = await ready(model, served)
    enter(page, "2740 14")
    await until(lambda: places(served, visit, "D2740") == [("14", "")])


async def test_several_codes_are_offered(model: ScheduleScreenViewModel, served: Served) -> None:
    """Words of several codes ask for one of them, with where it would be; the planned one is first, and put on."""
    visit = pick(model)
    clear_mouth(served, visit)
    number = planned(served, visit, "D2750")
    served.sql("UPDATE procedurelog SET ToothNum = '14' WHERE ProcNum = ?", number)
    page = await opened(model)
    asked: list[bool] = []
    page.entry.choose.connect(lambda: asked.append(True))
    enter(page, "crown 14")
    await until(lambda: bool(asked))
    assert page.entry.state.offers[0].startswith("D2750")
    assert all("#14 ·" in each for each in page.entry.state.offers)
    page.entry.pick(0)
    await told(model, "D2750 #14 on the appointment of")
    assert served.sql("SELECT AptNum FROM procedurelog WHERE ProcNum = ?", number) == [(visit.apt_num,)]
    assert len(places(served, visit, "D2750")) == 1


async def test_it_is_there_already(model: ScheduleScreenViewModel, served: Served) -> None:
    """The same tooth twice is refused; the same film twice is two films."""
    visit, page = await ready(model, served)
    for _ in range(2):
        enter(page, "2740 14")
        await until(lambda: bool(page.entry.state.problem) or not page.entry.state.text)
    assert "D2740 #14 is on this appointment already." in page.entry.state.problem
    for _ in range(2):
        enter(page, "0274")
        await until(lambda: not page.entry.state.text)
    await until(lambda: len(places(served, visit, "D0274")) == 2)
    assert len(places(served, visit, "D2740")) == 1


async def test_a_set_asks_where(model: ScheduleScreenViewModel, served: Served) -> None:
    """Of a set, what has a place is added; what has none is asked for, one after the other; Esc leaves one out."""
    visit, page = await ready(model, served)
    page.add(ProcedureSet(SetKind.QUICK, "Sealants", listed_in("D0140,D1351#30,D1351,D1351")))
    await until(lambda: page.entry.state.text == "D1351 ")
    await told(model, "D0140, D1351 #30 on the appointment of")
    enter(page, "D1351 19")
    await until(lambda: places(served, visit, "D1351") == [("30", ""), ("19", "")])
    assert page.entry.state.text == "D1351 "
    assert page.entry.drop()
    assert page.entry.state.text == ""
    assert not page.entry.drop()


async def test_what_was_asked_is_not_forgotten(model: ScheduleScreenViewModel, served: Served) -> None:
    """Who goes on to another appointment is told what was not added."""
    visit, page = await ready(model, served)
    page.add(ProcedureSet(SetKind.QUICK, "Sealant", listed_in("D1351")))
    await until(lambda: page.entry.state.text == "D1351 ")
    pick(model, lambda each: each.apt_num != visit.apt_num)
    await told(model, "Not added for")
    assert page.entry.state.text == ""


async def test_leaving_the_page_tells_it_too(model: ScheduleScreenViewModel, served: Served) -> None:
    """Who closes the page while a tooth is asked for is told what was not added."""
    _, page = await ready(model, served)
    page.add(ProcedureSet(SetKind.QUICK, "Sealant", listed_in("D1351")))
    await until(lambda: page.entry.state.text == "D1351 ")
    page.leave()
    await told(model, "Not added for")
