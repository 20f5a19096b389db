"""HistAppointments: what happened to appointments."""

from __future__ import annotations

import operator
from collections.abc import Mapping

from app.practice.handlers.appointment_rows import midnights, visit_names
from app.practice.listings import Filter, Listing, columns_of
from app.practice.periods import bounds, picked
from app.practice.routing import serves
from app.practice.schema import histappointment
from app.practice.wireform import Expression
from app.practice.work import Given, Outcome, Work
from app.wire.resources.hist_appointments import HistAppointment, HistAppointments

_H = histappointment.c


def _rows(empty_times: Mapping[str, Expression]) -> Listing:
    computed = {**visit_names(histappointment), **empty_times}
    return Listing(
        name="HistAppointment",
        columns=columns_of(HistAppointment, histappointment, computed),
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


_NONE = _rows({})
_MIDNIGHT = _rows(midnights(histappointment))


@serves(HistAppointments.list, unchecked=("AptNum",))
def list_(work: Work, given: Given) -> Outcome:
    """The copies that meet every filter; the days are those on which the copy was made.

    AptNum is not checked: a deleted appointment is found here alone.
    """
    rows = _MIDNIGHT if work.switches.empty_times == "midnight" else _NONE
    wanted = picked(given, "HistApptAction", "AptNum", "PatNum", "AptStatus", "ClinicNum")
    return work.page(rows, {**wanted, **bounds(given)})
