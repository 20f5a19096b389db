"""AccountModules: what a family owes, and its aging."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.money.service_date_rows import ServiceDateRows
from app.practice.rules.ledger import by_age, family_of, read_account
from app.practice.schema.enums.base import PAT_STATUS
from app.practice.schema.people import patient
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.account_modules import AccountModules

_DELETED = PAT_STATUS.number("Deleted")
_ENTIRE_FAMILY = "Entire Family"


@serves(AccountModules.aging)
def aging(work: Work, given: Given) -> Outcome:
    """The aging grid of a patient's family."""
    family = _family(work, given["PatNum"])
    account = read_account(work, family)
    aged = account.aged()
    amounts = {
        **by_age(aged),
        "Total": aged.total,
        "InsEst": account.pending,
        "EstBal": account.portion,
        "PatEstBal": account.of(given["PatNum"]).portion,
        "Unearned": account.unearned,
    }
    return {name: float(amount) for name, amount in amounts.items()}


@serves(AccountModules.patient_balances)
def patient_balances(work: Work, given: Given) -> Outcome:
    """What each family member owes, then the family total under the guarantor."""
    family = family_of(work, given["PatNum"])
    account = read_account(work, family)
    wanted = sa.select(patient).where(patient.c.PatNum.in_(family))
    rows = {row.PatNum: row for row in work.connection.execute(wanted)}
    found = []
    for pat_num in sorted(family):
        row, owed = rows[pat_num], account.of(pat_num).portion
        if owed or row.PatStatus != _DELETED:
            found.append({"PatNum": pat_num, "Name": f"{row.LName}, {row.FName}", "Balance": float(owed)})
    guarantor = rows[given["PatNum"]].Guarantor
    found.append({"PatNum": guarantor, "Name": _ENTIRE_FAMILY, "Balance": float(account.portion)})
    return found


@serves(AccountModules.service_date_view)
def service_date_view(work: Work, given: Given) -> Outcome:
    """All charges and credits by date of service, for the patient or the whole family."""
    family = _family(work, given["PatNum"])
    shown = family if given.get("isFamily") else [given["PatNum"]]
    account = read_account(work, family)
    if not given.get("isFamily"):
        account = account.of(given["PatNum"])
    return ServiceDateRows(work, account, shown).all()


def _family(work: Work, pat_num: int) -> list[int]:
    """The patient's family. BadRequest for a deleted patient, NotFound for an unknown one."""
    family = family_of(work, pat_num)
    refuse_deleted_patient(work, pat_num, "The patient is deleted.")
    return family
