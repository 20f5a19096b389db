"""Recalls GET List: the recall list as Open Dental shows it."""

from __future__ import annotations

import datetime
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.office_lists import uses_clinics
from app.practice.handlers.people.commlogs import definition_used_as
from app.practice.rules.intervals import Interval
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import COMM_SENT, CONTACT_METHOD, PAT_STATUS
from app.practice.schema.office import definition
from app.practice.schema.people import commlog, patient
from app.practice.schema.recalls import recall, recalltype
from app.practice.server.formats import net_format
from app.practice.server.listings import encode_rows
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Encoded, Given, Outcome, Row, Work
from app.wire.resources.recalls import Recalls

_P, _R, _C = patient.c, recall.c, commlog.c
_HEAD = patient.alias("guarantor")


@serves(Recalls.recall_list)
def recall_list(work: Work, given: Given) -> Outcome:
    """Patients due and not scheduled, longest due first; reminded ones on request."""
    first, last = _range(work, given)
    reminders = _reminders(work)
    wanted = (
        sa.select(
            recall,
            patient,
            recalltype.c.Description,
            definition.c.ItemName.label("Status"),
            reminders.c.Count,
            reminders.c.Last,
        )
        .join(patient, _P.PatNum == _R.PatNum)
        .join(recalltype, recalltype.c.RecallTypeNum == _R.RecallTypeNum)
        .join(_HEAD, _HEAD.c.PatNum == _P.Guarantor)
        .outerjoin(definition, definition.c.DefNum == _R.RecallStatus)
        .outerjoin(reminders, reminders.c.RecallNum == _R.RecallNum)
        .where(
            _P.PatStatus == PAT_STATUS.number("Patient"),
            _R.IsDisabled == 0,
            _R.DateScheduled == NO_DATE,
            _R.DisableUntilDate <= work.today,
            sa.or_(_R.DisableUntilBalance == 0, _HEAD.c.BalTotal < _R.DisableUntilBalance),
            _R.RecallTypeNum.in_(_types(work, given)),
            _R.DateDue >= first,
            _R.DateDue <= last,
        )
        .order_by(_R.DateDue, _P.LName, _P.FName, _R.RecallNum)
        .limit(work.limit)
        .offset(work.offset)
    )
    if "ProvNum" in given:
        wanted = wanted.where(sa.or_(_P.PriProv == given["ProvNum"], _P.SecProv == given["ProvNum"]))
    if "ClinicNum" in given:
        wanted = wanted.where(_P.ClinicNum == given["ClinicNum"])
    if not given.get("IncludeReminded"):
        wanted = wanted.where(reminders.c.Count.is_(None))
    clinics, rows = uses_clinics(work), work.connection.execute(wanted)
    return Encoded(encode_rows([_line(work, row, clinics=clinics) for row in rows]))


def _range(work: Work, given: Given) -> tuple[datetime.date, datetime.date]:
    """The due date range of the list; a preference of -1 means no limit."""
    first, last = given.get("DateStart"), given.get("DateEnd")
    past, future = (work.preference_number(name, -1) for name in ("RecallDaysPast", "RecallDaysFuture"))
    if first is None:
        first = datetime.date.min if past < 0 else work.today - datetime.timedelta(days=past)
    if last is None:
        last = datetime.date.max if future < 0 else work.today + datetime.timedelta(days=future)
    return first, last


def _types(work: Work, given: Given) -> list[int]:
    """The types shown in the list, or the requested one."""
    shown = [int(part) for part in work.preference("RecallTypesShowingInList").split(",") if part.strip()]
    if "RecallType" not in given:
        return shown
    wanted = sa.select(recalltype.c.RecallTypeNum).where(
        recalltype.c.Description == given["RecallType"], recalltype.c.RecallTypeNum.in_(shown)
    )
    found = list(work.connection.execute(wanted).scalars())
    if not found:
        raise BadRequest("RecallType is invalid: it must be a type that the recall list shows.")
    return found


def _reminders(work: Work) -> sa.Subquery:
    """The number of reminders since the last appointment, and the date of the last one."""
    return (
        sa.select(_R.RecallNum, sa.func.count().label("Count"), sa.func.max(_C.CommDateTime).label("Last"))
        .join(commlog, _C.PatNum == _R.PatNum)
        .where(
            _C.CommType == definition_used_as(work, "RECALL"),
            _C.SentOrReceived == COMM_SENT.number("Sent"),
            _C.CommDateTime > _R.DatePrevious,
        )
        .group_by(_R.RecallNum)
        .subquery()
    )


def _line(work: Work, row: Row, *, clinics: bool) -> dict[str, Any]:
    preferred = f"'{row.Preferred}' " if row.Preferred else ""
    return {
        "DueDate": _american(row.DateDue),
        "PatNum": row.PatNum,
        "Patient": f"{row.LName}, {preferred}{row.FName} {row.MiddleI}".strip(),
        "Age": _age(row.Birthdate, work.today),
        "Type": row.Description,
        "Interval": str(Interval.of(row.RecallInterval)),
        "NumRemind": str(row.Count or ""),
        "LastRemind": _american(str(row.Last)[:10] if row.Last else NO_DATE),
        "Contact": _contact(row),
        "Status": row.Status or "",
        "ClinicNum": row.ClinicNum if clinics else 0,
        "Note": row.Note,
    }


def _american(day: str) -> str:
    return "" if day == NO_DATE else net_format(datetime.datetime.fromisoformat(day), "d")


def _age(birthdate: str, today: datetime.date) -> str:
    if birthdate == NO_DATE:
        return "0"
    born = datetime.date.fromisoformat(birthdate)
    return str(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))


def _contact(row: Row) -> str:
    """The preferred recall method, with its number or address."""
    method = CONTACT_METHOD.text(row.PreferRecallMethod)
    written = {
        "None": f"Hm:{row.HmPhone}",
        "HmPhone": f"Hm:{row.HmPhone}",
        "WkPhone": f"Wk:{row.WkPhone}",
        "WirelessPh": f"Cell:{row.WirelessPhone}",
        "TextMessage": f"Text:{row.WirelessPhone}",
        "Email": row.Email,
        "Mail": f"Mail:{row.Address}, {row.City}, {row.State} {row.Zip}",
    }
    return str(written.get(method, method))
