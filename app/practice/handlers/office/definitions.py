"""Definitions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import sqlalchemy as sa

from app.practice.schema.office import definition
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, words_of, yes_no
from app.practice.server.work import Given, Outcome, Work
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
    """The definitions of all categories or one; hidden ones on request."""
    wanted = {"Category": given["Category"]} if "Category" in given else {}
    if not given.get("includeHidden"):
        wanted["isHidden"] = 0
    return work.page(EVERY_ROW, wanted)


@serves(Definitions.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one at the end of its category."""
    category, value = given["category"], given.get("ItemValue", "")
    if not given["ItemName"].strip():
        raise BadRequest("ItemName is required.")
    allowed = _ITEM_VALUES.get(category)
    if allowed is not None and not re.fullmatch(allowed, value):
        raise BadRequest(f"ItemValue is invalid for the category {category}.")
    number = _D.Category.info["codes"].number(category)
    last = work.connection.execute(sa.select(sa.func.max(_D.ItemOrder)).where(_D.Category == number)).scalar()
    values = {"Category": number, "ItemName": given["ItemName"], "ItemValue": value}
    order = 0 if last is None else last + 1
    hidden = int(given.get("isHidden", False))
    key = work.insert(definition, {**values, "ItemOrder": order, "IsHidden": hidden})
    log(work, "DefEdit", "Definition created.", key=key)
    signal(work, "Defs")
    return work.created(EVERY_ROW, f"/definitions?Category={number}", {"DefNum": key})
