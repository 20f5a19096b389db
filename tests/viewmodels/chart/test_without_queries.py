"""The chart of an older office, with a key without Queries."""

from __future__ import annotations

import pytest

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.viewmodels.chart.charts import adult, chart_of


@pytest.fixture
def served(open_practice: Practices) -> Served:
    """Open Dental 24.1."""
    return open_practice(version="24.1", permissions=ALL - {Permission.QUERIES})


async def test_what_it_lacks(model: ScheduleScreenViewModel, served: Served) -> None:
    """Its chart is drawn without missing teeth, and says from which version on they can be read; the rest is there."""
    chart = await chart_of(model, adult(served))
    assert chart.teeth.is_drawn
    assert chart.teeth.gap == (
        "Missing and moved teeth can't be shown. This needs Open Dental 24.2.3 or newer. This office has 24.1."
    )
    assert "Queries.short_query" not in served.faults.seen
    assert chart.plans.plans[0].lines
    assert chart.exams.figures
    assert chart.medical.items
