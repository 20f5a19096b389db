"""HistAppointments: the history of appointments."""

from __future__ import annotations

import operator
from collections.abc import Mapping

from app.practice.handlers.schedule.appointment_rows import EmptyTimes, as_they_are, midnights, visit_names
from app.practice.schema.schedule import histappointment
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.periods import bounds, picked
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.hist_appointments import HistAppointment, HistAppointments

_H = histappointment.c


def _rows(empty_times: EmptyTimes) -> Listing:
    def columns() -> Mapping[str, Expression]:
        computed = {**visit_names(histappointment), **empty_times(histappointment)}
        return columns_of(HistAppointment, histappointment, computed)

    return Listing(
        name="HistAppointment",
        columns=columns,
        source=histappointment,
        filters={
            "HistApptAction": Filter(_H.HistApptAction),
            "AptNum": Filter(_H.AptNum),
            "PatNum": Filter(_H.PatNum),
            "AptStatus": Filter(_H.AptStatus),
            "ClinicNum": Filter(_H.ClinicNum),
            "from": Filter(_H.HistDateTStamp, operator.ge),
            "before": Filter(_H.HistDateTStamp, operator.lt),
        },
        order=(_H.HistApptNum,),
    )


PLAIN = _rows(as_they_are)
MIDNIGHT = _rows(midnights)


@serves(HistAppointments.list, unchecked=("AptNum",))
def list_(work: Work, given: Given) -> Outcome:
    """The entries that match all filters; dates refer to when the entry was made.

    AptNum is not checked, because deleted appointments are found only here.
    """
    wanted = picked(given, "HistApptAction", "AptNum", "PatNum", "AptStatus", "ClinicNum")
    return work.page(rows_for(work), {**wanted, **bounds(given)})


def rows_for(work: Work) -> Listing:
    """The listing of this practice's answers."""
    return MIDNIGHT if work.switches.empty_times == "midnight" else PLAIN
