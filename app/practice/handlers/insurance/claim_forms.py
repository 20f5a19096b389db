"""ClaimForms."""

from __future__ import annotations

from app.practice.schema.claims import claimform
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.claim_forms import ClaimForm, ClaimForms

ROWS = Listing(
    name="ClaimForm",
    columns=lambda: columns_of(ClaimForm, claimform),
    source=claimform,
    filters={"ClaimFormNum": Filter(claimform.c.ClaimFormNum)},
    order=(claimform.c.ClaimFormNum,),
)


@serves(ClaimForms.get)
def get(work: Work, given: Given) -> Outcome:
    """One form."""
    return work.one(ROWS, "ClaimForm", given)


@serves(ClaimForms.list)
def list_(work: Work, given: Given) -> Outcome:
    """All forms, hidden ones included."""
    return work.page(ROWS, given)
