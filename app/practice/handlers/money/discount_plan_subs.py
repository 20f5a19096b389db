"""DiscountPlanSubs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_zero
from app.practice.schema.catalog import discountplansub
from app.practice.schema.columns import NO_DATE
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.discount_plan_subs import DiscountPlanSub, DiscountPlanSubs

_S = discountplansub.c
ROWS = Listing(
    name="DiscountPlanSub",
    columns=lambda: columns_of(DiscountPlanSub, discountplansub),
    source=discountplansub,
    filters={"PatNum": Filter(_S.PatNum)},
    order=(_S.DiscountSubNum,),
)


@serves(DiscountPlanSubs.get)
def get(work: Work, given: Given) -> Outcome:
    """The patient's subscription."""
    return work.one(ROWS, "DiscountPlanSub", given)


@serves(DiscountPlanSubs.create)
def create(work: Work, given: Given) -> Outcome:
    """Subscribe a patient. A patient has one at a time."""
    refuse_zero(given, "DiscountPlanNum", "PatNum")
    taken = sa.select(_S.DiscountSubNum).where(_S.PatNum == given["PatNum"]).limit(1)
    if work.connection.execute(taken).first() is not None:
        raise BadRequest("PatNum is invalid: the patient has a discount plan already.")
    values = for_columns(discountplansub, given, given)
    _check_span(values)
    key = work.insert(discountplansub, values)
    log(work, "DiscountPlanAddDrop", "Discount plan added.", pat_num=given["PatNum"], key=key)
    return None


@serves(DiscountPlanSubs.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the dates and the note; PatNum must match."""
    row = _changeable(work, given["DiscountSubNum"])
    if given["PatNum"] != row.PatNum:
        raise BadRequest("PatNum is invalid: the subscription is another patient's.")
    values = for_columns(discountplansub, given, ("DateEffective", "DateTerm", "SubNote"))
    _check_span({"DateEffective": row.DateEffective, "DateTerm": row.DateTerm, **values})
    work.update(discountplansub, row.DiscountSubNum, values)
    log(work, "DiscountPlanAddDrop", "Discount plan changed.", pat_num=row.PatNum, key=row.DiscountSubNum)
    return None


@serves(DiscountPlanSubs.delete)
def delete(work: Work, given: Given) -> Outcome:
    """End a subscription."""
    row = _changeable(work, given["DiscountSubNum"])
    work.connection.execute(sa.delete(discountplansub).where(_S.DiscountSubNum == row.DiscountSubNum))
    log(work, "DiscountPlanAddDrop", "Discount plan dropped.", pat_num=row.PatNum, key=row.DiscountSubNum)
    return None


def _changeable(work: Work, key: int) -> Row:
    row = work.find(discountplansub, key, "DiscountPlanSub")
    refuse_deleted_patient(work, row.PatNum)
    return row


def _check_span(values: Mapping[str, Any]) -> None:
    first, last = (values.get(name, NO_DATE) for name in ("DateEffective", "DateTerm"))
    if NO_DATE not in (first, last) and last < first:
        raise BadRequest("DateTerm is invalid: it lies before DateEffective.")
