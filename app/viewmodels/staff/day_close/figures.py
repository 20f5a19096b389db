"""The day's totals as rows of text: this PC, Open Dental and the counted money side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from app.core.text import Text, Words, msg
from app.domain.money.cents import ZERO, total
from app.domain.money.day_close import DayFacts, InsuranceCheck, Origin
from app.domain.money.day_totals import Sum, by_clinic, by_person, by_type
from app.domain.money.pay_methods import Method
from app.services.money.closing.closed_days import Count

METHODS: Mapping[Method, Text] = {
    Method.CASH: msg("Cash"),
    Method.CHECK: msg("Checks"),
    Method.CARD: msg("Cards"),
    Method.OTHER: msg("Other"),
}
NOBODY_KNOWN = msg("Not known")


class MatchRow(Struct, frozen=True):
    """One way to pay. None: not counted, or nothing to count."""

    words: Text
    here: Decimal
    """Posted on this PC."""
    taken: Decimal
    """In Open Dental."""
    counted: Decimal | None
    """Without the starting cash."""
    expected: Decimal
    """What should have been counted."""

    @property
    def off(self) -> Decimal | None:
        """Counted less expected."""
        return None if self.counted is None else self.counted - self.expected


class Group(Struct, frozen=True):
    """Totals of one kind."""

    title: Text
    rows: tuple[tuple[Words, int, Decimal], ...]
    """Name, how many, how much."""


def match_rows(facts: DayFacts, count: Count) -> tuple[MatchRow, ...]:
    """This PC against Open Dental against the counted money, by how it was paid."""
    cash = None if count.cash is None else count.cash - count.starting
    counted = {Method.CASH: cash, Method.CHECK: count.checks, Method.CARD: count.cards}
    found = []
    for method, words in METHODS.items():
        payments = [each for each in facts.of_day if each.method is method]
        found.append(
            MatchRow(
                words,
                total(each.amount for each in payments if each.origin is Origin.HERE),
                total(each.amount for each in payments),
                counted.get(method),
                facts.expected(method, here_only=count.here_only),
            )
        )
    return tuple(found)


def groups(facts: DayFacts, clinics: Mapping[int, str]) -> tuple[Group, ...]:
    """The payments by type, clinic and person, and the insurance checks. Clinics only where there are some."""
    taken = facts.of_day
    found = [Group(msg("By type"), _named(by_type(taken), {}))]
    if clinics:
        found.append(Group(msg("By clinic"), _named(by_clinic(taken), clinics)))
    found.append(Group(msg("By person"), _named(by_person(taken), {})))
    if facts.checks:
        found.append(Group(msg("Insurance checks"), _of_carriers(facts.checks)))
    return tuple(each for each in found if each.rows)


def _named(sums: Iterable[Sum], names: Mapping[int, str]) -> tuple[tuple[Words, int, Decimal], ...]:
    rows: list[tuple[Words, int, Decimal]] = []
    for each in sums:
        name = names.get(each.key, "") if isinstance(each.key, int) else each.key
        rows.append((name or NOBODY_KNOWN, each.count, each.amount))
    return tuple(rows)


def _of_carriers(checks: Iterable[InsuranceCheck]) -> tuple[tuple[Words, int, Decimal], ...]:
    found: dict[str, tuple[int, Decimal]] = {}
    for each in checks:
        count, amount = found.get(each.carrier, (0, ZERO))
        found[each.carrier] = count + 1, amount + each.amount
    return tuple((carrier, count, amount) for carrier, (count, amount) in sorted(found.items()))
