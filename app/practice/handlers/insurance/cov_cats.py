"""CovCats and CovSpans: insurance categories, and the codes in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.practice.handlers.office.sent import refuse_below, refuse_blank, refuse_zero
from app.practice.schema.catalog import covcat, covspan
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.cov_cats import CovCat, CovCats
from app.wire.resources.cov_spans import CovSpan, CovSpans

_C, _S = covcat.c, covspan.c
NO_PERCENTAGE, MOST = -1, 100
ROWS = Listing(
    name="CovCat",
    columns=lambda: columns_of(CovCat, covcat),
    source=covcat,
    filters={"CovCatNum": Filter(_C.CovCatNum)},
    order=(_C.CovOrder, _C.CovCatNum),
)
SPAN_ROWS = Listing(
    name="CovSpan",
    columns=lambda: columns_of(CovSpan, covspan),
    source=covspan,
    filters={"CovSpanNum": Filter(_S.CovSpanNum), "CovCatNum": Filter(_S.CovCatNum)},
    order=(_S.CovSpanNum,),
)


@serves(CovCats.get)
def get(work: Work, given: Given) -> Outcome:
    """One category."""
    return work.one(ROWS, "CovCat", given)


@serves(CovCats.list)
def list_(work: Work, given: Given) -> Outcome:
    """All categories, general ones first."""
    return work.page(ROWS, given)


@serves(CovCats.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a category as the most specific one."""
    values = {"DefaultPercent": NO_PERCENTAGE, **_columns(given), "CovOrder": work.next_order(_C.CovOrder)}
    key = work.insert(covcat, values)
    _tell(work, "Coverage category created.", key)
    return work.created(ROWS, f"/covcats/{key}", {"CovCatNum": key})


@serves(CovCats.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a category; every benefit that uses it is affected."""
    key = given["CovCatNum"]
    work.find(covcat, key, "CovCat")
    work.update(covcat, key, _columns(given))
    _tell(work, "Coverage category changed.", key)
    return work.one(ROWS, "CovCat", {"CovCatNum": key})


def _columns(given: Given) -> dict[str, Any]:
    refuse_blank(given, "Description")
    refuse_below(given, 0, "CovOrder")
    if not NO_PERCENTAGE <= given.get("DefaultPercent", 0) <= MOST:
        raise BadRequest("DefaultPercent is invalid: a whole number from -1 to 100 is expected.")
    return for_columns(covcat, given, [name for name in given if name != "CovCatNum"])


@serves(CovSpans.get)
def get_span(work: Work, given: Given) -> Outcome:
    """One span."""
    return work.one(SPAN_ROWS, "CovSpan", given)


@serves(CovSpans.list)
def list_spans(work: Work, given: Given) -> Outcome:
    """The spans of all categories or one."""
    return work.page(SPAN_ROWS, given)


@serves(CovSpans.create)
def create_span(work: Work, given: Given) -> Outcome:
    """Add a span of codes to a category."""
    refuse_zero(given, "CovCatNum")
    values = for_columns(covspan, given, given)
    _check_span(values)
    key = work.insert(covspan, values)
    _tell(work, "Coverage span created.", given["CovCatNum"])
    return work.created(SPAN_ROWS, f"/covspans/{key}", {"CovSpanNum": key})


@serves(CovSpans.update)
def update_span(work: Work, given: Given) -> Outcome:
    """Change the ends of a span."""
    row = work.find(covspan, given["CovSpanNum"], "CovSpan")
    values = for_columns(covspan, given, ("FromCode", "ToCode"))
    _check_span({"FromCode": row.FromCode, "ToCode": row.ToCode, **values})
    work.update(covspan, row.CovSpanNum, values)
    _tell(work, "Coverage span changed.", row.CovCatNum)
    return work.one(SPAN_ROWS, "CovSpan", {"CovSpanNum": row.CovSpanNum})


@serves(CovSpans.delete)
def delete_span(work: Work, given: Given) -> Outcome:
    """Delete a span."""
    row = work.find(covspan, given["CovSpanNum"], "CovSpan")
    work.connection.execute(sa.delete(covspan).where(_S.CovSpanNum == row.CovSpanNum))
    _tell(work, "Coverage span deleted.", row.CovCatNum)
    return None


def _check_span(values: Mapping[str, Any]) -> None:
    refuse_blank(values, "FromCode", "ToCode")
    if values["FromCode"].casefold() >= values["ToCode"].casefold():
        raise BadRequest("FromCode is invalid: it must come before ToCode in the alphabet.")


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "Setup", words, key=key)
    signal(work, "InsCats")
