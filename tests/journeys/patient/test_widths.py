"""The patient page at the widths that windows have."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from app.views.staff.frame.window import SMALLEST
from app.views.staff.patient.overview import OverviewView
from app.views.staff.patient.sections.section import SectionFrame
from tests.journeys.desk import Desk
from tests.journeys.patient.page import open_page
from tests.journeys.test_booking import somebody


async def test_no_section_is_cut(desk: Desk) -> None:
    """From the smallest window with the panel open to a wide one, each section is within the page's width."""
    await open_page(desk, somebody(desk).pat_num)
    page = desk.window.findChildren(OverviewView)[0]
    desk.model.commands["patient.new"].run()
    await desk.until(desk.frame.panel.isVisible)
    for width in (SMALLEST[0], 1366, 1920):
        desk.window.resize(width, SMALLEST[1])
        await desk.turn(10)
        frames = [each for each in page.findChildren(SectionFrame) if each.isVisible()]
        assert len(frames) > 5
        for frame in frames:
            left = frame.mapTo(page.viewport(), QPoint()).x()
            assert left >= 0
            assert left + frame.width() <= page.viewport().width(), (width, frame.accessibleName())
