"""Opening the tabs of a patient with papers, and uploading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.viewmodels.staff.patient.papers.documents import DocumentsModel
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
    tab: Any = screen.model(tab_id)
    await until(lambda: tab.table.words != "Loading…")
    return tab


def patients(served: Served) -> list[int]:
    """The patients with most documents and forms."""
    command = (
        "SELECT sheet.PatNum FROM sheet INNER JOIN document ON document.PatNum = sheet.PatNum"
        " GROUP BY sheet.PatNum ORDER BY count(*) DESC, sheet.PatNum LIMIT 2"
    )
    return [row[0] for row in served.sql(command)]


def uploaded(served: Served) -> list[tuple[int, str, int]]:
    """Patient, description and category of the documents that nobody opened yet, in their order."""
    return served.sql(
        "SELECT PatNum, Description, DocCategory FROM document WHERE Note LIKE '%rawBase64%' ORDER BY 1, 2"
    )


async def choose(tab: DocumentsModel, *paths: Path) -> None:
    """Choose files and wait until they have been looked at."""
    count = len(tab.staging.files) + len(paths)
    tab.add_paths(paths)
    await until(lambda: len(tab.staging.files) == count)


async def send(tab: DocumentsModel) -> None:
    """Upload what is chosen, without waiting for it."""
    tab.upload.run()
    await until(lambda: not tab.upload.running)


async def over(tab: DocumentsModel) -> None:
    """Wait until nothing is uploaded any more."""
    await until(lambda: not tab.uploads.rows(tab.pat_num) and not tab.uploads.elsewhere(tab.pat_num))
