"""Reports: aging and finance charges."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.domain.money.account import Account
from app.domain.money.cents import ZERO, cents, total
from app.practice.rules.ledger import by_age, read_accounts
from app.practice.schema.attached import adjustment
from app.practice.schema.office import definition, provider
from app.practice.schema.people import patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.reports import Reports

_P, _A = patient.c, adjustment.c
BILLING_TYPES = 4
_NAMES = (_P.PatNum, _P.LName, _P.FName, _P.MiddleI, _P.Preferred)


@serves(Reports.aging)
def aging(work: Work, given: Given) -> Outcome:
    """Families with a balance, a credit, or pending insurance."""
    accounts = read_accounts(work, given.get("DateAsOf", work.today))
    people = {row.PatNum: row for row in work.connection.execute(sa.select(*_NAMES))}
    rows = []
    for guarantor, account in accounts.items():
        counted = account.of_clinic(given["ClinicNum"]) if "ClinicNum" in given else account
        if guarantor in people and (row := _family(people[guarantor], counted)):
            rows.append(row)
    return sorted(rows, key=lambda row: (row["patName"].casefold(), row["PatNum"]))


@serves(Reports.finance_charges)
def finance_charges(work: Work, given: Given) -> Outcome:
    """Finance charge adjustments by days, providers and billing types."""
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


def _family(person: Row, account: Account) -> dict[str, Any] | None:
    """A guarantor's row, same figures as the account's aging; None when everything is zero."""
    aged = account.aged()
    amounts = {
        **by_age(aged),
        "BalTotal": aged.total,
        "InsWoEst": total(each.write_off for each in account.estimates),
        "InsPayEst": total(each.payment for each in account.estimates),
        "PatientPortion": account.portion,
    }
    if all(amount == ZERO for amount in amounts.values()):
        return None
    named = {"PatNum": person.PatNum, "patName": _name(person)}
    return {**named, **{name: float(amount) for name, amount in amounts.items()}}


def _charge(row: Row) -> dict[str, Any]:
    return {
        "PatNum": row.PatNum,
        "PatName": _name(row),
        "Preferred": row.Preferred,
        "AdjAmt": float(cents(row.AdjAmt)),
    }


def _name(person: Row) -> str:
    return f"{person.LName}, {person.FName} {person.MiddleI}"
