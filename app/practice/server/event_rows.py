"""The content of events: the changed rows of a watched table, as the API's own answers format them."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.practice.handlers.office import providers
from app.practice.handlers.people import pat_fields, patients
from app.practice.handlers.schedule import appointment_rows, hist_appointments, operatories, schedules
from app.practice.schema.enums.base import HIST_ACTION
from app.practice.schema.office import operatory, provider
from app.practice.schema.patient_extras import patfield
from app.practice.schema.people import patient
from app.practice.schema.schedule import appointment, histappointment, schedule
from app.practice.server.listings import Filter, Listing
from app.practice.server.work import Work
from app.wire.resources.subscriptions import WatchedTable

_Changed = Callable[[Work], Listing]


def _since(listing: Listing, stamp: sa.Column[Any], *always: sa.ColumnElement[bool]) -> Listing:
    """The same rows ordered by time stamp, limited to those changed since a moment."""
    return replace(
        listing,
        name=f"Changed{listing.name}",
        filters={"since": Filter(stamp, operator.ge)},
        order=(stamp, *listing.order),
        always=always,
    )


def _always(listing: Listing) -> _Changed:
    return lambda _: listing


_VISITS = {
    rows: _since(rows.created, appointment.c.DateTStamp)
    for rows in (appointment_rows.PLAIN, appointment_rows.MIDNIGHT)
}
_DELETED = {
    rows: _since(
        rows,
        histappointment.c.HistDateTStamp,
        histappointment.c.HistApptAction == HIST_ACTION.number("Deleted"),
    )
    for rows in (hist_appointments.PLAIN, hist_appointments.MIDNIGHT)
}
_LISTINGS: Mapping[WatchedTable, _Changed] = MappingProxyType(
    {
        WatchedTable.APPOINTMENT: lambda work: _VISITS[appointment_rows.rows_for(work)],
        WatchedTable.APPOINTMENT_DELETED: lambda work: _DELETED[hist_appointments.rows_for(work)],
        WatchedTable.OPERATORY: _always(_since(operatories.ROWS, operatory.c.DateTStamp)),
        WatchedTable.PAT_FIELD: _always(_since(pat_fields.ROWS, patfield.c.SecDateTEdit)),
        WatchedTable.PATIENT: _always(_since(patients.ROWS, patient.c.DateTStamp)),
        WatchedTable.PROVIDER: _always(_since(providers.ROWS, provider.c.DateTStamp)),
        WatchedTable.SCHEDULE: _always(_since(schedules.ROWS, schedule.c.DateTStamp)),
    }
)


def changed_rows(work: Work, table: WatchedTable, since: datetime.datetime) -> list[Any]:
    """A page of a table's rows changed at this moment or later, oldest change first."""
    listing = _LISTINGS.get(table)
    return [] if listing is None else work.rows(listing(work), {"since": since})


def selected_patient(work: Work, pat_num: int) -> Any:
    """A patient as the PatientSelected event carries it. NotFound when there is none."""
    return work.row(patients.ROWS, "Patient", {"PatNum": pat_num})
