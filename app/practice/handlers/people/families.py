"""Families: guarantors and super families."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.rules.balances import refresh_balances
from app.practice.schema.people import patient
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Row, Work

_P = patient.c


def check_family(work: Work, given: Given, before: Row | None) -> int:
    """The guarantor in a request, 0 for none. BadRequest for an invalid one.

    `before` is the patient's current row, None for a new patient.
    """
    guarantor = int(given.get("Guarantor", 0))
    if "Guarantor" in given and "SuperFamily" in given:
        raise BadRequest("Only one of Guarantor and SuperFamily may be sent.")
    heads_family = before is None or before.Guarantor == before.PatNum
    if before is None and guarantor:
        heads_family = False
    if given.get("FamFinUrgNote") and not heads_family:
        raise BadRequest("FamFinUrgNote is invalid: the patient is no guarantor.")
    if guarantor and not _may_follow(work, guarantor, before):
        raise BadRequest("Guarantor is invalid: only the present guarantor can hand the family over.")
    return guarantor


def _may_follow(work: Work, guarantor: int, before: Row | None) -> bool:
    head = work.find(patient, guarantor, "Patient")
    if before is None:
        return bool(head.Guarantor == guarantor)
    if guarantor in (before.Guarantor, before.PatNum) and before.Guarantor == guarantor:
        return True
    if head.Guarantor == before.Guarantor:
        return bool(before.Guarantor == before.PatNum)
    if guarantor == before.PatNum:
        return True
    return bool(head.Guarantor == guarantor) and not _leads_others(work, before)


def _leads_others(work: Work, before: Row) -> bool:
    wanted = sa.select(_P.PatNum).where(_P.Guarantor == before.PatNum, _P.PatNum != before.PatNum).limit(1)
    return work.connection.execute(wanted).first() is not None


def change_family(work: Work, before: Row, guarantor: int) -> None:
    """Change the guarantor; within the same family, the whole family follows."""
    head = work.find(patient, guarantor, "Patient")
    if before.Guarantor == before.PatNum and head.Guarantor == before.PatNum:
        whole = sa.update(patient).where(_P.Guarantor == before.PatNum)
        work.connection.execute(whole.values(Guarantor=guarantor, DateTStamp=work.now))
    else:
        work.update(patient, before.PatNum, {"Guarantor": guarantor})
    refresh_balances(work, (before.PatNum, before.Guarantor, guarantor))


def join_super_family(work: Work, pat_num: int, head_num: int) -> None:
    """Move the patient's family to a super family, creating it if needed.

    0 removes the family; from the head's own family it disbands the super family.
    """
    person = work.find(patient, pat_num, "Patient")
    if head_num:
        head = work.find(patient, head_num, "Patient")
        for guarantor in {head.Guarantor, person.Guarantor}:
            _mark(work, _P.Guarantor == guarantor, head_num)
        return
    if not person.SuperFamily:
        return
    leader = work.find(patient, person.SuperFamily, "Patient")
    if leader.Guarantor == person.Guarantor:
        _mark(work, _P.SuperFamily == person.SuperFamily, 0)
    else:
        _mark(work, _P.Guarantor == person.Guarantor, 0)


def _mark(work: Work, whose: sa.ColumnElement[bool], head_num: int) -> None:
    changed = sa.update(patient).where(whose).values(SuperFamily=head_num, DateTStamp=work.now)
    work.connection.execute(changed)
