"""PaySplits: what payments pay for, and whose provider and clinic they are booked on."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from app.practice.schema.attached import paysplit
from app.practice.schema.office import definition
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.older import required_until
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, IsoText, for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.pay_splits import ChangedPaySplit, PaySplit, PaySplits

_S = paysplit.c
_FREE_SINCE = "24.4.24"
_DATE_LENGTH = 10
_CHANGED = ("ProvNum", "ClinicNum")


def _rows(record: type[PaySplit], filters: Iterable[str], edited: dict[str, Expression]) -> Listing:
    return Listing(
        name=record.__name__,
        columns=lambda: columns_of(
            record,
            paysplit,
            {
                "unearnedType": name_behind(_S.UnearnedType, definition.c.DefNum, definition.c.ItemName),
                **edited,
            },
        ),
        source=paysplit,
        filters={name: Filter(_S[name]) for name in filters},
        order=(_S.SplitNum.desc(),),
    )


ROWS = _rows(
    PaySplit,
    ("PatNum", "PayNum", "ProcNum"),
    {"SecDateTEdit": sa.func.substr(IsoText(_S.SecDateTEdit), 1, _DATE_LENGTH)},
)
CHANGED_ROWS = _rows(ChangedPaySplit, ("SplitNum",), {})


@serves(PaySplits.list)
def list_(work: Work, given: Given) -> Outcome:
    """The splits that meet every filter, the newest first."""
    required_until(work, given, _FREE_SINCE, "PatNum", "PayNum")
    return work.page(ROWS, given)


@serves(PaySplits.update)
def update(work: Work, given: Given) -> Outcome:
    """Move one to another provider or clinic; what it pays and its amount stay."""
    before = work.find(paysplit, given["SplitNum"], "PaySplit")
    refuse_deleted_patient(work, before.PatNum)
    if given.get("ProvNum") and before.UnearnedType and work.preference("AllowPrepayProvider") != "1":
        raise BadRequest("ProvNum is invalid: prepayments have no provider in this office.")
    work.update(paysplit, before.SplitNum, for_columns(paysplit, given, _CHANGED))
    log(work, "PaymentEdit", "Payment split changed.", pat_num=before.PatNum, key=before.PayNum)
    signal(work, "AccModule", key=before.PatNum)
    return work.one(CHANGED_ROWS, "PaySplit", {"SplitNum": before.SplitNum})
