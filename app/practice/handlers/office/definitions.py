"""Definitions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_below
from app.practice.schema.office import definition, preference
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.periods import picked
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, for_columns, words_of, yes_no
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.definitions import Definition, DefinitionCategory, Definitions

_D = definition.c


def _columns() -> dict[str, Expression]:
    computed = {
        "Category": _D.Category,
        "category": words_of(_D.Category, _D.Category.info["codes"]),
        "isHidden": yes_no(_D.IsHidden),
    }
    return columns_of(Definition, definition, computed)


EVERY_ROW = Listing(
    name="Definition",
    columns=_columns,
    source=definition,
    filters={
        "DefNum": Filter(_D.DefNum),
        "Category": Filter(_D.Category, plain=True),
        "category": Filter(_D.Category, plain=True),
        "isHidden": Filter(_D.IsHidden),
    },
    order=(_D.Category, _D.ItemOrder, _D.DefNum),
)
_ITEM_VALUES: Mapping[DefinitionCategory, str] = MappingProxyType(
    {
        DefinitionCategory.ADJ_TYPES: r"\+|-|dp",
        DefinitionCategory.APPT_CONFIRMED: r".{0,7}",
        DefinitionCategory.BILLING_TYPES: r"|E|C|CE",
        DefinitionCategory.BLOCKOUT_TYPES: r"|NS|DC|NC|NS,DC|NS,NC|NS,DC,NC",
        DefinitionCategory.COMM_LOG_TYPES: r"|APPT|FIN|RECALL|MISC|TEXT",
        DefinitionCategory.DIAGNOSIS: r".{0,2}",
        DefinitionCategory.INSURANCE_PAYMENT_TYPE: r"|N",
        DefinitionCategory.PAY_SPLIT_UNEARNED_TYPE: r"|X",
        DefinitionCategory.RECALL_UNSCHED_STATUS: r".{0,7}",
        DefinitionCategory.TASK_PRIORITIES: r"|D|R",
        DefinitionCategory.TX_PRIORITIES: r".{0,7}",
    }
)
"""The valid ItemValues in categories that check them."""


@serves(Definitions.list)
def list_(work: Work, given: Given) -> Outcome:
    """The definitions of all categories or one, by number or name; hidden ones on request."""
    wanted = picked(given, "Category")
    if "category" in given:
        wanted["category"] = _number(given["category"])
    if not given.get("includeHidden"):
        wanted["isHidden"] = 0
    return work.page(EVERY_ROW, wanted)


@serves(Definitions.get)
def get(work: Work, given: Given) -> Outcome:
    """One definition, hidden or not."""
    return work.one(EVERY_ROW, "Definition", given)


@serves(Definitions.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one at the end of its category."""
    category, value = given["category"], given.get("ItemValue", "")
    if not given["ItemName"].strip():
        raise BadRequest("ItemName is required.")
    allowed = _ITEM_VALUES.get(category)
    if allowed is not None and not re.fullmatch(allowed, value):
        raise BadRequest(f"ItemValue is invalid for the category {category}.")
    number = _number(category)
    values = {"Category": number, "ItemName": given["ItemName"], "ItemValue": value}
    order = work.next_order(_D.ItemOrder, _D.Category == number)
    hidden = int(given.get("isHidden", False))
    values |= for_columns(definition, given, ("ItemColor", "Supp"))
    key = work.insert(definition, {**values, "ItemOrder": order, "IsHidden": hidden})
    log(work, "DefEdit", "Definition created.", key=key)
    signal(work, "Defs")
    return work.created(EVERY_ROW, f"/definitions?Category={number}", {"DefNum": key})


@serves(Definitions.update)
def update(work: Work, given: Given) -> Outcome:
    """Change its order, color or visibility. One in use by the office's set-up can't be hidden."""
    before = work.find(definition, given["DefNum"], "Definition")
    refuse_below(given, 0, "ItemOrder")
    if given.get("IsHidden") and not before.IsHidden:
        _refuse_hiding(work, before)
    work.update(
        definition, before.DefNum, for_columns(definition, given, ("ItemOrder", "ItemColor", "IsHidden"))
    )
    log(work, "DefEdit", "Definition changed.", key=before.DefNum)
    signal(work, "Defs")
    return work.one(EVERY_ROW, "Definition", {"DefNum": before.DefNum})


def _number(category: str) -> int:
    try:
        number: int = _D.Category.info["codes"].number(category)
    except ValueError:
        raise BadRequest("category is invalid.") from None
    return number


def _refuse_hiding(work: Work, before: Row) -> None:
    """BadRequest for the last one that can be chosen, and for one that a preference refers to."""
    others = sa.select(_D.DefNum).where(
        _D.Category == before.Category, _D.IsHidden == 0, _D.DefNum != before.DefNum
    )
    if work.connection.execute(others.limit(1)).first() is None:
        raise BadRequest("IsHidden is invalid: this is the last definition of its category.")
    used = sa.select(preference.c.PrefNum).where(
        preference.c.PrefName.in_(_CHOSEN), preference.c.ValueString == str(before.DefNum)
    )
    if work.connection.execute(used.limit(1)).first() is not None:
        raise BadRequest("IsHidden is invalid: the definition is in use by a preference.")


_CHOSEN = (
    "AppointmentTimeArrivedTrigger",
    "AppointmentTimeDismissedTrigger",
    "AppointmentTimeSeatedTrigger",
    "ApptEConfirmStatusAccepted",
    "ApptEConfirmStatusDeclined",
    "ApptEConfirmStatusSendFailed",
    "ApptEConfirmStatusSent",
    "BrokenAppointmentAdjustmentType",
    "PracticeDefaultBillType",
)
"""The preferences that hold a definition which the office's set-up chose."""
