"""A refused payment, entered again from its journal entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.money.cents import cents
from app.domain.money.preview import Way
from app.journal.entries import Entry
from app.services.writes.money.allocation import PROCEDURES
from app.services.writes.steps import THEN
from app.viewmodels.staff.money.payment.draft import PaymentDraft, write_amount


def draft_of(entry: Entry, today: date) -> PaymentDraft:
    """What was entered. The mark and the initials are added to the note anew when it is posted."""
    given = entry.intent.arguments
    exact = _exact(entry)
    chosen = dict.fromkeys(given.get("procNums", ()), "")
    return PaymentDraft(
        amount=write_amount(cents(given["PayAmt"])),
        pay_type=int(given.get("PayType") or 0),
        way=_way(given),
        plan=int(given.get("payPlanNum") or 0),
        exact=exact or chosen,
        check=given.get("CheckNum", ""),
        bank=given.get("BankBranch", ""),
        note=_note(entry),
        day=_day(entry, today),
    )


def _way(given: dict[str, Any]) -> Way:
    flags = {
        Way.PREPAYMENT: given.get("isPrepayment"),
        Way.PROCEDURES: given.get("procNums"),
        Way.PLAN: given.get("payPlanNum"),
        Way.PATIENT: given.get("isPatientPreferred"),
    }
    return next((way for way, flag in flags.items() if flag and flag != "false"), Way.FAMILY)


def _exact(entry: Entry) -> dict[int, str]:
    steps = entry.intent.context.get(THEN) or ()
    pairs = [each for step in steps for each in step["arguments"].get(PROCEDURES, ())]
    return {int(each["ProcNum"]): write_amount(cents(each["Amount"])) for each in pairs}


def _day(entry: Entry, today: date) -> str:
    """The day when the money was taken; empty: today."""
    day = date.fromisoformat(str(entry.intent.arguments["PayDate"])[:10])
    return f"{day.month}/{day.day}/{day.year}" if day != today else ""


def _note(entry: Entry) -> str:
    note = str(entry.intent.arguments.get("PayNote", "")).removesuffix(entry.intent.mark).strip()
    initials = f" {entry.initials}"
    if entry.initials and f" {note}".endswith(initials):
        note = note[: -len(entry.initials)].strip()
    return note
