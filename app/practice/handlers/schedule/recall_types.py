"""RecallTypes: read."""

from __future__ import annotations

from app.practice.rules.intervals import interval_words
from app.practice.schema.recalls import recalltype
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.recall_types import RecallType, RecallTypes

_T = recalltype.c
ROWS = Listing(
    name="RecallType",
    columns=lambda: columns_of(
        RecallType, recalltype, {"DefaultInterval": interval_words(_T.DefaultInterval)}
    ),
    source=recalltype,
    filters={"RecallTypeNum": Filter(_T.RecallTypeNum)},
    order=(_T.RecallTypeNum,),
)


@serves(RecallTypes.get)
def get(work: Work, given: Given) -> Outcome:
    """One type."""
    return work.one(ROWS, "RecallType", given)


@serves(RecallTypes.list)
def list_(work: Work, given: Given) -> Outcome:
    """Every type."""
    return work.page(ROWS, given)
