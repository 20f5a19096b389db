"""Opening the tabs of a patient with papers."""

from __future__ import annotations

from typing import Any

from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def tab_of(model: ScheduleScreenViewModel, pat_num: int, tab_id: str) -> Any:
    """A tab of a patient, with its list read or refused."""
    model.desk.patient.select(pat_num, Origin.SEARCH)
    screen = await model.desk.screens.show("patient")
    assert isinstance(screen, PatientScreenViewModel)
    screen.open_tab(tab_id)
    await until(lambda: screen.current == tab_id)
    tab = screen.model(tab_id)
    await until(lambda: tab.table.words != "Loading…")
    return tab


def patients(served: Served) -> list[int]:
    """The patients with most documents and forms."""
    command = (
        "SELECT sheet.PatNum FROM sheet INNER JOIN document ON document.PatNum = sheet.PatNum"
        " GROUP BY sheet.PatNum ORDER BY count(*) DESC, sheet.PatNum LIMIT 2"
    )
    return [row[0] for row in served.sql(command)]
