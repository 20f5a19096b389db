"""The tour of the patient page: a phone call about one patient."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import PATIENT
from app.bootstrap.tour import coverage, new_patient, papers, sections, teeth
from app.bootstrap.tour.hands import Hands, there
from app.core.outside import OutsideRequest
from app.domain.people.dialed import dialed_number
from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr


async def page(hands: Hands) -> None:
    """The page of a patient with a family, all sections read."""
    lists = hands.desk.parts.search.known("mar")
    hands.desk.patient.select(lists[0].person.pat_num, Origin.SEARCH)
    await hands.until(lambda: _is_read(hands))


async def popups(hands: Hands) -> None:
    """A patient with popups and an urgent medical note: all that the strip can have."""
    command = (
        "SELECT popup.PatNum FROM popup INNER JOIN patient ON patient.PatNum = popup.PatNum WHERE patient.MedUrgNote"
        " <> '' AND popup.PopupLevel = 0 AND popup.IsArchived = 0 AND popup.DateTimeDisabled < '1880-01-01' LIMIT 1"
    )
    rows = await hands.desk.parts.client.queries.short_query(SqlCommand=command)
    hands.desk.patient.select(int(rows[0]["PatNum"]), Origin.SEARCH)
    strip = there(hands.desk.strip.model)
    await hands.until(lambda: strip.summary is not None and bool(strip.state.popups) and _is_read(hands))


async def chart(hands: Hands) -> None:
    """Ctrl+H: the chart of a patient with a treatment plan, all parts read."""
    hands.desk.patient.select(await _with_a_plan(hands), Origin.SEARCH)
    hands.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: _chart(hands) is not None)
    model = there(_chart(hands))
    await hands.until(lambda: all(each.value is not None for each in model.sections))


async def tooth(hands: Hands) -> None:
    """A selected tooth: its notes only."""
    model = there(_chart(hands))
    model.teeth.odontogram.select(
        next(row.ToothNum for row in model.teeth.procedures.values() if row.ToothNum)
    )
    await hands.until(lambda: bool(model.notes.tooth_words))


async def report(hands: Hands) -> None:
    """Ctrl+Shift+M: what the patient reports about their health."""
    await hands.until(hands.has_keys)
    there(_chart(hands)).clear_tooth()
    hands.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await hands.until(lambda: there(_chart(hands)).medical.report.is_open)


async def _with_a_plan(hands: Hands) -> int:
    """The first patient whose gums were measured twice and who has a treatment plan."""
    client = hands.desk.parts.client
    examined = [row.PatNum for row in await client.perio_exams.list()]
    twice = [pat_num for pat_num in dict.fromkeys(examined) if examined.count(pat_num) > 1]
    for pat_num in twice:
        if await client.treat_plans.list(PatNum=pat_num):
            return pat_num
    raise LookupError("nobody has both")


def _chart(hands: Hands) -> ChartModel | None:
    """The chart's viewmodel, once it is shown."""
    screen = hands.desk.screens.model(PATIENT)
    if not isinstance(screen, PatientScreenViewModel) or screen.current != "chart":
        return None
    model = screen.model("chart")
    return model if isinstance(model, ChartModel) else None


def _is_read(hands: Hands) -> bool:
    screen = hands.desk.screens.model(PATIENT)
    strip = hands.desk.strip.model
    if (
        strip is None
        or strip.summary is None
        or not isinstance(screen, PatientScreenViewModel)
        or not screen.current
    ):
        return False
    overview = screen.model("overview")
    if not isinstance(overview, OverviewModel) or len(overview.sections) < len(SECTIONS):
        return False
    return all(each.value is not None for each in overview.sections.values())


async def called(hands: Hands) -> None:
    """A phone system asks for the caller while something is typed: a notice offers them."""
    person = there(hands.next_expected().person)
    field = there(hands.program.workspace).frame.bar.find_field
    field.setFocus()
    hands.type_text("ort")
    hands.program.entrance.ask(OutsideRequest(phone=dialed_number(person.phone)))
    await hands.until(lambda: hands.told("Call from"))


async def answered(hands: Hands) -> None:
    """One click shows them."""
    notices, before = hands.desk.notices, hands.desk.patient.current
    notices.act(notices.items[-1].id, tr("Show"))
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    await hands.until(lambda: hands.desk.patient.current != before and _is_read(hands))


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("patient page", page),
    ("popups", popups),
    *coverage.STEPS,
    *sections.ON_THE_PAGE,
    *sections.FURTHER_DOWN,
    ("a call while typing", called),
    ("the caller", answered),
    *sections.ON_THE_SCHEDULE,
    *new_patient.STEPS,
    ("chart", chart),
    ("a tooth", tooth),
    ("report a change", report),
    *teeth.STEPS,
    *papers.STEPS,
)
