"""Opens the chart of the patients who have everything."""

from __future__ import annotations

from app.store.patients.parts import Unread
from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import Served
from tests.support.qt_loop import until


def adult(served: Served) -> int:
    """The adult who has everything: the only patient with a popup for the super family."""
    return int(served.sql("SELECT PatNum FROM popup WHERE PopupLevel = 2")[0][0])


async def chart_of(model: ScheduleScreenViewModel, pat_num: int) -> ChartModel:
    """The chart of a patient, completely read."""
    desk = model.desk
    desk.patient.select(pat_num, Origin.SEARCH)
    desk.commands["chart.show"].run()

    def shown() -> bool:
        screen = desk.screens.shown
        return isinstance(screen, PatientScreenViewModel) and screen.current == "chart"

    await until(shown)
    screen = desk.screens.model("patient")
    assert isinstance(screen, PatientScreenViewModel)
    chart = screen.model("chart")
    assert isinstance(chart, ChartModel)
    await until(lambda: is_read(chart))
    return chart


def is_read(chart: ChartModel) -> bool:
    """Whether every part has been read or refused, and nothing of any is still to come."""
    notes, plans, teeth, exams = chart.notes.value, chart.plans.value, chart.teeth.value, chart.exams.value
    return (
        all(each.value is not None or each.refused for each in chart.sections)
        and (notes is None or notes.complete)
        and not (plans is not None and plans.reading)
        and not (teeth is not None and isinstance(teeth.codes, Unread))
        and not (exams is not None and isinstance(exams.vitals, Unread))
    )
