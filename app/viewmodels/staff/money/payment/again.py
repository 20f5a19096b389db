"""A refused payment, entered again from its journal entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import cents
from app.domain.money.preview import Way
from app.journal.entries import Entry
from app.services.writes.money.allocation import CHARGES, PROCEDURES, TARGETS
from app.services.writes.steps import THEN
from app.viewmodels.staff.money.payment.draft import PaymentDraft, write_amount


def draft_of(entry: Entry, today: date) -> PaymentDraft:
    """What was entered. The mark and the initials are added to the note anew when it is posted."""
    given = entry.intent.arguments
    exact = _exact(entry)
    chosen = {(Kind.PROCEDURE, int(number)): "" for number in given.get("procNums", ())}
    return PaymentDraft(
        amount=write_amount(cents(given["PayAmt"])),
        pay_type=int(given.get("PayType") or 0),
        way=Way.PROCEDURES if exact else _way(given),
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


def _exact(entry: Entry) -> dict[Thing, str]:
    found: dict[Thing, str] = {}
    for step in entry.intent.context.get(THEN) or ():
        for name, kind in ((PROCEDURES, Kind.PROCEDURE), (CHARGES, Kind.PLAN_CHARGE)):
            for each in step["arguments"].get(name, ()):
                found[kind, int(each[TARGETS[name]])] = write_amount(cents(each["Amount"]))
    return found


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
