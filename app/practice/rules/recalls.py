"""Keeps recalls in step with completed treatment: last date, due date, scheduled date.

Open Dental does the same after every change of a patient's procedures and appointments. A due date entered by
hand is left alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.rules.intervals import Interval
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import APT_STATUS, PAT_STATUS, PROC_STATUS
from app.practice.schema.people import patient
from app.practice.schema.procedures import procedurelog
from app.practice.schema.recalls import recall, recalltrigger, recalltype
from app.practice.schema.schedule import appointment
from app.practice.server.work import Row, Work

PROPHY, PERIO = "RecallTypeSpecialProphy", "RecallTypeSpecialPerio"
"""The preferences naming the two recall types of which a patient has only one."""
_DONE = tuple(PROC_STATUS.number(word) for word in ("C", "EC", "EO"))
_SCHEDULED, _PATIENT = APT_STATUS.number("Scheduled"), PAT_STATUS.number("Patient")
_A, _L, _R, _T = appointment.c, procedurelog.c, recall.c, recalltrigger.c
Days = Mapping[int, str]
"""One date for each recall type."""


def cleaning_types(work: Work) -> tuple[int, int]:
    """The RecallTypeNums of Prophy and Perio; 0 where the office has not set one."""
    return work.preference_number(PROPHY), work.preference_number(PERIO)


def refresh_recalls(work: Work, pat_num: int) -> None:
    """Update a patient's recalls; a missing one is created once its procedures were completed."""
    held = {row.RecallTypeNum: row for row in work.connection.execute(_of_patient(pat_num))}
    done, planned = _last_done(work, pat_num), _scheduled(work, pat_num)
    if not (held or done):
        return
    cleanings = prophy, perio = cleaning_types(work)
    done, planned = _together(cleanings, done, max), _together(cleanings, planned, min)
    for type_num, row in held.items():
        _refresh(work, row, done.get(type_num, NO_DATE), planned.get(type_num, NO_DATE))
    # Perio is never created automatically, and Prophy not for a perio patient.
    kept_out = {perio, *held} | ({prophy} if perio in held else set())
    missing = [type_num for type_num in done if type_num not in kept_out]
    if missing and _may_be_recalled(work, pat_num):
        for type_num in missing:
            _make(work, pat_num, type_num, done[type_num], planned.get(type_num, NO_DATE))


def _of_patient(pat_num: int) -> sa.Select[Any]:
    return sa.select(recall).where(_R.PatNum == pat_num).order_by(_R.RecallNum)


def _last_done(work: Work, pat_num: int) -> Days:
    wanted = (
        sa.select(_T.RecallTypeNum, sa.func.max(_L.ProcDate))
        .select_from(procedurelog)
        .join(recalltrigger, _T.CodeNum == _L.CodeNum)
        .where(_L.PatNum == pat_num, _L.ProcStatus.in_(_DONE), _L.ProcDate > NO_DATE)
        .group_by(_T.RecallTypeNum)
    )
    return {type_num: str(day)[:10] for type_num, day in work.connection.execute(wanted)}


def _scheduled(work: Work, pat_num: int) -> Days:
    wanted = (
        sa.select(_T.RecallTypeNum, sa.func.min(_A.AptDateTime))
        .select_from(appointment)
        .join(procedurelog, _L.AptNum == _A.AptNum)
        .join(recalltrigger, _T.CodeNum == _L.CodeNum)
        .where(_A.PatNum == pat_num, _A.AptStatus == _SCHEDULED, _A.AptDateTime >= work.today)
        .group_by(_T.RecallTypeNum)
    )
    return {type_num: str(moment)[:10] for type_num, moment in work.connection.execute(wanted)}


def _together(cleanings: tuple[int, int], days: Days, choose: Callable[[list[str]], str]) -> Days:
    """A prophy counts for the perio recall and the other way round."""
    kinds = [type_num for type_num in cleanings if type_num]
    found = [days[type_num] for type_num in kinds if type_num in days]
    return {**days, **dict.fromkeys(kinds, choose(found))} if found else days


def _may_be_recalled(work: Work, pat_num: int) -> bool:
    wanted = sa.select(patient.c.PatStatus).where(patient.c.PatNum == pat_num)
    return bool(work.connection.execute(wanted).scalar() == _PATIENT)


def _refresh(work: Work, row: Row, last: str, planned: str) -> None:
    calculated = NO_DATE if row.IsDisabled else due_after(last, row.RecallInterval)
    values = {"DatePrevious": last, "DateDueCalc": calculated, "DateScheduled": planned}
    if row.DateDue == row.DateDueCalc:
        values["DateDue"] = calculated
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    work.update(recall, row.RecallNum, changed)


def _make(work: Work, pat_num: int, type_num: int, last: str, planned: str) -> None:
    interval = work.find(recalltype, type_num, "RecallType").DefaultInterval
    due = due_after(last, interval)
    row = {"PatNum": pat_num, "RecallTypeNum": type_num, "RecallInterval": interval, "DatePrevious": last}
    work.insert(recall, {**row, "DateDueCalc": due, "DateDue": due, "DateScheduled": planned})


def due_after(last: str, interval: int) -> str:
    """The due date after a last date, as ISO text; the empty date without a last date or interval."""
    if last == NO_DATE or not interval:
        return NO_DATE
    return Interval.of(interval).after(datetime.date.fromisoformat(last)).isoformat()
