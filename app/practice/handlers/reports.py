"""Reports: aging and finance charges."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.practice.handlers.report_aging import Balance, balances, cents
from app.practice.refusals import BadRequest
from app.practice.routing import serves
from app.practice.schema import adjustment, definition, patient, provider
from app.practice.work import Given, Outcome, Row, Work
from app.wire.resources.reports import Reports

_P, _A = patient.c, adjustment.c
BILLING_TYPES = 4
_NAMES = (_P.PatNum, _P.LName, _P.FName, _P.MiddleI, _P.Preferred)


@serves(Reports.aging)
def aging(work: Work, given: Given) -> Outcome:
    """The families that owe something, that we owe something, or that insurance owes something."""
    found = balances(work, given.get("DateAsOf", work.today), given.get("ClinicNum"))
    people = {row.PatNum: row for row in work.connection.execute(sa.select(*_NAMES))}
    rows = [_family(each, people[each.guarantor]) for each in found if each.guarantor in people]
    return sorted(rows, key=lambda row: (row["patName"].casefold(), row["PatNum"]))


@serves(Reports.finance_charges)
def finance_charges(work: Work, given: Given) -> Outcome:
    """The adjustments of the office's type for finance charges, of some days, providers and billing types."""
    _check(work, given)
    wanted = (
        sa.select(*_NAMES, _A.AdjAmt)
        .join_from(adjustment, patient, _P.PatNum == _A.PatNum)
        .where(
            _A.AdjType == work.preference_number("FinanceChargeAdjustmentType"),
            _A.AdjType != 0,
            _A.AdjDate >= given.get("DateFrom", work.today),
            _A.AdjDate <= given.get("DateTo", work.today),
        )
        .order_by(_P.LName, _P.FName, _P.PatNum, _A.AdjNum)
    )
    if given.get("ProvNums"):
        wanted = wanted.where(_A.ProvNum.in_(given["ProvNums"]))
    if given.get("BillingTypes"):
        wanted = wanted.where(_P.BillingType.in_(given["BillingTypes"]))
    return [_charge(row) for row in work.connection.execute(wanted)]


def _check(work: Work, given: Given) -> None:
    for number in given.get("ProvNums", ()):
        work.find(provider, number, "Provider")
    for number in given.get("BillingTypes", ()):
        if work.find(definition, number, "Definition").Category != BILLING_TYPES:
            raise BadRequest("BillingTypes is invalid: definitions of category 4 are expected.")


def _family(balance: Balance, person: Row) -> dict[str, Any]:
    over_90, to_90, to_60, to_30 = balance.groups
    return {
        "PatNum": person.PatNum,
        "patName": _name(person),
        "Bal_0_30": to_30 / 100,
        "Bal_31_60": to_60 / 100,
        "Bal_61_90": to_90 / 100,
        "BalOver90": over_90 / 100,
        "BalTotal": balance.total / 100,
        "InsWoEst": balance.write_off / 100,
        "InsPayEst": balance.insurance / 100,
        "PatientPortion": balance.portion / 100,
    }


def _charge(row: Row) -> dict[str, Any]:
    return {
        "PatNum": row.PatNum,
        "PatName": _name(row),
        "Preferred": row.Preferred,
        "AdjAmt": cents(row.AdjAmt) / 100,
    }


def _name(person: Row) -> str:
    return f"{person.LName}, {person.FName} {person.MiddleI}"
