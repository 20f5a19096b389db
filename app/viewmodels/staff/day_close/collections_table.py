"""The columns of the call list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

from app.core.text import At, Dollars, Shape, Words, msg
from app.domain.money.promises import Promise, Standing
from app.services.money.collections.collections import Owing
from app.viewmodels.tables.column import Column, Kind

EMPTY = msg("No family owes this much. Change the filters above.")


def promise_words(promise: Promise, standing: Standing | None) -> Words:
    """A promise, and how it stands."""
    amount, day = Dollars(promise.amount), At(datetime.combine(promise.by, time()), Shape.DATE)
    if standing is Standing.BROKEN:
        return msg("Broken: {amount} by {day}", amount=amount, day=day)
    if standing is Standing.KEPT:
        return msg("Kept: {amount} by {day}", amount=amount, day=day)
    return msg("{amount} by {day}", amount=amount, day=day)


def _money(column: str, title: Words, value: Callable[[Owing], Decimal]) -> Column:
    """A column of amounts that is hidden until a user shows it."""
    return Column(id=column, title=title, value=value, kind=Kind.MONEY, width=10, hidden=True)


def _promised(row: Owing) -> Words:
    return promise_words(row.promise, row.standing) if row.promise is not None else ""


def _by(row: Owing) -> date | None:
    return row.promise.by if row.promise is not None else None


def _tone(row: Owing) -> str:
    tones = {Standing.BROKEN: "alert", Standing.DUE: "money", Standing.KEPT: "good"}
    return tones.get(row.standing, "") if row.standing is not None else ""


COLUMNS = (
    Column(id="name", title=msg("Guarantor"), value=lambda row: row.name, width=18, share=1, optional=False),
    Column(
        id="over90", title=msg("Over 90"), value=lambda row: row.aging.BalOver90, kind=Kind.MONEY, width=9
    ),
    Column(
        id="balance", title=msg("Balance"), value=lambda row: row.aging.BalTotal, kind=Kind.MONEY, width=9
    ),
    Column(
        id="promised",
        title=msg("Promised"),
        value=_promised,
        kind=Kind.STATUS,
        sort=_by,
        tone=_tone,
        width=18,
        share=2,
    ),
    Column(
        id="contact", title=msg("Last contact"), value=lambda row: row.last_contact, kind=Kind.DATE, width=12
    ),
    Column(id="phone", title=msg("Phone"), value=lambda row: row.phone, width=14),
    Column(
        id="paid",
        title=msg("Last payment"),
        value=lambda row: row.last_paid,
        kind=Kind.DATE,
        width=12,
        hidden=True,
    ),
    _money("61", msg("61–90"), lambda row: row.aging.Bal_61_90),
    _money("31", msg("31–60"), lambda row: row.aging.Bal_31_60),
    _money("0", msg("0–30"), lambda row: row.aging.Bal_0_30),
    _money("insurance", msg("Ins est"), lambda row: row.aging.InsPayEst + row.aging.InsWoEst),
    _money("portion", msg("Patient portion"), lambda row: row.aging.PatientPortion),
)
