"""The tooth chart's preview."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.domain.printing.document import Picture
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.staff.chart.printing import print_chart
from tests.support.manual_clock import ManualClock
from tests.support.mouths import CODES, Case, rows_of
from tests.support.qt_loop import until

CASE = Case("years", ("C amalgam 14 MO 2020-01-02", "TP crown 19 2024-03-04"))


async def test_paper_has_what_the_screen_shows(qapp: QObject, tasks: TaskScope) -> None:
    """The day and the numbers of the screen when it was asked for; the file's name has no patient in it."""
    model = OdontogramViewModel()
    model.show_records(rows_of(CASE), (), CODES, date(2026, 11, 23))
    model.show_day(date(2021, 1, 1))
    model.use_numbering(Numbering.FDI)
    seen: list[tuple[Mouth, Numbering]] = []

    def draw(mouth: Mouth, numbering: Numbering) -> Picture:
        seen.append((mouth, numbering))
        return Picture(0.5, lambda *_: None)

    made = print_chart(
        model, draw, who="Marchetti, Boris", practice="Lanternlight", clock=OfficeClock(ManualClock()), scope=tasks,
        parent=model,
    )  # fmt: skip
    shown = model.state.mouth
    model.show_day(None)
    await until(lambda: made.document is not None)
    assert seen == [(shown, Numbering.FDI)]
    assert made.file_name == "Tooth chart.pdf"
    document = made.document
    assert document is not None
    assert str(document.sections[0].lines[0]) == "As of Jan 1, 2021"
    assert str(document.sections[0].title) == "Marchetti, Boris"
