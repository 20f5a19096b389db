"""ClaimTrackings: the status history of claims."""

from __future__ import annotations

from typing import Any

from app.practice.rules.claims import changeable_claim
from app.practice.schema.claims import claimtracking
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.claim_trackings import ClaimTracking, ClaimTrackings

_T = claimtracking.c
ROWS = Listing(
    name="ClaimTracking",
    columns=lambda: columns_of(ClaimTracking, claimtracking),
    source=claimtracking,
    filters={"ClaimTrackingNum": Filter(_T.ClaimTrackingNum), "ClaimNum": Filter(_T.ClaimNum)},
    order=(_T.DateTimeEntry.desc(), _T.ClaimTrackingNum.desc()),
)


@serves(ClaimTrackings.list)
def list_(work: Work, given: Given) -> Outcome:
    """All entries, or those of one claim, newest first."""
    return work.page(ROWS, given)


@serves(ClaimTrackings.create)
def create(work: Work, given: Given) -> Outcome:
    """Add an entry."""
    row = changeable_claim(work, given["ClaimNum"])
    values = {"TrackingDefNum": 0, **given}
    _check_status(work, values)
    columns = for_columns(claimtracking, values, values)
    key = work.insert(claimtracking, {**columns, "TrackingType": "StatusHistory", "DateTimeEntry": work.now})
    log(work, "UpdateCustomTracking", "Claim tracking entered.", pat_num=row.PatNum, key=row.ClaimNum)
    return work.created(ROWS, f"/claimtrackings?ClaimNum={row.ClaimNum}", {"ClaimTrackingNum": key})


@serves(ClaimTrackings.update)
def update(work: Work, given: Given) -> Outcome:
    """Change an entry; it counts as entered now."""
    key = given["ClaimTrackingNum"]
    before = work.find(claimtracking, key, "ClaimTracking")
    row = changeable_claim(work, before.ClaimNum)
    _check_status(work, given)
    sent: dict[str, Any] = {name: value for name, value in given.items() if name != "ClaimTrackingNum"}
    work.update(claimtracking, key, {**for_columns(claimtracking, sent, sent), "DateTimeEntry": work.now})
    log(work, "UpdateCustomTracking", "Claim tracking changed.", pat_num=row.PatNum, key=row.ClaimNum)
    return work.one(ROWS, "ClaimTracking", {"ClaimTrackingNum": key})


def _check_status(work: Work, given: Given) -> None:
    """BadRequest for no status when the office does not allow None."""
    none = given.get("TrackingDefNum", 1) == 0
    if none and work.preference("ClaimTrackingStatusExcludesNone") == "1":
        raise BadRequest("TrackingDefNum is required: the office tracks claims by a status.")
