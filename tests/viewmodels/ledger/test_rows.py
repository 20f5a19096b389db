"""The ledger's rows, figures and details, from a made-up account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from app.domain.money.allocation import Kind
from app.domain.schedule.visit import Person
from app.viewmodels.staff.ledger.details import Entries, details_of
from app.viewmodels.staff.ledger.entries import ledger_rows
from app.viewmodels.staff.ledger.figures import ledger_figures
from app.viewmodels.staff.ledger.filters import LedgerFilter, Span
from app.viewmodels.staff.ledger.members import member_chips, short_names
from app.viewmodels.staff.ledger.rows import COLUMNS, Group, LedgerRow
from app.viewmodels.translation import typed
from tests.viewmodels.ledger.made_up import ANA, BEN, CROWN, TODAY, family


def shown(rows: list[LedgerRow]) -> list[tuple[str, Decimal, Decimal | None]]:
    """Description, amount and balance of each row."""
    return [(typed(row.what), row.amount, row.balance) for row in rows]


def test_a_payment_is_one_row_and_the_balance_runs_over_the_rows() -> None:
    """Splits of a payment, and what insurance did for a claim on a day, are one row each; the sums stay."""
    value = family()
    rows = ledger_rows(value, None)
    amounts = [row.amount for row in rows]
    assert [row.balance for row in rows] == [sum(amounts[: at + 1]) for at in range(len(amounts))]
    assert rows[-1].balance == value.figures.Total
    assert (
        "Insurance payment 400.00, write-off 150.00",
        Decimal("-550.00"),
        Decimal("450.00"),
    ) in shown(rows)
    payment = next(row for row in rows if row.pay_num == 7)
    assert (typed(payment.what), payment.amount, payment.member) == (
        "Check 123 (split)",
        Decimal("-180.00"),
        "",
    )


def test_one_patients_rows_have_a_balance_of_their_own() -> None:
    """Of a payment that also paid for a relative, the patient's ledger shows the part of the patient."""
    value = family()
    rows = ledger_rows(value, BEN)
    assert shown(rows) == [
        ("Cleaning", Decimal("100.00"), Decimal("100.00")),
        ("Check 123", Decimal("-60.00"), Decimal("40.00")),
    ]
    assert len({row.key for row in ledger_rows(value, None)}) == len(ledger_rows(value, None))
    partial = replace(value, complete=False)
    assert {row.balance for row in ledger_rows(partial, BEN)} == {None}


def test_a_charge_stands_left_of_a_credit_with_a_minus() -> None:
    """Charges are positive in their column, credits negative and green in theirs."""
    columns = {column.id: column for column in COLUMNS}
    crown, insurance = ledger_rows(family(), ANA)[:2]
    assert (columns["charge"].text(crown), columns["credit"].text(crown)) == ("1,000.00", "")
    assert (columns["charge"].text(insurance), columns["credit"].text(insurance)) == ("", "−550.00")
    tone = columns["credit"].tone
    assert tone is not None
    assert tone(insurance) == "good"


def test_filters_leave_what_they_name_and_never_hide_what_is_not_saved_yet() -> None:
    """By kind, open charges only, and how far back; a payment that waits is shown with every filter."""
    rows = ledger_rows(family(), None)
    waiting = replace(rows[0], key="unsent", balance=None, owed=Decimal(0), day=date(2020, 1, 1))

    def left(chosen: LedgerFilter) -> list[LedgerRow]:
        rule = chosen.rule(TODAY)
        return [row for row in (*rows, waiting) if rule is None or rule(row)]

    assert left(LedgerFilter()) == [*rows, waiting]
    assert {row.group for row in left(LedgerFilter(group=Group.PAYMENTS))[:-1]} == {Group.PAYMENTS}
    assert [row.code for row in left(LedgerFilter(open_only=True))[:-1]] == ["D2740", "D1110"]
    months = left(LedgerFilter(span=Span.MONTHS_3))
    assert {row.day >= date(2026, 8, 23) for row in months[:-1]} == {True}
    assert LedgerFilter(span=Span.MONTHS_12).first_day(date(2024, 2, 29)) == date(2023, 2, 28)
    assert months[-1] is waiting


def test_the_large_number_is_what_is_owed_after_insurance() -> None:
    """The patient's, or the family's, with insurance pending; a credit is called one; the nine have their names."""
    value = family()
    own, whole = ledger_figures(value, ANA), ledger_figures(value, None)
    assert (own.amount, own.pending) == ("175.00", "80.00 insurance pending")
    assert whole.amount == "215.00"
    assert [each.label for each in own.nine] == [
        "0-30", "31-60", "61-90", "over 90", "Total", "Ins Est", "Est Bal", "Pat Est Bal", "Unearned",
    ]  # fmt: skip
    assert [each.value for each in own.nine][4:] == ["295.00", "80.00", "215.00", "175.00", "25.00"]
    credit = replace(value, figures=replace(value.figures, EstBal=Decimal("-5.00")))
    assert ledger_figures(credit, None).owes == "Family's credit"


def test_members_are_called_by_what_tells_them_apart() -> None:
    """By first or preferred name, in full where two have the same; the family comes last; nobody is chosen twice."""
    value = family()
    chips = member_chips(value, BEN)
    assert [(chip.name, chip.balance, chip.chosen) for chip in chips] == [
        ("Ana", "175.00", False),
        ("Ben", "40.00", True),
        ("Family", "215.00", False),
    ]
    twins = tuple(replace(each, person=Person(each.pat_num, "Sample", "Bo")) for each in value.members)
    assert set(short_names(replace(value, members=twins)).values()) == {"Sample, Bo"}
    assert member_chips(replace(value, members=value.members[:1]), ANA) == ()


def test_a_payment_says_where_it_went_and_why_a_split_is_smaller_than_the_fee() -> None:
    """Each split leads to its procedure, and names what else covers the fee and what is still owed."""
    value = family()
    rows = ledger_rows(value, None)
    entries = Entries(value, rows)
    payment = details_of(next(row for row in rows if row.pay_num == 7), entries)
    first = payment.parts[0]
    assert (first.words, first.amount) == ("D2740 Crown", "120.00")
    assert first.key == next(row.key for row in rows if row.code == "D2740")
    assert first.note == (
        "of 1,000.00: 400.00 insurance paid, 150.00 written off, 80.00 insurance pending, 50.00 adjusted,"
        " 200.00 still owed"
    )
    prepaid = details_of(next(row for row in rows if row.pay_num == 8), entries)
    assert (prepaid.parts[0].words, prepaid.parts[0].key) == ("Unearned: not allocated yet", None)


def test_a_procedure_says_what_was_paid_and_what_is_still_owed() -> None:
    """Its splits, adjustments and insurance add up with what is pending to what is owed, and lead to their rows."""
    value = family()
    rows = ledger_rows(value, None)
    entries = Entries(value, rows)
    details = details_of(next(row for row in rows if row.code == "D2740"), entries)
    assert [part.amount for part in details.parts] == [
        "1,000.00", "−400.00", "−150.00", "−50.00", "−120.00", "−80.00",
    ]  # fmt: skip
    assert [part.key is not None for part in details.parts] == [False, True, True, True, True, False]
    assert details.sums[0].amount == "200.00"
    assert entries.owed(CROWN) == Decimal("200.00")
    assert entries.owed((Kind.SPLIT, 30)) == Decimal(0)
