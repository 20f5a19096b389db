"""RefAttaches: links between patients and referral sources or targets."""

from __future__ import annotations

import operator
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.people.referrals import add_source
from app.practice.schema.attached import refattach
from app.practice.schema.enums.people import REF_TYPE
from app.practice.schema.people import patient
from app.practice.schema.referrals import referral
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_column, for_columns, quoted, wire_form
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.ref_attaches import RefAttach, RefAttaches, RefType

_A, _R = refattach.c, referral.c
REF_TO = REF_TYPE.number(RefType.REF_TO)


def _name() -> Expression:
    """First, middle and last name, with a title after a comma; an organization has only the last name."""
    parts = [
        sa.case((each != quoted(""), each + quoted(" ")), else_=quoted("")) for each in (_R.FName, _R.MName)
    ]
    title = sa.case((_R.Title != quoted(""), quoted(", ") + _R.Title), else_=quoted(""))
    whole = sa.select(parts[0] + parts[1] + _R.LName + title).where(_R.ReferralNum == _A.ReferralNum)
    return sa.func.coalesce(whole.correlate(refattach).scalar_subquery(), quoted(""))


ROWS = Listing(
    name="RefAttach",
    columns=lambda: columns_of(
        RefAttach, refattach, {"referralName": _name(), "ReferralType": wire_form(_A.RefType)}
    ),
    source=refattach,
    filters={
        "RefAttachNum": Filter(_A.RefAttachNum),
        "PatNum": Filter(_A.PatNum),
        "ReferralNum": Filter(_A.ReferralNum),
        "DateTStamp": Filter(_A.DateTStamp, operator.ge),
    },
    order=(_A.PatNum, _A.ItemOrder, _A.RefAttachNum),
)
_FIELDS = (
    "ReferralNum", "RefDate", "RefToStatus", "Note", "IsTransitionOfCare", "ProcNum", "DateProcComplete", "ProvNum",
)  # fmt: skip


@serves(RefAttaches.list)
def list_(work: Work, given: Given) -> Outcome:
    """All attachments, or those of a patient who is not deleted; DateTStamp: changed at or after that time."""
    if "PatNum" in given:
        refuse_deleted_patient(work, given["PatNum"], "Patient has been deleted.")
    return work.page(ROWS, given)


@serves(RefAttaches.create)
def create(work: Work, given: Given) -> Outcome:
    """Attach a source to a patient, after existing ones; an unknown name creates a source."""
    person = work.find(patient, given["PatNum"], "Patient")
    kind = REF_TYPE.number(given.get("ReferralType", RefType.REF_FROM))
    _check_provider(given, kind)
    values = {
        "RefDate": work.today,
        **for_columns(refattach, given, _FIELDS),
        "PatNum": person.PatNum,
        "RefType": kind,
        "ReferralNum": given.get("ReferralNum") or _source_named(work, given),
        "ItemOrder": work.next_order(_A.ItemOrder, _A.PatNum == person.PatNum, first=1),
    }
    key = work.insert(refattach, values)
    log(work, "RefAttachAdd", "Referral attached.", pat_num=person.PatNum, key=key)
    return work.created(ROWS, f"/refattaches?PatNum={person.PatNum}", {"RefAttachNum": key})


@serves(RefAttaches.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one. Only an outgoing referral has a provider."""
    before = _changeable(work, given)
    values: dict[str, Any] = for_columns(refattach, given, _FIELDS)
    if "ReferralType" in given:
        values["RefType"] = for_column(_A.RefType, given["ReferralType"], "ReferralType")
    kind = values.get("RefType", before.RefType)
    _check_provider(given, kind)
    if kind != REF_TO:
        values["ProvNum"] = 0
    work.update(refattach, before.RefAttachNum, values)
    log(work, "RefAttachAdd", "Referral attachment changed.", pat_num=before.PatNum, key=before.RefAttachNum)
    return work.one(ROWS, "RefAttach", {"RefAttachNum": before.RefAttachNum})


@serves(RefAttaches.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one."""
    row = _changeable(work, given)
    work.connection.execute(sa.delete(refattach).where(_A.RefAttachNum == row.RefAttachNum))
    log(work, "RefAttachDelete", "Referral detached.", pat_num=row.PatNum, key=row.RefAttachNum)
    return None


def _changeable(work: Work, given: Given) -> Row:
    row = work.find(refattach, given["RefAttachNum"], "RefAttach")
    refuse_deleted_patient(work, row.PatNum)
    return row


def _check_provider(given: Given, kind: int) -> None:
    if given.get("ProvNum") and kind != REF_TO:
        raise BadRequest("ProvNum is invalid: it may only be sent with the ReferralType RefTo.")


def _source_named(work: Work, given: Given) -> int:
    name = given.get("referralName", "").strip()
    if not name:
        raise BadRequest("ReferralNum or referralName is required.")
    wanted = sa.select(_R.ReferralNum).where(_R.LName == name).order_by(_R.IsHidden, _R.ReferralNum)
    found = work.connection.execute(wanted.limit(1)).scalar()
    return found or add_source(work, {**for_columns(referral, {"LName": name}, ("LName",)), "NotPerson": 1})
