"""The time clock and the office's computers: read only."""

from __future__ import annotations

import datetime
import operator

from app.practice.schema.staff import clockevent, computer
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.clock_events import ClockEvent, ClockEvents
from app.wire.resources.computers import Computer, Computers

_C = clockevent.c
CLOCK_ROWS = Listing(
    name="ClockEvent",
    columns=lambda: columns_of(ClockEvent, clockevent),
    source=clockevent,
    filters={
        "ClockEventNum": Filter(_C.ClockEventNum),
        "EmployeeNum": Filter(_C.EmployeeNum),
        "ClockStatus": Filter(_C.ClockStatus),
        "ClinicNum": Filter(_C.ClinicNum),
        "dateStart": Filter(_C.TimeDisplayed1, operator.ge),
        "dateEnd": Filter(_C.TimeDisplayed1, operator.lt),
        "first": Filter(_C.TimeDisplayed1, operator.ge),
        "next": Filter(_C.TimeDisplayed1, operator.lt),
    },
    order=(_C.TimeDisplayed1, _C.ClockEventNum),
)
COMPUTER_ROWS = Listing(
    name="Computer",
    columns=lambda: columns_of(Computer, computer),
    source=computer,
    filters={},
    order=(computer.c.ComputerNum,),
)
_DAY = datetime.timedelta(days=1)


@serves(ClockEvents.get)
def get_clock_event(work: Work, given: Given) -> Outcome:
    """One clock event."""
    return work.one(CLOCK_ROWS, "ClockEvent", given)


@serves(ClockEvents.list)
def list_clock_events(work: Work, given: Given) -> Outcome:
    """Clock events of a day, from a day on, or before a day."""
    wanted = {name: value for name, value in given.items() if name != "date"}
    if "date" in given:
        wanted |= {"first": given["date"], "next": given["date"] + _DAY}
    return work.page(CLOCK_ROWS, wanted)


@serves(Computers.list)
def list_computers(work: Work, given: Given) -> Outcome:
    """All workstations that Open Dental ran on."""
    return work.page(COMPUTER_ROWS, given)
