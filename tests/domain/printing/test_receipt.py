"""Receipts and walkout statements: everything a patient asks about, and nothing that isn't known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from msgspec.structs import replace

from app.core.text import msg
from app.domain.printing.document import Document
from app.domain.printing.letterhead import Letterhead, letterhead_of
from app.domain.printing.receipt import Applied, Receipt, receipt_document
from app.domain.printing.walkout import Coming, Paid, Treated, Walkout, walkout_document
from app.wire.resources.clinics import Clinic

NOW = datetime(2026, 11, 24, 10, 25)
TODAY = NOW.date()
HEAD = Letterhead("Lanternlight", ("212 Lighthouse Road", "(541) 555-0142"))
RECEIPT = Receipt(
    letterhead=HEAD,
    patient="Ortiz, Maria",
    day=TODAY,
    amount=Decimal("128.40"),
    method="Check",
    check="1043",
    bank="19-7076",
    reference="FD-ABCDEFGH",
    taken_by="AK",
    applied=(
        Applied(date(2026, 3, 2), "Ortiz, Maria", "D2392 Resin", Decimal("108.40")),
        Applied(None, "Ortiz, Maria", msg("Prepayment"), Decimal("20.00")),
    ),
    balance=Decimal("212.10"),
    pending=Decimal("64.00"),
)


def lines_of(document: Document) -> Sequence[str]:
    """Every row of every table, its cells joined, below its heading."""
    (section,) = document.sections
    found = [str(section.title), *map(str, section.lines)]
    for table in section.tables:
        found.append(f"[{table.heading!s}]")
        for row in table.rows:
            assert len(row) == len(table.columns)
            found.append(" | ".join(f"{cell.lead!s}{cell.words!s}" for cell in row))
    return found


def test_a_receipt_tells_everything() -> None:
    """Who paid what, how, what for, and what is still owed."""
    document = receipt_document(RECEIPT, NOW)
    assert str(document.title) == "Receipt"
    assert lines_of(document) == [
        "Lanternlight", "212 Lighthouse Road", "(541) 555-0142",
        "[Receipt]", "Patient | Ortiz, Maria", "Date | Nov 24, 2026", "Paid | $128.40",
        "Method | Check, no. 1043, 19-7076", "Taken by | AK", "Reference | FD-ABCDEFGH",
        "[Applied to]", "Mar 2, 2026 | Ortiz, Maria | D2392 Resin | $108.40", " | Ortiz, Maria | Prepayment | $20.00",
        "[Account after this payment]", "Balance | $212.10", "Insurance estimate | -$64.00",
        "Patient portion | $148.10",
    ]  # fmt: skip


def test_a_reprint_and_a_refund_say_so() -> None:
    """A copy says COPY in its title, and that the balance is today's; a refund is not taken for a payment."""
    copy = receipt_document(replace(RECEIPT, copy=True), NOW)
    assert str(copy.title) == "Receipt – COPY"
    assert "[Receipt – COPY]" in lines_of(copy)
    assert "[Account now]" in lines_of(copy)
    assert "[Account after this payment]" not in lines_of(copy)
    refund = receipt_document(replace(RECEIPT, amount=Decimal("-5.00"), copy=True), NOW)
    assert str(refund.title) == "Refund receipt – COPY"
    assert "Refunded | $5.00" in lines_of(refund)


def test_no_title_has_a_name() -> None:
    """File names and printer queues show the titles, so no patient is in them."""
    walkout = Walkout(letterhead=HEAD, patient="Ortiz, Maria", day=TODAY)
    for document in (receipt_document(RECEIPT, NOW), walkout_document(walkout, NOW)):
        assert "Ortiz" not in f"{document.title!s}{document.practice}"


def test_what_is_not_known_is_left_out() -> None:
    """Without an account, a check and initials a receipt has no empty lines; exact cash gives no change."""
    bare = Receipt(
        letterhead=Letterhead(), patient="Ortiz, Maria", day=TODAY, amount=Decimal("5.00"), method="Cash"
    )
    expected = [
        "Receipt",
        "[Receipt]",
        "Patient | Ortiz, Maria",
        "Date | Nov 24, 2026",
        "Paid | $5.00",
        "Method | Cash",
    ]
    assert lines_of(receipt_document(bare, NOW)) == expected
    assert lines_of(receipt_document(replace(bare, tendered=Decimal("5.00")), NOW)) == expected
    assert lines_of(receipt_document(replace(bare, tendered=Decimal("20.00")), NOW)) == [
        *expected,
        "Cash given | $20.00, change $15.00",
    ]
    settled = receipt_document(replace(bare, balance=Decimal("0.00")), NOW)
    assert lines_of(settled)[-2:] == ["[Account after this payment]", "Balance | $0.00"]


def test_a_walkout_adds_up() -> None:
    """Fees, insurance estimates and the patient's part with their sums; what was paid; the next appointment."""
    walkout = Walkout(
        letterhead=HEAD,
        patient="Ortiz, Maria",
        day=TODAY,
        treated=(
            Treated("D2392", "Resin (#14 MO)", "Lee", Decimal("212.00"), Decimal("148.40")),
            Treated("D0274", "Bitewings", "Lee", Decimal("74.00"), Decimal("74.00")),
        ),
        paid=(Paid("Check", Decimal("63.60")),),
        balance=Decimal("222.40"),
        pending=Decimal("222.40"),
        coming=(Coming(datetime(2027, 3, 3, 9), "Hyg Kim"), Coming(date(2027, 6, 1), "Perio")),
    )
    assert lines_of(walkout_document(walkout, NOW))[3:] == [
        "[Walkout statement]", "Patient | Ortiz, Maria", "Date | Nov 24, 2026",
        "[Today's procedures]", "D2392 | Resin (#14 MO) | Lee | $212.00 | $148.40 | $63.60",
        "D0274 | Bitewings | Lee | $74.00 | $74.00 | $0.00", " | Total |  | $286.00 | $222.40 | $63.60",
        "[Today's payments]", "Check | $63.60",
        "[Family account]", "Balance | $222.40", "Insurance estimate | -$222.40", "Patient portion | $0.00",
        "[Next]", "Hyg Kim | Wed, Mar 3, 2027, 9:00 AM", "Perio | due Jun 1, 2027",
    ]  # fmt: skip


def test_the_letterhead() -> None:
    """The practice's address, or the clinic's own; missing parts leave no gaps."""
    office = {
        "PracticeTitle": "Lanternlight", "PracticeAddress": "212 Lighthouse Road", "PracticeAddress2": "",
        "PracticeCity": "Millbrook Bay", "PracticeST": "OR", "PracticeZip": "97400", "PracticePhone": "5415550142",
    }  # fmt: skip
    lines = ("212 Lighthouse Road", "Millbrook Bay, OR 97400", "(541) 555-0142")
    assert letterhead_of(office) == letterhead_of(office, Clinic()) == Letterhead("Lanternlight", lines)
    north = Clinic(Description="Lanternlight North", Address="1 Pier", City="Salem", Zip="97301")
    assert letterhead_of(office, north) == Letterhead("Lanternlight North", ("1 Pier", "Salem 97301"))
    assert letterhead_of({}) == Letterhead()
