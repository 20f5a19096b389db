"""What stands beside the ledger's table: the selected entry, what belongs to it, and what is still owed on it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from app.core.text import Text, msg
from app.domain.money.account import Posting
from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, total
from app.services.money.account.records import FamilyAccount
from app.viewmodels.staff.ledger.rows import Group, LedgerRow
from app.viewmodels.tables.column import date_text, money_text
from app.viewmodels.translation import tr, typed

KIND_WORDS: dict[Kind, Text] = {
    Kind.PROCEDURE: msg("Procedure"),
    Kind.ADJUSTMENT: msg("Adjustment"),
    Kind.PLAN_CHARGE: msg("Payment plan charge"),
    Kind.SPLIT: msg("Payment"),
    Kind.INSURANCE: msg("Insurance payment"),
    Kind.WRITE_OFF: msg("Insurance write-off"),
    Kind.PLAN_CREDIT: msg("Moved to a payment plan"),
}


class DetailPart(Struct, frozen=True):
    """One line of what belongs to the selected entry."""

    words: str
    amount: str
    key: Hashable = None
    """The row that a click selects; None: there is none."""
    tone: str = ""
    note: str = ""
    """A second line below: why a split is smaller than the fee."""


class LedgerDetails(Struct, frozen=True):
    """The selected entry in words."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    parts: tuple[DetailPart, ...] = ()
    sums: tuple[DetailPart, ...] = ()
    why: str = ""


class Entries:
    """Finds the rows and postings that belong together. Made once per account."""

    def __init__(self, value: FamilyAccount, rows: Iterable[LedgerRow]) -> None:
        account = value.account
        self.lines = {line.thing: line for line in value.lines}
        self.heads = account.heads()
        self.attached = account.attached()
        self.expected = account.expected()
        self.by_thing: dict[Thing, LedgerRow] = {thing: row for row in rows for thing in row.things}
        self.postings: Mapping[Thing, Posting] = {each.thing: each for each in account.postings}

    def owed(self, thing: Thing) -> Decimal:
        """What is still open of a procedure, adjustment or plan charge, after what is expected from insurance."""
        head = self.heads.get(thing)
        if head is None:
            return ZERO
        paid = total(each.amount for each in self.attached[thing])
        return max(head.amount + paid - self.expected.get(thing, ZERO), ZERO)


def details_of(row: LedgerRow, entries: Entries) -> LedgerDetails:
    """The details of a row."""
    title = " ".join(part for part in (row.code, typed(row.what)) if part)
    thing = row.things[0] if row.things else None
    line = entries.lines.get(thing) if thing is not None else None
    place = " ".join(filter(None, (line.tooth, line.surface))) if line is not None else ""
    facts = (
        (tr("Date"), date_text(row.day)),
        (tr("Member"), row.member),
        (tr("Tooth"), place),
        (tr("Amount"), money_text(row.amount)),
        (tr("Note"), line.note.strip() if line is not None else ""),
    )
    found = LedgerDetails(title, tuple(each for each in facts if each[1]))
    if row.group in (Group.PAYMENTS, Group.INSURANCE):
        return _payment(found, row, entries)
    if thing in entries.heads:
        return _charge(found, thing, entries)
    posting = entries.postings.get(thing) if thing is not None else None
    if posting is None or posting.on is None:
        return found
    target = _name(posting.on, entries)
    return LedgerDetails(
        found.title,
        found.facts,
        tr("Belongs to"),
        (DetailPart(target, "", _key(posting.on, entries)),),
    )


def _charge(found: LedgerDetails, thing: Thing, entries: Entries) -> LedgerDetails:
    head, attached = entries.heads[thing], entries.attached[thing]
    parts = [DetailPart(tr("Charge"), money_text(head.amount))]
    parts += [
        DetailPart(
            " · ".join((date_text(each.day), _name(each.thing, entries))),
            money_text(each.amount),
            _key(each.thing, entries),
            "good" if each.amount < 0 else "",  # words: a color
        )
        for each in sorted(attached, key=lambda each: (each.day, each.kind, each.num))
    ]
    expected, owed = entries.expected.get(thing, ZERO), entries.owed(thing)
    if expected:
        parts.append(DetailPart(tr("Insurance pending"), money_text(-expected), tone="second"))
    return LedgerDetails(
        found.title,
        found.facts,
        tr("Paid and adjusted") if attached else tr("Nothing paid or adjusted yet"),
        tuple(parts),
        (DetailPart(tr("Still owed"), money_text(owed), tone="money" if owed else "good"),),
    )


def _payment(found: LedgerDetails, row: LedgerRow, entries: Entries) -> LedgerDetails:
    splits = [entries.postings[thing] for thing in row.things if thing in entries.postings]
    return LedgerDetails(
        found.title,
        found.facts,
        tr("Where it went"),
        tuple(_split(each, entries) for each in splits),
    )


def _split(split: Posting, entries: Entries) -> DetailPart:
    amount = money_text(-split.amount)
    if split.kind is Kind.WRITE_OFF:
        amount = tr("{amount} written off", amount=amount)
    if split.unearned:
        return DetailPart(tr("Unearned: not allocated yet"), amount)
    if split.on is None or split.on not in entries.heads:
        return DetailPart(tr("Not attached to anything"), amount)
    return DetailPart(
        _name(split.on, entries), amount, _key(split.on, entries), note=why_smaller(split, entries)
    )


def why_smaller(split: Posting, entries: Entries) -> str:
    """Why a split is smaller than the charge that it pays; empty: it isn't."""
    if split.on is None or split.on not in entries.heads:
        return ""
    head = entries.heads[split.on]
    if -split.amount >= head.amount:
        return ""
    sums: dict[Kind, Decimal] = {}
    for each in entries.attached[split.on]:
        if each.thing != split.thing:
            sums[each.kind] = sums.get(each.kind, ZERO) - each.amount
    pending, owed = entries.expected.get(split.on, ZERO), entries.owed(split.on)
    named = (
        (value := sums.get(Kind.INSURANCE, ZERO), tr("{amount} insurance paid", amount=money_text(value))),
        (value := sums.get(Kind.WRITE_OFF, ZERO), tr("{amount} written off", amount=money_text(value))),
        (pending, tr("{amount} insurance pending", amount=money_text(pending))),
        (value := sums.get(Kind.ADJUSTMENT, ZERO), tr("{amount} adjusted", amount=money_text(value))),
        (value := sums.get(Kind.PLAN_CREDIT, ZERO), tr("{amount} on a plan", amount=money_text(value))),
        (value := sums.get(Kind.SPLIT, ZERO), tr("{amount} in other payments", amount=money_text(value))),
        (owed, tr("{amount} still owed", amount=money_text(owed))),
    )
    reasons = [words for value, words in named if value]
    return (
        tr("of {fee}: {reasons}", fee=money_text(head.amount), reasons=", ".join(reasons)) if reasons else ""
    )


def _name(thing: Thing, entries: Entries) -> str:
    row = entries.by_thing.get(thing)
    if row is None:
        return tr(KIND_WORDS[thing[0]])
    return " ".join(part for part in (row.code, typed(row.what)) if part)


def _key(thing: Thing, entries: Entries) -> Hashable:
    row = entries.by_thing.get(thing)
    return row.key if row is not None else None
