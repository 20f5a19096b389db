"""The rows of every answer of the Appointments resource."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.base import ESERVICE_KEY, ESERVICE_TYPE
from app.practice.schema.office import definition, provider
from app.practice.schema.records import eservicelog
from app.practice.schema.schedule import appointment
from app.practice.server.listings import NOW, Filter, Listing, columns_of, name_behind
from app.practice.server.wireform import Expression, IsoText, color_words, quoted
from app.practice.server.work import Work
from app.wire.resources.appointments import Appointment, WebSchedAppointment

_A = appointment.c
EmptyTimes = Callable[[sa.Table], dict[str, Expression]]
"""How missing arrival, seating and dismissal times are returned."""
_FILTERS = {
    "AptNum": Filter(_A.AptNum),
    "PatNum": Filter(_A.PatNum),
    "AptStatus": Filter(_A.AptStatus),
    "Op": Filter(_A.Op),
    "ClinicNum": Filter(_A.ClinicNum),
    "ProvNum": Filter(_A.ProvNum),
    "Priority": Filter(_A.Priority),
    "AppointmentTypeNum": Filter(_A.AppointmentTypeNum),
    "DateTStamp": Filter(_A.DateTStamp, operator.gt),
    "from": Filter(_A.AptDateTime, operator.ge),
    "before": Filter(_A.AptDateTime, operator.lt),
}


class AppointmentRows(Struct, frozen=True):
    """The listings of one setting of the `empty_times` switch."""

    full: Listing
    """GET."""
    by_time: Listing
    """GET by date: in index order, so that no sorting is needed."""
    created: Listing
    """POST: without serverDateTime."""
    updated: Listing
    """PUT: without serverDateTime and ItemOrderPlanned."""
    blank: Listing
    """PUT as in the documentation's example: the stamp is blank."""
    web_sched: Listing
    """GET WebSched: fewer fields, and IsHygiene spelled with a capital I."""


def visit_names(table: sa.Table) -> dict[str, Expression]:
    """The computed fields that appointments and their history share."""
    c = table.c
    return {
        "confirmed": name_behind(c.Confirmed, definition.c.DefNum, definition.c.ItemName),
        "unschedStatus": name_behind(c.UnschedStatus, definition.c.DefNum, definition.c.ItemName),
        "provAbbr": name_behind(c.ProvNum, provider.c.ProvNum, provider.c.Abbr),
        "colorOverride": color_words(c.ColorOverride),
    }


def midnights(table: sa.Table) -> dict[str, Expression]:
    """Missing arrival, seating and dismissal times as midnight of the appointment's day."""
    day = sa.func.substr(IsoText(table.c.AptDateTime), 1, 10) + quoted(" 00:00:00")
    columns = (table.c.DateTimeArrived, table.c.DateTimeSeated, table.c.DateTimeDismissed)
    return {each.name: sa.case((each == quoted(NO_TIME), day), else_=IsoText(each)) for each in columns}


def as_they_are(_table: sa.Table) -> dict[str, Expression]:
    """Missing arrival, seating and dismissal times as stored: 0001-01-01."""
    return {}


def rows_for(work: Work) -> AppointmentRows:
    """The listings that this practice answers with."""
    return MIDNIGHT if work.switches.empty_times == "midnight" else PLAIN


def _web_sched_type() -> Expression:
    made_by = (
        sa.select(eservicelog.c.EServiceType)
        .where(eservicelog.c.FKey == _A.AptNum, eservicelog.c.KeyType == ESERVICE_KEY.number("ApptNum"))
        .limit(1)
        .correlate(appointment)
        .scalar_subquery()
    )
    words = {"WSRecall": "Recall", "WSNewPat": "NewPat", "WSExistingPat": "ExistingPat", "WSAsap": "ASAP"}
    return sa.case(
        {ESERVICE_TYPE.number(name): quoted(word) for name, word in words.items()},
        value=made_by,
        else_=quoted("None"),
    )


def _full(empty_times: EmptyTimes) -> dict[str, Expression]:
    computed = {"serverDateTime": NOW, **visit_names(appointment), **empty_times(appointment)}
    return columns_of(Appointment, appointment, computed)


def _web_sched(empty_times: EmptyTimes) -> dict[str, Expression]:
    capital = sa.case((_A.IsHygiene == sa.literal_column("0"), quoted("False")), else_=quoted("True"))
    named = {"serverDateTime": NOW, **visit_names(appointment), **empty_times(appointment)}
    own = {"eServiceLogType": _web_sched_type(), "IsHygiene": capital}
    return columns_of(WebSchedAppointment, appointment, {**named, **own})


def _rows(empty_times: EmptyTimes) -> AppointmentRows:
    def without(*names: str) -> dict[str, Expression]:
        return {name: column for name, column in _full(empty_times).items() if name not in names}

    by_key = _listing("Appointment", without)
    return AppointmentRows(
        full=by_key,
        by_time=replace(by_key, order=(_A.AptDateTime, _A.Op, _A.AptNum)),
        created=_listing("CreatedAppointment", lambda: without("serverDateTime")),
        updated=_listing("UpdatedAppointment", lambda: without(*_NOT_IN_PUT)),
        blank=_listing(
            "BlankStampAppointment", lambda: {**without(*_NOT_IN_PUT), "DateTStamp": quoted(NO_TIME)}
        ),
        web_sched=_listing("WebSchedAppointment", lambda: _web_sched(empty_times)),
    )


def _listing(name: str, columns: Callable[[], Mapping[str, Expression]]) -> Listing:
    return Listing(name, columns, appointment, _FILTERS, (_A.AptNum,))


_NOT_IN_PUT = ("serverDateTime", "ItemOrderPlanned")
PLAIN = _rows(as_they_are)
MIDNIGHT = _rows(midnights)
