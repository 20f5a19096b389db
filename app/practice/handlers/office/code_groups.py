"""CodeGroups."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_blank
from app.practice.schema.catalog import codegroup
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.code_groups import CodeGroup, CodeGroups

_G = codegroup.c
_CODES = re.compile(r"|[^\s,-]+(-[^\s,-]+)?(,[^\s,-]+(-[^\s,-]+)?)*")
"""Codes and ranges of codes separated by commas: D0000-D0999,D2750."""
ROWS = Listing(
    name="CodeGroup",
    columns=lambda: columns_of(CodeGroup, codegroup),
    source=codegroup,
    filters={"CodeGroupNum": Filter(_G.CodeGroupNum)},
    order=(_G.ItemOrder, _G.CodeGroupNum),
)


@serves(CodeGroups.list)
def list_(work: Work, given: Given) -> Outcome:
    """All groups in order."""
    return work.page(ROWS, given)


@serves(CodeGroups.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a group at the end."""
    last = work.connection.execute(sa.select(sa.func.max(_G.ItemOrder))).scalar()
    values = {"ShowInFrequency": 1, **_columns(given), "ItemOrder": 0 if last is None else last + 1}
    key = work.insert(codegroup, values)
    _tell(work, "Code group created.", key)
    return work.created(ROWS, "/codegroups", {"CodeGroupNum": key})


@serves(CodeGroups.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a group; its codes are replaced."""
    key = given["CodeGroupNum"]
    work.find(codegroup, key, "CodeGroup")
    work.update(codegroup, key, _columns(given))
    _tell(work, "Code group changed.", key)
    return work.one(ROWS, "CodeGroup", {"CodeGroupNum": key})


def _columns(given: Given) -> dict[str, Any]:
    refuse_blank(given, "GroupName")
    values = for_columns(codegroup, given, [name for name in given if name != "CodeGroupNum"])
    if "ProcCodes" in values:
        values["ProcCodes"] = re.sub(r"\s", "", values["ProcCodes"])
        if not _CODES.fullmatch(values["ProcCodes"]):
            raise BadRequest("ProcCodes is invalid: procedure codes with commas between are expected.")
    if "IsHidden" in values:
        values["ShowInFrequency"] = int(not values["IsHidden"])
    return values


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "Setup", words, key=key)
    signal(work, "CodeGroups")
