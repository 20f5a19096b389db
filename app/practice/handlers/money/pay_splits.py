"""PaySplits: what payments pay for."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.attached import paysplit
from app.practice.schema.office import definition
from app.practice.server.access import is_newer
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import IsoText
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.pay_splits import PaySplit, PaySplits

_S = paysplit.c
_FREE_SINCE = "24.4.24"
_DATE_LENGTH = 10
ROWS = Listing(
    name="PaySplit",
    columns=lambda: columns_of(
        PaySplit,
        paysplit,
        {
            "unearnedType": name_behind(_S.UnearnedType, definition.c.DefNum, definition.c.ItemName),
            "SecDateTEdit": sa.func.substr(IsoText(_S.SecDateTEdit), 1, _DATE_LENGTH),
        },
    ),
    source=paysplit,
    filters={name: Filter(_S[name]) for name in ("PatNum", "PayNum", "ProcNum")},
    order=(_S.SplitNum.desc(),),
)


@serves(PaySplits.list)
def list_(work: Work, given: Given) -> Outcome:
    """The splits that meet every filter, the newest first."""
    for name in ("PatNum", "PayNum"):
        if name not in given and is_newer(_FREE_SINCE, work.office.version):
            raise BadRequest(f"{name} is required before Open Dental {_FREE_SINCE}.")
    return work.page(ROWS, given)
