"""Requests for a patient: until the strip is useful, until the page is whole, and for patients seen before."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from app.bootstrap.workspace import Workspace
from app.services.patients.summary.records import PatientSummary, known_or_none
from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from bench.desks import until, visits_of
from bench.figures import Figure, at_most
from bench.recording import RecordingTransport

UNIT = "requests"
USEFUL = ("person", "alerts", "money", "appointments", "recalls")
"""Name, age and phones; alerts; balance; next and last appointment; recalls."""
TEN = 10
FOR_ALL = (
    "DateTStamp", "/signalods", "/subscriptions", "/schedules", "?date", "SELECT PatNum, LName",
    "/patients/Simple?Limit", "/tasklists", "/tasks?", "SELECT AptNum, PatNum FROM appointment",
)  # fmt: skip
"""In the requests by which a desk follows the office, reads days, and fills its index of patients and its tasks."""


async def patient_requests(
    desk: Workspace, wire: RecordingTransport, calm: Callable[[], Awaitable[None]]
) -> list[Figure]:
    """Counted on a desk whose schedule is complete. `calm` waits until nothing is on its way."""
    visits = visits_of(desk)
    people = list(dict.fromkeys(each.pat_num for each in visits if not each.is_note))[: TEN + 1]
    counter = _Counter(desk, wire)
    await calm()
    first = [await counter.strip(pat_num) for pat_num in people[:TEN]]
    again = [await counter.strip(pat_num) for pat_num in reversed(people[:TEN])]
    await desk.desk.screens.show("patient")
    await counter.page(people[0])
    await calm()
    whole = await counter.page(people[TEN])
    second = await counter.page(people[0])
    await desk.desk.screens.show("schedule")
    return [
        at_most("requests: patient's strip, the most of ten", max(first), UNIT, 2),
        at_most("requests: stepping back through ten patients", sum(again), UNIT, 0),
        at_most("requests: patient's whole page, with the strip", whole, UNIT, 10),
        at_most("requests: patient's page, second visit", second, UNIT, 0),
    ]


async def useful_after(desk: Workspace, wire: RecordingTransport) -> Figure:
    """Answers until a free Remote key knows who is selected and when they come: its strip grows in order of use."""
    visits = [each for each in visits_of(desk) if not each.is_note]
    first, second = list(dict.fromkeys(each.pat_num for each in visits))[:2]
    desk.desk.patient.select(first, Origin.SEARCH)  # its code is loaded now
    await until(lambda: _knows(desk, first, ("person", "appointments")))
    before = wire.answered + 1  # one may be on its way
    desk.desk.patient.select(second, Origin.SEARCH)
    await until(lambda: _knows(desk, second, ("person", "appointments")))
    return at_most("requests: first answer of the strip, free Remote key", wire.answered - before, UNIT, 2)


class _Counter:
    """Selects patients, and counts the requests that this causes."""

    def __init__(self, desk: Workspace, wire: RecordingTransport) -> None:
        self._desk = desk
        self._wire = wire

    async def strip(self, pat_num: int) -> int:
        """Until the strip answers."""
        return await self._select(pat_num, lambda: _knows(self._desk, pat_num, USEFUL))

    async def page(self, pat_num: int) -> int:
        """Until the page is whole."""
        return await self._select(
            pat_num, lambda: _knows(self._desk, pat_num, USEFUL) and self._is_whole(pat_num)
        )

    async def _select(self, pat_num: int, holds: Callable[[], bool]) -> int:
        before = len(self._wire.sent)
        self._desk.desk.patient.select(pat_num, Origin.SEARCH)
        await until(holds)
        await asyncio.sleep(0.05)  # what is asked too late is counted too
        sent = zip(self._wire.sent[before:], self._wire.bodies[before:], strict=True)
        asked = (f"{target} {body.decode()}" for target, body in sent)
        return sum(not any(words in each for words in FOR_ALL) for each in asked)

    def _is_whole(self, pat_num: int) -> bool:
        screen = self._desk.desk.screens.model("patient")
        if not isinstance(screen, PatientScreenViewModel) or screen.current != "overview":
            return False
        overview = screen.model("overview")
        if not isinstance(overview, OverviewModel) or len(overview.sections) < len(SECTIONS):
            return False
        return all(each.value is not None and each.pat_num == pat_num for each in overview.sections.values())


def _knows(desk: Workspace, pat_num: int, groups: tuple[str, ...]) -> bool:
    strip = desk.desk.strip.model
    summary = strip.summary if strip is not None else None
    return (
        isinstance(summary, PatientSummary)
        and summary.pat_num == pat_num
        and all(known_or_none(getattr(summary, name)) is not None for name in groups)
    )
