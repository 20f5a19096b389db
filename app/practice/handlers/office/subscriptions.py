"""Subscriptions to events. Each belongs to the customer key that created it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa

from app.practice.schema.documents import apisubscription
from app.practice.server.access import is_newer
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.subscriptions import Subscription, Subscriptions, WatchedTable

_S = apisubscription.c
_CHANGED = ("EndPointUrl", "Workstation", "PollingSeconds", "DateTimeStart", "DateTimeStop", "Note")

ROWS = Listing(
    name="Subscription",
    columns=lambda: columns_of(
        Subscription, apisubscription, {"SubscriptionNum": apisubscription.c.ApiSubscriptionNum}
    ),
    source=apisubscription,
    filters={"CustomerKey": Filter(_S.CustomerKey), "SubscriptionNum": Filter(_S.ApiSubscriptionNum)},
    order=(_S.ApiSubscriptionNum,),
)


@serves(Subscriptions.list)
def list_(work: Work, given: Given) -> Outcome:
    """The subscriptions of the requesting key."""
    return work.page(ROWS, {**given, "CustomerKey": work.office.customer_key})


@serves(Subscriptions.create)
def create(work: Work, given: Given) -> Outcome:
    """Subscribe to a table or UI event; starts now by default."""
    table = given.get("WatchTable")
    if (table is None) == ("UiEventType" not in given):
        raise BadRequest("WatchTable or UiEventType is required, and not both.")
    if table is not None:
        _check_version(work, table)
    _check(given, polled=table is not None)
    if table is not None and "PollingSeconds" not in given:
        raise BadRequest("PollingSeconds is required with WatchTable.")
    values = for_columns(apisubscription, given, (*_CHANGED, "WatchTable", "UiEventType"))
    owned = {"CustomerKey": work.office.customer_key, "DateTimeStart": work.now, **values}
    key = work.insert(apisubscription, owned)
    _written(work, "Subscription added.", key)
    return work.created(ROWS, "/subscriptions", {"SubscriptionNum": key})


@serves(Subscriptions.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the address, interval and end; what is watched stays."""
    before = _own(work, given)
    _check(given, polled=bool(before.WatchTable))
    work.update(apisubscription, before.ApiSubscriptionNum, for_columns(apisubscription, given, _CHANGED))
    _written(work, "Subscription changed.", before.ApiSubscriptionNum)
    return None


@serves(Subscriptions.delete)
def delete(work: Work, given: Given) -> Outcome:
    """End one."""
    before = _own(work, given)
    work.connection.execute(
        sa.delete(apisubscription).where(_S.ApiSubscriptionNum == before.ApiSubscriptionNum)
    )
    _written(work, "Subscription deleted.", before.ApiSubscriptionNum)
    return None


def _own(work: Work, given: Given) -> Row:
    """The subscription; another key's counts as missing."""
    row = work.find(apisubscription, given["SubscriptionNum"], "Subscription")
    if row.CustomerKey != work.office.customer_key:
        raise NotFound("Subscription not found.")
    return row


def _check(given: Mapping[str, Any], *, polled: bool) -> None:
    """BadRequest for an invalid field."""
    if "EndPointUrl" in given and not _is_address(given["EndPointUrl"]):
        raise BadRequest("EndPointUrl is invalid: an address with http:// or https:// is expected.")
    if "PollingSeconds" not in given:
        return
    if not polled:
        raise BadRequest("PollingSeconds is invalid: only a WatchTable is polled.")
    if given["PollingSeconds"] < 1:
        raise BadRequest("PollingSeconds is invalid: at least 1 is expected.")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def _check_version(work: Work, table: WatchedTable) -> None:
    since, office = table.since, work.office.version
    if since is None:
        raise BadRequest(f"WatchTable is invalid: no version of Open Dental tells of {table} yet.")
    if is_newer(since, office):
        raise BadRequest(f"WatchTable {table} needs Open Dental {since} or later; this office has {office}.")


def _written(work: Work, words: str, key: int) -> None:
    log(work, "ApiSubscription", words, key=key)
    signal(work, "ApiSubscriptions")
