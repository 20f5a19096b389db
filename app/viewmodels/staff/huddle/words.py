"""What is known of an appointment, in words. A fact that was not read is called unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from app.core.text import At, Dollars, Shape, Text, Words, join, many, msg
from app.domain.huddle.readiness import (
    BENEFITS_DAYS,
    ELIGIBILITY_DAYS,
    Coverage,
    Item,
    Readiness,
    Standing,
    days_since,
)

UNKNOWN = msg("Unknown")
NEVER = msg("Never verified")
ITEM_NAMES: Mapping[Item, Text] = {
    Item.CONFIRM: msg("Confirmation"),
    Item.ALERT: msg("Alerts"),
    Item.BALANCE: msg("Balance"),
    Item.INSURANCE: msg("Insurance"),
    Item.RECALL: msg("Recall"),
    Item.FORMS: msg("Forms"),
    Item.PHONE: msg("Phone"),
    Item.LAB: msg("Lab"),
    Item.REFERRAL: msg("Referrals"),
}


def item_words(row: Readiness, item: Item) -> Words:
    """An item as a column shows it; empty: there is nothing to say."""
    if row.standing(item) is Standing.UNKNOWN and not (item is Item.INSURANCE and row.facts.coverage):
        return UNKNOWN
    return _WORDS[item](row)


def to_do_words(row: Readiness, item: Item) -> Words:
    """An item that has to be looked at, as a sentence of its own: for the huddle's page."""
    words = item_words(row, item)
    if item in (Item.ALERT, Item.FORMS, Item.LAB, Item.CONFIRM, Item.REFERRAL):
        return words
    return msg("{item}: {words}", item=ITEM_NAMES[item], words=words)


def missing_words(row: Readiness) -> Words:
    """What the patient still has to give: a phone number and forms; empty: nothing is missing."""
    parts: list[Words] = []
    if row.standing(Item.PHONE) is not Standing.FINE:
        unknown = msg("phone unknown")
        parts.append(_phone(row) if row.facts.phones is not None else unknown)
    if row.facts.forms is None:
        parts.append(msg("forms unknown"))
    elif row.standing(Item.FORMS) is Standing.LOOK:
        parts.append(_forms(row))
    return join(parts, ", ")


def _confirm(row: Readiness) -> Words:
    return row.visit.status_name or msg("Not confirmed")


def _alert(row: Readiness) -> Words:
    return join(row.facts.alerts or (), "; ")


def _balance(row: Readiness) -> Words:
    portion = row.facts.portion
    return Dollars(portion) if portion is not None else UNKNOWN


def _insurance(row: Readiness) -> Words:
    if not row.facts.coverage:
        return msg("None", "no insurance")
    return _verified(row.facts.coverage[0], row.visit.start.date())


def _verified(coverage: Coverage, day: date) -> Words:
    if not coverage.dates_known:
        return msg("{carrier}, verification unknown", carrier=coverage.carrier)
    if coverage.eligibility is None:
        return NEVER if coverage.benefits is None else msg("Eligibility never verified")
    since = days_since(coverage.eligibility, day)
    if since <= ELIGIBILITY_DAYS:
        if coverage.benefits is None:
            return msg("Benefits never verified")
        if (benefits := days_since(coverage.benefits, day)) > BENEFITS_DAYS:
            return msg("Benefits verified {n} days ago", n=benefits)
    return many("Verified {n} days ago", "Verified 1 day ago", since) if since else msg("Verified today")


def _recall(row: Readiness) -> Words:
    if not row.facts.recalls:
        return ""
    due = row.facts.recalls[0]
    return join([due.kinds, At(datetime.combine(due.due, time()), Shape.DATE)], ", ")


def _forms(row: Readiness) -> Words:
    forms = row.facts.forms
    if forms is None:
        return UNKNOWN
    if forms.unsigned:
        return many("{n} forms not signed", "1 form not signed", forms.unsigned)
    return msg("New patient, no forms") if row.standing(Item.FORMS) is Standing.LOOK else ""


def _phone(row: Readiness) -> Words:
    phones = row.facts.phones
    if not phones:
        return msg("No phone number")
    person = row.visit.person
    return (person.phone if person is not None else "") or phones[0]


def _lab(row: Readiness) -> Words:
    lab = row.lab
    if lab is None or not lab.all:
        return ""
    if not lab.away:
        return msg("Lab work is back")
    if lab.due is None:
        return msg("Not back from the lab")
    return msg("Not back, due {day}", day=At(datetime.combine(lab.due, time()), Shape.MONTH_DAY))


def _referral(row: Readiness) -> Words:
    count = row.facts.referrals or 0
    return many("{n} open referrals", "1 open referral", count) if count else ""


_WORDS: Mapping[Item, Callable[[Readiness], Words]] = {
    Item.CONFIRM: _confirm,
    Item.ALERT: _alert,
    Item.BALANCE: _balance,
    Item.INSURANCE: _insurance,
    Item.RECALL: _recall,
    Item.FORMS: _forms,
    Item.PHONE: _phone,
    Item.LAB: _lab,
    Item.REFERRAL: _referral,
}
