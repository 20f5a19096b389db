"""Progress notes from the chart itself: appointments, procedures, commlogs, lab cases and prescriptions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field

from app.practice.schema.attached import rxpat
from app.practice.schema.charting import labcase, laboratory
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import APT_STATUS, PROC_STATUS
from app.practice.schema.histories import pharmacy
from app.practice.schema.office import clinic, definition, provider, userod
from app.practice.schema.people import commlog
from app.practice.schema.procedures import procedurecode, procedurelog, procnote
from app.practice.schema.schedule import appointment
from app.practice.server.formats import net_format
from app.practice.server.work import Row, Work
from app.wire.resources.chart_modules import ProgNote, ProgNoteType

PLACES = {kind: place for place, kind in enumerate(ProgNoteType)}
"""The order of kinds within a day."""
_EMPTY = dict.fromkeys(ProgNote.__struct_fields__, "")
_MINUTES = 5


class Note(Struct):
    """One row with the timestamp that it is sorted by."""

    kind: ProgNoteType
    key: int
    moment: str
    """ISO text; only the date when the row has no time."""
    texts: dict[str, Any] = field(default_factory=dict)

    def row(self) -> dict[str, str]:
        """The row as sent: every value is text."""
        when = datetime.datetime.fromisoformat(self.moment)
        dated = not self.moment.startswith(NO_DATE)
        timed = dated and len(self.moment) > len(NO_DATE)
        return {
            **_EMPTY,
            "ObjectType": self.kind.value,
            "PrimaryKey": str(self.key),
            "Date": net_format(when, "MM/dd/yyyy") if dated else "",
            "Time": net_format(when, "h:mmt").lower() if timed else "",
            "DateTime": net_format(when, "M/d/yyyy h:mm:ss tt") if dated else "",
            "ClinicNum": "0",
            **{name: str(value) for name, value in self.texts.items()},
        }


def charted_notes(work: Work, pat_num: int) -> Iterator[Note]:
    """The rows from the practice's own chart."""
    yield from _appointments(work, pat_num)
    yield from _procedures(work, pat_num)
    yield from _commlogs(work, pat_num)
    yield from _lab_cases(work, pat_num)
    yield from _prescriptions(work, pat_num)


def behind(key: sa.Column[int], key_of: sa.Column[int], text: sa.Column[str]) -> sa.ColumnElement[str]:
    """The text behind a foreign key; empty when it refers to nothing."""
    found = sa.select(text).where(key_of == key).correlate(key.table).scalar_subquery()
    return sa.func.coalesce(found, "")


_APPOINTMENT_WORDS = {"Broken": "Broken Appointment", "UnschedList": "Unscheduled Appointment"}


def _appointments(work: Work, pat_num: int) -> Iterator[Note]:
    c = appointment.c
    wanted = sa.select(appointment).where(c.PatNum == pat_num, c.AptDateTime > f"{NO_DATE} 23:59:59")
    for row in work.connection.execute(wanted.where(c.AptStatus != APT_STATUS.number("Planned"))):
        words = _APPOINTMENT_WORDS.get(APT_STATUS.text(row.AptStatus), "Appointment")
        starts = net_format(datetime.datetime.fromisoformat(row.AptDateTime), "h:mm tt")
        minutes = len(row.Pattern) * _MINUTES
        texts = {
            "Description": f"{words} - {starts} {row.ProcDescript}".rstrip(),
            "note": row.Note,
            "Length": f"{minutes // 60}:{minutes % 60:02}",
            "ClinicNum": row.ClinicNum,
        }
        yield Note(ProgNoteType.APPOINTMENT, row.AptNum, row.AptDateTime, texts)


def _procedures(work: Work, pat_num: int) -> Iterator[Note]:
    notes = _latest_notes(work, pat_num)
    c, code = procedurelog.c, procedurecode.c
    wanted = (
        sa.select(
            procedurelog,
            code.ProcCode,
            code.Descript,
            code.LaymanTerm,
            code.AbbrDesc,
            behind(c.ProvNum, provider.c.ProvNum, provider.c.Abbr).label("Prov"),
            behind(c.Dx, definition.c.DefNum, definition.c.ItemName).label("Diagnosis"),
            behind(c.ClinicNum, clinic.c.ClinicNum, clinic.c.Description).label("Clinic"),
        )
        .join(procedurecode, code.CodeNum == c.CodeNum)
        .where(c.PatNum == pat_num, c.ProcStatus != PROC_STATUS.number("D"))
    )
    for row in work.connection.execute(wanted):
        written = notes.get(row.ProcNum)
        texts = {
            "Th": row.ToothNum,
            "Surf": row.Surf,
            "Dx": row.Diagnosis,
            "Description": row.LaymanTerm or row.Descript,
            "note": written.Note if written else "",
            "Stat": PROC_STATUS.text(row.ProcStatus),
            "Prov": row.Prov,
            "ProvNum": row.ProvNum,
            "Amount": f"{row.ProcFee:.2f}",
            "ProcCode": row.ProcCode,
            "Signed": "Signed" if written and written.Signature else "",
            "Abbr": row.AbbrDesc,
            "Clinic": row.Clinic,
            "ClinicNum": row.ClinicNum,
        }
        yield Note(ProgNoteType.PROCEDURE, row.ProcNum, row.ProcDate, texts)


def _latest_notes(work: Work, pat_num: int) -> dict[int, Row]:
    """The current note of each procedure that has one."""
    order = (procnote.c.EntryDateTime, procnote.c.ProcNoteNum)
    wanted = sa.select(procnote).where(procnote.c.PatNum == pat_num).order_by(*order)
    return {row.ProcNum: row for row in work.connection.execute(wanted)}


def _commlogs(work: Work, pat_num: int) -> Iterator[Note]:
    c = commlog.c
    wanted = sa.select(
        commlog,
        behind(c.CommType, definition.c.DefNum, definition.c.ItemName).label("Kind"),
        behind(c.UserNum, userod.c.UserNum, userod.c.UserName).label("User"),
    ).where(c.PatNum == pat_num)
    for row in work.connection.execute(wanted):
        texts = {
            "Description": f"Comm - {row.Kind}",
            "note": row.Note,
            "User": row.User,
            "Signed": "Signed" if row.Signature else "",
        }
        yield Note(ProgNoteType.COMMLOG, row.CommlogNum, row.CommDateTime, texts)


def _lab_cases(work: Work, pat_num: int) -> Iterator[Note]:
    c = labcase.c
    wanted = sa.select(
        labcase,
        behind(c.LaboratoryNum, laboratory.c.LaboratoryNum, laboratory.c.Description).label("Laboratory"),
        behind(c.ProvNum, provider.c.ProvNum, provider.c.Abbr).label("Prov"),
    ).where(c.PatNum == pat_num)
    for row in work.connection.execute(wanted):
        made = row.DateTimeCreated if not row.DateTimeCreated.startswith(NO_DATE) else row.DateTimeDue
        texts = {
            "Description": f"LabCase - {row.Laboratory}",
            "note": row.Instructions,
            "Prov": row.Prov,
            "ProvNum": row.ProvNum,
        }
        yield Note(ProgNoteType.LAB_CASE, row.LabCaseNum, made, texts)


def _prescriptions(work: Work, pat_num: int) -> Iterator[Note]:
    c = rxpat.c
    wanted = sa.select(
        rxpat,
        behind(c.PharmacyNum, pharmacy.c.PharmacyNum, pharmacy.c.StoreName).label("Store"),
        behind(c.ProvNum, provider.c.ProvNum, provider.c.Abbr).label("Prov"),
        behind(c.UserNum, userod.c.UserNum, userod.c.UserName).label("User"),
        behind(c.ClinicNum, clinic.c.ClinicNum, clinic.c.Description).label("Clinic"),
    ).where(c.PatNum == pat_num)
    for row in work.connection.execute(wanted):
        texts = {
            "Description": f"Rx - {row.Drug} - #{row.Disp} {row.Store}".rstrip(),
            "note": row.Notes,
            "Prov": row.Prov,
            "ProvNum": row.ProvNum,
            "User": row.User,
            "Clinic": row.Clinic,
            "ClinicNum": row.ClinicNum,
        }
        yield Note(ProgNoteType.RX, row.RxNum, row.RxDate, texts)
