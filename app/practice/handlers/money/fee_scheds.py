"""FeeScheds."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_blank
from app.practice.schema.procedures import fee, feesched
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.fee_scheds import FeeSched, FeeScheds

_S = feesched.c
ROWS = Listing(
    name="FeeSched",
    columns=lambda: columns_of(FeeSched, feesched),
    source=feesched,
    filters={"FeeSchedNum": Filter(_S.FeeSchedNum)},
    order=(_S.ItemOrder, _S.FeeSchedNum),
)


@serves(FeeScheds.list)
def list_(work: Work, given: Given) -> Outcome:
    """All fee schedules in order, hidden ones included."""
    return work.page(ROWS, given)


@serves(FeeScheds.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one at the end; global by default."""
    refuse_blank(given, "Description")
    values = {"IsGlobal": True, **given}
    key = work.insert(
        feesched,
        {
            **for_columns(feesched, values, values),
            "ItemOrder": work.next_order(_S.ItemOrder),
            "SecDateEntry": work.today,
            "SecDateTEdit": work.now,
        },
    )
    _tell(work, "Fee schedule created.", key)
    return work.one(ROWS, "FeeSched", {"FeeSchedNum": key})


@serves(FeeScheds.update)
def update(work: Work, given: Given) -> Outcome:
    """Rename, hide, or change global. One with clinic or provider fees can't be global."""
    key = given["FeeSchedNum"]
    work.find(feesched, key, "FeeSched")
    refuse_blank(given, "Description")
    if given.get("IsGlobal") and _has_local_fees(work, key):
        raise BadRequest("IsGlobal is invalid: the schedule has fees of single clinics or providers.")
    names = [name for name in given if name != "FeeSchedNum"]
    work.update(feesched, key, {**for_columns(feesched, given, names), "SecDateTEdit": work.now})
    _tell(work, "Fee schedule changed.", key)
    return work.one(ROWS, "FeeSched", {"FeeSchedNum": key})


def _has_local_fees(work: Work, key: int) -> bool:
    local = sa.or_(fee.c.ClinicNum != 0, fee.c.ProvNum != 0)
    wanted = sa.select(fee.c.FeeNum).where(fee.c.FeeSched == key, local).limit(1)
    return work.connection.execute(wanted).first() is not None


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "FeeSchedEdit", words, key=key)
    signal(work, "FeeScheds")
