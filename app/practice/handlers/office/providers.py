"""Providers."""

from __future__ import annotations

import operator
import re

import sqlalchemy as sa

from app.practice.schema.office import provider, providercliniclink
from app.practice.schema.procedures import feesched
from app.practice.server.audit import log, signal
from app.practice.server.listings import NOW, Filter, Listing, columns_of
from app.practice.server.periods import picked
from app.practice.server.references import first_definition
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import color_words, for_columns, quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.providers import Provider, Providers

_P, _L = provider.c, providercliniclink.c
SPECIALTIES = 35


def _serves_clinic(column: sa.Column[int], clinic_num: sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    """Not restricted to clinics, or assigned to this one."""
    linked = sa.select(_L.ProvNum).where(_L.ProvNum == column)
    return sa.or_(~linked.exists(), linked.where(_L.ClinicNum == clinic_num).exists())


def _rows(name: str, server_time: sa.ColumnElement[str]) -> Listing:
    return Listing(
        name=name,
        columns=lambda: columns_of(
            Provider, provider, {"provColor": color_words(_P.ProvColor), "serverDateTime": server_time}
        ),
        source=provider,
        filters={
            "ProvNum": Filter(_P.ProvNum),
            "DateTStamp": Filter(_P.DateTStamp, operator.gt),
            "ClinicNum": Filter(_P.ProvNum, _serves_clinic),
            "IsHidden": Filter(_P.IsHidden),
        },
        order=(_P.ItemOrder, _P.ProvNum),
    )


ROWS = _rows("Provider", NOW)
TIMELESS_ROWS = _rows("TimelessProvider", quoted(""))
"""The answers with an empty serverDateTime: POST, PUT, and GET by clinic."""


@serves(Providers.get)
def get(work: Work, given: Given) -> Outcome:
    """One provider."""
    return work.one(ROWS, "Provider", given)


@serves(Providers.list)
def list_(work: Work, given: Given) -> Outcome:
    """All providers; those changed after a time; or the visible ones of a clinic."""
    if "ClinicNum" in given:
        return work.page(TIMELESS_ROWS, {"ClinicNum": given["ClinicNum"], "IsHidden": 0})
    return work.page(ROWS, picked(given, "DateTStamp"))


@serves(Providers.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a provider, billing entity or placeholder."""
    _check_names(given)
    if given.get("IsNotPerson") and (given.get("FName") or given.get("MI")):
        raise BadRequest("FName and MI cannot be sent when IsNotPerson is true.")
    first_fees = (
        sa.select(feesched.c.FeeSchedNum).order_by(feesched.c.ItemOrder, feesched.c.FeeSchedNum).limit(1)
    )
    values = {
        "FeeSched": work.connection.execute(first_fees).scalar() or 0,
        "Specialty": first_definition(work, SPECIALTIES),
        "UsingTIN": True,
        **given,
    }
    order = work.next_order(_P.ItemOrder, first=1)
    key = work.insert(provider, {**for_columns(provider, values, values), "ItemOrder": order})
    log(work, "ProviderAdd", "Provider created.", key=key)
    signal(work, "Providers")
    return work.created(TIMELESS_ROWS, f"/providers/{key}", {"ProvNum": key})


@serves(Providers.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a provider."""
    key = given["ProvNum"]
    work.find(provider, key, "Provider")
    _check_names(given)
    sent = {name: value for name, value in given.items() if name not in ("ProvNum", "NationalProvId")}
    if "NationalProvId" in given:
        sent["NationalProvID"] = given["NationalProvId"]
    work.update(provider, key, for_columns(provider, sent, sent))
    log(work, "ProviderEdit", "Provider changed.", key=key)
    signal(work, "Providers")
    return work.one(TIMELESS_ROWS, "Provider", {"ProvNum": key})


def _check_names(given: Given) -> None:
    if "Abbr" in given and not given["Abbr"].strip():
        raise BadRequest("Abbr may not be blank.")
    if given.get("SSN") and not re.fullmatch(r"\d{9}", given["SSN"]):
        raise BadRequest("SSN is invalid: nine digits without dashes are expected.")
