"""The rows of Claims and ClaimProcs answers."""

from __future__ import annotations

import operator

import sqlalchemy as sa

from app.practice.schema.claims import claim
from app.practice.schema.insurance import claimproc
from app.practice.schema.office import definition
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.wireform import quoted
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.claims import Claim

_C, _P = claim.c, claimproc.c
CLAIM_ROWS = Listing(
    name="Claim",
    columns=lambda: columns_of(
        Claim,
        claim,
        {
            "IsOrtho": sa.case((_C.IsOrtho != sa.literal_column("0"), quoted("True")), else_=quoted("False")),
            "customTracking": name_behind(_C.CustomTracking, definition.c.DefNum, definition.c.ItemName),
        },
        as_text=("ClaimForm",),
    ),
    source=claim,
    filters={
        "ClaimNum": Filter(_C.ClaimNum),
        "PatNum": Filter(_C.PatNum),
        "ClaimStatus": Filter(_C.ClaimStatus),
        "SecDateTEdit": Filter(_C.SecDateTEdit, operator.ge),
    },
    order=(_C.ClaimNum,),
)
CLAIM_PROC_ROWS = Listing(
    name="ClaimProc",
    columns=lambda: columns_of(
        ClaimProc,
        claimproc,
        {
            "claimPaymentTracking": name_behind(
                _P.ClaimPaymentTracking, definition.c.DefNum, definition.c.ItemName
            )
        },
    ),
    source=claimproc,
    filters={
        "ClaimProcNum": Filter(_P.ClaimProcNum),
        "ProcNum": Filter(_P.ProcNum),
        "ClaimNum": Filter(_P.ClaimNum),
        "PatNum": Filter(_P.PatNum),
        "Status": Filter(_P.Status),
        "ClaimPaymentNum": Filter(_P.ClaimPaymentNum),
    },
    order=(_P.ClaimProcNum,),
)
