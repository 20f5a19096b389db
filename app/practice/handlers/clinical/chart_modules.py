"""ChartModules: what the Chart Module shows for a patient."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.clinical.chart_attached import attached_notes
from app.practice.handlers.clinical.chart_info import patient_info as info_rows
from app.practice.handlers.clinical.chart_notes import PLACES, charted_notes
from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.base import APT_STATUS
from app.practice.schema.people import patient
from app.practice.schema.schedule import appointment
from app.practice.server.listings import encode_rows
from app.practice.server.routing import serves
from app.practice.server.work import Encoded, Given, Outcome, Work
from app.wire.resources.chart_modules import ChartModules

_MINUTES = 5
"""The time in minutes that one pattern character stands for."""


@serves(ChartModules.prog_notes)
def prog_notes(work: Work, given: Given) -> Outcome:
    """A patient's progress notes by day, and by kind within a day."""
    person = work.find(patient, given["PatNum"], "Patient")
    notes = [*charted_notes(work, person.PatNum), *attached_notes(work, person.PatNum)]
    notes.sort(key=lambda each: (each.moment[:10], PLACES[each.kind], each.moment, each.key))
    return _page(work, [each.row() for each in notes])


@serves(ChartModules.patient_info)
def patient_info(work: Work, given: Given) -> Outcome:
    """The lines above the progress notes: patient information and medical alerts."""
    person = work.find(patient, given["PatNum"], "Patient")
    return _page(work, [{"Field": label, "Content": content} for label, content in info_rows(work, person)])


@serves(ChartModules.planned_appts)
def planned_appts(work: Work, given: Given) -> Outcome:
    """The planned appointments in order, each with the day it is scheduled for."""
    person = work.find(patient, given["PatNum"], "Patient")
    made = appointment.alias("made")
    scheduled = (
        sa.select(sa.func.max(made.c.AptDateTime))
        .where(made.c.NextAptNum == appointment.c.AptNum)
        .scalar_subquery()
    )
    planned = appointment.c.AptStatus == APT_STATUS.number("Planned")
    wanted = (
        sa.select(appointment, scheduled.label("MadeFor"))
        .where(appointment.c.PatNum == person.PatNum, planned)
        .order_by(appointment.c.ItemOrderPlanned, appointment.c.AptNum)
    )
    return _page(
        work,
        [
            {
                "AptNum": str(row.AptNum),
                "ProvNum": str(row.ProvNum),
                "ItemOrder": str(row.ItemOrderPlanned),
                "minutes": str(len(row.Pattern) * _MINUTES),
                "ProcDescript": row.ProcDescript,
                "Note": row.Note,
                "dateSched": f"{(row.MadeFor or NO_TIME)[:10]} 00:00:00",
                "AptStatus": APT_STATUS.text(row.AptStatus),
            }
            for row in work.connection.execute(wanted)
        ],
    )


def _page(work: Work, rows: Sequence[dict[str, Any]]) -> Encoded:
    return Encoded(encode_rows(rows[work.offset : work.offset + work.limit]))
