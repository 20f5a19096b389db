"""What the kinds of writes read of an office, in the wire's own form, so that journal and office compare plainly."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from app.domain.schedule.pattern import minutes_of
from app.journal.entries import Wire
from app.wire.codec import CodecError, decode_one, wire_row
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointment, Appointments, ApptStatus
from app.wire.resources.hist_appointments import HistAppointments

TAKES_ROOM = frozenset({ApptStatus.SCHEDULED.value, ApptStatus.COMPLETE.value, ApptStatus.ASAP.value})
"""Statuses of appointments that keep others out of their chair."""


class VisitReader:
    """Appointments, as rows of plain JSON values. Every method raises the client's ApiErrors."""

    def __init__(self, sender: Sender) -> None:
        self._visits = Appointments(sender)
        self._history = HistAppointments(sender)

    async def visit(self, apt_num: int) -> Wire:
        """One row, with `serverDateTime`."""
        return wire_row(await self._visits.get(apt_num))

    async def day(self, day: date) -> list[Wire]:
        """Every row of a day."""
        return [wire_row(row) for row in await self._visits.list(date=day)]

    async def of_patient(self, pat_num: int) -> list[Wire]:
        """Every row of a patient, past and to come."""
        return [wire_row(row) for row in await self._visits.list(PatNum=pat_num)]

    async def history(self, apt_num: int, since: str) -> list[Wire]:
        """The copies of a row that the office kept since a moment of its own clock, in wire text."""
        rows = [wire_row(row) for row in await self._history.list(AptNum=apt_num)]
        return [row for row in rows if row["HistDateTStamp"] >= since]


def row_of(answer: Any) -> Wire | None:
    """An answer's row in the form that reading gives, however it was spelled; None when it is no whole row."""
    if not isinstance(answer, dict) or "AptDateTime" not in answer:
        return None
    try:
        return wire_row(decode_one(msgspec.json.encode(answer), Appointment))
    except CodecError:
        return None


def appointment_of(row: Wire) -> Appointment:
    """The typed record of a row that was read or answered. CodecError when it is none."""
    return decode_one(msgspec.json.encode(row), Appointment)


def shows(row: Wire, fields: Wire) -> bool:
    """Whether a row has these values. A list stands for any of its values; blanks in texts count alike."""
    return not differing(row, fields)


def differing(row: Wire, fields: Wire) -> list[str]:
    """The fields in which a row differs from these values."""
    return [name for name, wanted in fields.items() if not _meets(row.get(name), wanted)]


def _meets(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return value in wanted
    if isinstance(value, str) and isinstance(wanted, str):
        return tidy(value) == tidy(wanted)
    return bool(value == wanted)


def tidy(text: str) -> str:
    """A text with every blank alike: carriage returns come back as spaces."""
    return " ".join(text.split())


def moment(text: str) -> datetime:
    """A wire text's moment."""
    return datetime.fromisoformat(text)


def in_the_way(rows: list[Wire], op_num: int, start: datetime, pattern: str) -> list[Wire]:
    """The rows that take a chair during a stretch."""
    end = start + timedelta(minutes=minutes_of(pattern))
    return [
        row
        for row in rows
        if row["Op"] == op_num
        and row["AptStatus"] in TAKES_ROOM
        and moment(row["AptDateTime"]) < end
        and start < moment(row["AptDateTime"]) + timedelta(minutes=minutes_of(row["Pattern"]))
    ]
