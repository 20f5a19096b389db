"""How many requests the office gets, counted where they arrive: at the practice behind a socket."""

from __future__ import annotations

import pytest

from app.services.patients.summary.records import PatientSummary, known_or_none
from app.store import sync
from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.desk import Desk, Desks
from tests.journeys.patient.page import is_read
from tests.journeys.practices import TEN_TWENTY, Practices
from tests.support.clients import quiet
from tests.support.fast_clock import FastClock

USEFUL = ("person", "alerts", "money", "appointments", "recalls")
"""Name, age and phones; alerts; balance; next and last appointment; recalls. A placeholder doesn't count."""
FIRST, WHOLE = 2, 10
"""At most so many requests until the strip is useful, and until the page is whole."""
STALE_SECONDS = 400.0


@pytest.fixture
async def slow_desk(open_practice: Practices, open_desk: Desks, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose clock hardly moves: no refresh and no prefetch comes between the requests that are counted."""
    monkeypatch.setattr(sync, "PERIOD_SECONDS", 3_600.0)
    desk = await open_desk(open_practice(on_socket=True, clock=FastClock(TEN_TWENTY, times=0.02)))
    await desk.until(lambda: "SecurityPerms.list" in desk.served.faults.seen)
    await quiet(desk.model.parts.client)
    return desk


def is_useful(desk: Desk, pat_num: int) -> bool:
    """Whether the strip answers."""
    strip = desk.frame.desk.strip.model
    summary = strip.summary if strip is not None else None
    return (
        isinstance(summary, PatientSummary)
        and summary.pat_num == pat_num
        and all(known_or_none(getattr(summary, name)) is not None for name in USEFUL)
        and "Loading" not in str(strip.state)
    )


def is_whole(desk: Desk, pat_num: int) -> bool:
    """Whether every section of the page has been read."""
    screen = desk.frame.desk.screens.model("patient")
    if not isinstance(screen, PatientScreenViewModel) or screen.current != "overview":
        return False
    overview = screen.model("overview")
    if not isinstance(overview, OverviewModel) or len(overview.sections) < len(SECTIONS):
        return False
    return is_read(overview) and all(each.pat_num == pat_num for each in overview.sections.values())


async def show(desk: Desk, pat_num: int, *, page: bool = False) -> list[str]:
    """Select a patient; returns the requests until the strip is useful, or until the page is whole."""
    began = len(desk.served.faults.seen)
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.until(lambda: is_useful(desk, pat_num) and (not page or is_whole(desk, pat_num)))
    await quiet(desk.model.parts.client)
    return desk.served.faults.seen[began:]


def people(desk: Desk, most: int) -> list[int]:
    """Different patients of the day."""
    return list(dict.fromkeys(each.pat_num for each in desk.visits if not each.is_note))[:most]


async def test_the_strip(slow_desk: Desk) -> None:
    """Everything a caller asks first is there after two requests; stepping through ten patients reads none twice."""
    desk = slow_desk
    ten = people(desk, 10)
    for pat_num in ten:
        assert 0 < len(await show(desk, pat_num)) <= FIRST
    for pat_num in (*reversed(ten), *ten):
        assert await show(desk, pat_num) == []


async def test_the_page(slow_desk: Desk) -> None:
    """The whole page takes ten requests at most; a second visit takes none, and a later one only refreshes."""
    desk = slow_desk
    one, two, *others = people(desk, 6)
    await desk.frame.desk.screens.show("patient")
    await show(desk, one, page=True)  # it is loaded now, and what all patients share
    asked = await show(desk, two, page=True)
    assert 0 < len(asked) <= WHOLE
    assert await show(desk, one, page=True) == []
    assert await show(desk, two, page=True) == []
    for pat_num in others:
        assert 0 < len(await show(desk, pat_num, page=True)) <= WHOLE
    for pat_num in (*reversed(others), two, one):
        assert await show(desk, pat_num, page=True) == []
    assert isinstance(desk.served.clock, FastClock)
    desk.served.clock.skip(STALE_SECONDS)
    await quiet(desk.model.parts.client)  # what the desk reads now and then without anybody asking
    again = await show(desk, one, page=True)
    assert len(again) <= WHOLE
    assert await show(desk, one, page=True) == []
