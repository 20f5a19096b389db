"""ToothInitials: the initial state of the tooth chart."""

from __future__ import annotations

import re

from app.practice.handlers.clinical.chart_rows import changeable, take_away
from app.practice.schema.charting import toothinitial
from app.practice.schema.enums.clinical import TOOTH_INITIAL
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import NumberText, for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.tooth_initials import ToothInitial, ToothInitials

_T = toothinitial.c
ROWS = Listing(
    name="ToothInitial",
    columns=lambda: columns_of(ToothInitial, toothinitial, {"Movement": NumberText(_T.Movement)}),
    source=toothinitial,
    filters={"ToothInitialNum": Filter(_T.ToothInitialNum), "PatNum": Filter(_T.PatNum)},
    order=(_T.ToothInitialNum,),
)
_TOOTH = re.compile(r"[1-9]|[12]\d|3[0-2]|[A-T]")
_DELETABLE = frozenset(TOOTH_INITIAL.number(word) for word in ("Missing", "Hidden", "Primary"))
"""Movements and drawings can be made and deleted in Open Dental only."""


@serves(ToothInitials.list)
def list_(work: Work, given: Given) -> Outcome:
    """The entries of one patient's tooth chart, or of all."""
    return work.page(ROWS, given)


@serves(ToothInitials.create)
def create(work: Work, given: Given) -> Outcome:
    """Mark one tooth as missing, hidden or primary."""
    if not _TOOTH.fullmatch(given["ToothNum"]):
        raise BadRequest("ToothNum is invalid: one tooth is expected, 1 to 32 or A to T.")
    values = for_columns(toothinitial, given, ("PatNum", "ToothNum", "InitialType", "Movement"))
    key = work.insert(toothinitial, {**values, "SecDateTEntry": work.now, "SecDateTEdit": work.now})
    path = f"/toothinitials?PatNum={given['PatNum']}"
    return work.created(ROWS, path, {"ToothInitialNum": key})


@serves(ToothInitials.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete such an entry."""
    row = changeable(work, toothinitial, given["ToothInitialNum"], "ToothInitial")
    if row.InitialType not in _DELETABLE:
        raise BadRequest("Only rows of the types Missing, Hidden and Primary can be deleted.")
    take_away(work, toothinitial, row.ToothInitialNum)
    return None
