"""Recalls: adding, changing, setting status, switching between Prophy and Perio."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.people.commlogs import automatic_type
from app.practice.rules.intervals import Interval, interval_words
from app.practice.rules.recalls import cleaning_types, refresh_recalls
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import COMM_SENT
from app.practice.schema.office import definition
from app.practice.schema.people import commlog, patient
from app.practice.schema.recalls import recall, recalltype
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.recalls import CommItemMode, Recall, Recalls

_R = recall.c
ROWS = Listing(
    name="Recall",
    columns=lambda: columns_of(
        Recall,
        recall,
        {
            "RecallInterval": interval_words(_R.RecallInterval),
            "recallStatus": name_behind(_R.RecallStatus, definition.c.DefNum, definition.c.ItemName),
        },
    ),
    source=recall,
    filters={"RecallNum": Filter(_R.RecallNum), "PatNum": Filter(_R.PatNum)},
    order=(_R.RecallNum,),
)
_FIELDS = (
    "RecallStatus", "Note", "IsDisabled", "DisableUntilBalance", "DisableUntilDate", "Priority", "TimePatternOverride",
)  # fmt: skip
_MODES = {mode: number for number, mode in enumerate(CommItemMode)}
"""`commlog.Mode_`, written without spaces by this method."""


@serves(Recalls.list)
def list_(work: Work, given: Given) -> Outcome:
    """The recalls of all patients, or of one."""
    return work.page(ROWS, given)


@serves(Recalls.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one, the patient's only one of its type. Without DateDue it is not due."""
    person = work.find(patient, given["PatNum"], "Patient")
    kind = work.find(recalltype, given["RecallTypeNum"], "RecallType")
    if recall_of(work, person.PatNum, kind.RecallTypeNum) is not None:
        raise BadRequest("RecallTypeNum is invalid: the patient has a recall of this type already.")
    values = {"RecallInterval": kind.DefaultInterval, **_columns(given)}
    values |= for_columns(recall, given, ("PatNum", "RecallTypeNum", "DateDue"))
    key = work.insert(recall, values)
    log(work, "RecallEdit", "Recall created.", pat_num=person.PatNum, key=key)
    return work.created(ROWS, f"/recalls?PatNum={person.PatNum}", {"RecallNum": key})


@serves(Recalls.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. A new interval moves the due date unless it was set by hand; disabling clears it."""
    before = work.find(recall, given["RecallNum"], "Recall")
    refuse_deleted_patient(work, before.PatNum)
    values = _columns(given)
    if given.get("IsDisabled"):
        values |= {"DateDue": NO_DATE, "DateDueCalc": NO_DATE}
    work.update(recall, before.RecallNum, values)
    refresh_recalls(work, before.PatNum)
    work.update(recall, before.RecallNum, for_columns(recall, given, ("DateDue",)))
    log(work, "RecallEdit", "Recall changed.", pat_num=before.PatNum, key=before.RecallNum)
    return work.one(ROWS, "Recall", {"RecallNum": before.RecallNum})


@serves(Recalls.set_status)
def set_status(work: Work, given: Given) -> Outcome:
    """Set the reminder status, on the recall and as a commlog."""
    wanted = sa.select(recalltype.c.RecallTypeNum).where(recalltype.c.Description == given["recallType"])
    type_num = work.connection.execute(wanted).scalar()
    if type_num is None:
        raise NotFound("recallType not found.")
    row = recall_of(work, given["PatNum"], type_num)
    if row is None:
        raise NotFound("Recall not found.")
    work.update(recall, row.RecallNum, for_columns(recall, given, ("RecallStatus",)))
    status = given.get("RecallStatus", row.RecallStatus)
    values = {
        "PatNum": row.PatNum,
        "CommDateTime": work.now,
        "CommType": automatic_type(work, "RECALL"),
        "Mode_": _MODES[given.get("commlogMode", CommItemMode.NONE)],
        "SentOrReceived": COMM_SENT.number("Sent"),
        "Note": given.get("commlogNote") or _reminder(work, status),
        "DateTEntry": work.now,
    }
    key = work.insert(commlog, values)
    log(work, "CommlogCreate", "Commlog of a recall reminder created.", pat_num=row.PatNum, key=key)
    log(work, "RecallEdit", "Recall status changed.", pat_num=row.PatNum, key=row.RecallNum)
    return None


def _reminder(work: Work, status: int) -> str:
    name = work.connection.execute(
        sa.select(definition.c.ItemName).where(definition.c.DefNum == status)
    ).scalar()
    return f"Recall reminder. Status: {name or 'None'}"


@serves(Recalls.switch_type)
def switch_type(work: Work, given: Given) -> Outcome:
    """Switch the Prophy recall to Perio with that type's interval, or Perio to Prophy."""
    prophy, perio = cleaning_types(work)
    if not (prophy and perio):
        raise BadRequest("The office has not set up both the Prophy and the Perio recall type.")
    of_perio, of_prophy = (recall_of(work, given["PatNum"], type_num) for type_num in (perio, prophy))
    row, other = of_perio or of_prophy, prophy if of_perio else perio
    if row is None:
        raise NotFound("Recall not found: the patient has neither a Prophy nor a Perio recall.")
    if of_perio and of_prophy:
        raise BadRequest("The patient has both a Prophy and a Perio recall.")
    interval = work.find(recalltype, other, "RecallType").DefaultInterval
    work.update(recall, row.RecallNum, {"RecallTypeNum": other, "RecallInterval": interval})
    refresh_recalls(work, row.PatNum)
    log(work, "RecallEdit", "Recall type switched.", pat_num=row.PatNum, key=row.RecallNum)
    return None


def recall_of(work: Work, pat_num: int, type_num: int) -> Row | None:
    """A patient's recall of a type."""
    wanted = sa.select(recall).where(_R.PatNum == pat_num, _R.RecallTypeNum == type_num)
    return work.connection.execute(wanted.order_by(_R.RecallNum).limit(1)).first()


def _columns(given: Given) -> dict[str, Any]:
    if not re.fullmatch(r"[X/]*", given.get("TimePatternOverride", "")):
        raise BadRequest("TimePatternOverride is invalid: only X and / are allowed, one for 5 minutes.")
    values = for_columns(recall, given, _FIELDS)
    if "RecallInterval" in given:
        try:
            values["RecallInterval"] = Interval.parse(given["RecallInterval"]).number
        except ValueError as wrong:
            raise BadRequest(f"RecallInterval is invalid: {wrong}.") from None
    return values
