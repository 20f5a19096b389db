"""CodeGroups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_below, refuse_blank
from app.practice.rules.procedures import code_row
from app.practice.schema.benefits import benefit
from app.practice.schema.catalog import codegroup
from app.practice.server.access import is_newer
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.code_groups import CodeGroup, CodeGroups

_G = codegroup.c
_CODES = re.compile(r"|[^\s,-]+(-[^\s,-]+)?(,[^\s,-]+(-[^\s,-]+)?)*")
"""Codes and ranges of codes separated by commas: D0000-D0999,D2750."""
_SHOWN_BY_GRID_SINCE = "25.3.10"
_GRIDS = ("ShowInAgeLimit", "ShowInFrequency", "ShowInOther")
ROWS = Listing(
    name="CodeGroup",
    columns=lambda: columns_of(CodeGroup, codegroup),
    source=codegroup,
    filters={
        "CodeGroupNum": Filter(_G.CodeGroupNum),
        "IsHidden": Filter(_G.IsHidden),
        "ShowInAgeLimit": Filter(_G.ShowInAgeLimit),
        "ShowInFrequency": Filter(_G.ShowInFrequency),
        "ShowInOther": Filter(_G.ShowInOther),
        "ShowInHistory": Filter(_G.ShowInHistory),
    },
    order=(_G.ItemOrder, _G.CodeGroupNum),
)


@serves(CodeGroups.get)
def get(work: Work, given: Given) -> Outcome:
    """One group."""
    return work.one(ROWS, "CodeGroup", given)


@serves(CodeGroups.list)
def list_(work: Work, given: Given) -> Outcome:
    """The groups that match all filters, in order."""
    return work.page(ROWS, given)


@serves(CodeGroups.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a group at the end."""
    values = {**_columns(work, given, {}), "ItemOrder": work.next_order(_G.ItemOrder)}
    key = work.insert(codegroup, values)
    _tell(work, "Code group created.", key)
    return work.created(ROWS, "/codegroups", {"CodeGroupNum": key})


@serves(CodeGroups.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a group; its codes are replaced."""
    key = given["CodeGroupNum"]
    before = work.find(codegroup, key, "CodeGroup")
    work.update(codegroup, key, _columns(work, given, before._asdict()))
    _tell(work, "Code group changed.", key)
    return work.one(ROWS, "CodeGroup", {"CodeGroupNum": key})


@serves(CodeGroups.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a group that no benefit refers to."""
    key = work.find(codegroup, given["CodeGroupNum"], "CodeGroup").CodeGroupNum
    used = sa.select(benefit.c.BenefitNum).where(benefit.c.CodeGroupNum == key).limit(1)
    if work.connection.execute(used).first() is not None:
        raise BadRequest("CodeGroup cannot be deleted. It is in use by a benefit.")
    work.connection.execute(sa.delete(codegroup).where(_G.CodeGroupNum == key))
    _tell(work, "Code group deleted.", key)
    return None


def _columns(work: Work, given: Given, before: Mapping[str, Any]) -> dict[str, Any]:
    """A request's fields as stored. `before` has the group's columns, none for a new one."""
    refuse_blank(given, "GroupName")
    refuse_below(given, 0, "ItemOrder")
    if given.get("HistProcCode") and code_row(work, given["HistProcCode"]) is None:
        raise NotFound("HistProcCode not found.")
    values = for_columns(codegroup, given, [name for name in given if name != "CodeGroupNum"])
    if "ProcCodes" in values:
        values["ProcCodes"] = re.sub(r"\s", "", values["ProcCodes"])
        if not _CODES.fullmatch(values["ProcCodes"]):
            raise BadRequest("ProcCodes is invalid: procedure codes with commas between are expected.")
    after = {**before, **values}
    if is_newer(_SHOWN_BY_GRID_SINCE, work.office.version):
        values["ShowInFrequency"] = int(not after.get("IsHidden"))
    elif after.get("IsHidden") and any(after.get(name) for name in _GRIDS):
        raise BadRequest(
            "IsHidden cannot be true if ShowInAgeLimit, ShowInFrequency, or ShowInOther are true."
        )
    return values


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "Setup", words, key=key)
    signal(work, "CodeGroups")
