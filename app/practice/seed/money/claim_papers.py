"""Claim correspondence: transactions and their texts, ERAs, scanned EOBs, and calls."""

from __future__ import annotations

import random

from app.practice.schema.claims import claimtracking, eobattach
from app.practice.schema.etrans import etrans, etrans835, etrans835attach, etransmessagetext
from app.practice.seed import lists
from app.practice.seed.rows import Rows, iso

_SENT_DAYS, _PAPER_DAYS = 60, 45
"""How many days back transactions and scanned EOBs go."""
_CLAIM_SENT, _ERA = 0, 27
"""`etrans.Etype`."""
_FINALIZED = 7
"""`etrans835.Status`."""
_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
"""An image of one white pixel."""


def paper_rows(claims: Rows, procs: Rows, payments: Rows, today: int, dice: random.Random) -> list[Rows]:
    """Everything in this module."""
    papers = _Papers(today, dice)
    papers.send(claims)
    papers.answer(_claims_paid(procs), payments)
    papers.track(claims)
    return papers.all


class _Papers:
    def __init__(self, today: int, dice: random.Random) -> None:
        self._today = today
        self._dice = dice
        self._transactions = Rows(
            etrans, "DateTimeTrans", "Etype", "ClaimNum", "CarrierNum", "PatNum", "BatchNumber", "AckCode",
            "TransSetNum", "EtransMessageTextNum", "PlanNum", "InsSubNum", "TranSetId835", "CarrierNameRaw", "UserNum",
        )  # fmt: skip
        self._texts = Rows(etransmessagetext, "MessageText")
        self._eras = Rows(
            etrans835,
            "EtransNum",
            "PayerName",
            "TransRefNum",
            "InsPaid",
            "ControlId",
            "PaymentMethodCode",
            "Status",
        )
        self._attached = Rows(etrans835attach, "EtransNum", "ClaimNum", "ClpSegmentIndex", "DateTimeEntry")
        self._eobs = Rows(eobattach, "ClaimPaymentNum", "DateTCreated", "FileName", "RawBase64")
        self._trackings = Rows(
            claimtracking, "ClaimNum", "TrackingType", "UserNum", "DateTimeEntry", "Note", "TrackingDefNum",
            "TrackingErrorDefNum",
        )  # fmt: skip
        self.all = [
            self._transactions, self._texts, self._eras, self._attached, self._eobs, self._trackings,
        ]  # fmt: skip

    def send(self, claims: Rows) -> None:
        """Recently sent claims, one batch and one message per day."""
        texts: dict[str, int] = {}
        earliest = iso(self._today - _SENT_DAYS)
        for row in claims.rows:
            num, values = row[0], dict(zip(claims.columns, row[1:], strict=True))
            day = values["DateSentOrig"]
            if day < earliest:
                continue
            if day not in texts:
                texts[day] = self._texts.add(
                    f"ISA*00*          *00*          *30*330000001~GS*HC*{day.replace('-', '')}~"
                )
            batch = texts[day] % 999 + 1
            self._transactions.add(
                f"{day} 16:05:00", _CLAIM_SENT, num, 0, values["PatNum"], batch, "A", 1, texts[day],
                values["PlanNum"], values["InsSubNum"], "", "", 1 + batch % 4,
            )  # fmt: skip

    def answer(self, paid: dict[int, list[int]], payments: Rows) -> None:
        """Recent checks, with an ERA or a scanned sheet."""
        earliest = iso(self._today - _PAPER_DAYS)
        for row in payments.rows:
            num, values = row[0], dict(zip(payments.columns, row[1:], strict=True))
            day = values["CheckDate"]
            if day < earliest:
                continue
            if self._dice.random() < 0.5:
                self._era(
                    paid.get(num, []), day, values["CarrierName"], values["CheckNum"], values["CheckAmt"]
                )
            else:
                stamp = day.replace("-", "")
                self._eobs.add(num, f"{day} 11:25:00", f"{stamp}_112500_{num}.png", _DOT)

    def _era(self, claims: list[int], day: str, carrier: str, check: str, amount: float) -> None:
        text = self._texts.add(
            f"ISA*00*          *00*          *30*330000002~ST*835*{check}~BPR*I*{amount:.2f}~"
        )
        num = self._transactions.add(
            f"{day} 09:10:00", _ERA, 0, 0, 0, text % 999 + 1, "Recd", 0, text, 0, 0, check, carrier, 0
        )
        self._eras.add(num, carrier, check, amount, check, "CHK", _FINALIZED)
        for place, claim in enumerate(claims):
            self._attached.add(num, claim, 12 + 9 * place, f"{day} 09:10:00")

    def track(self, claims: Rows) -> None:
        """Claims without an answer for a month: who called, and what the carrier said."""
        steps = [lists.number(31, name) for name in ("Called the carrier", "Sent again", "Under review")]
        errors = [0, 0, lists.number(43, "Attachment missing")]
        place = claims.columns.index
        for row in claims.rows:
            status, sent = row[1 + place("ClaimStatus")], row[1 + place("DateSentOrig")]
            if status != "S" or sent > iso(self._today - 30):
                continue
            for _ in range(self._dice.choice((1, 1, 2))):
                day = iso(self._today - self._dice.randrange(1, 25))
                step = self._dice.randrange(3)
                note = "On hold for twenty minutes." if step == 0 else ""
                self._trackings.add(
                    row[0],
                    "StatusHistory",
                    1 + row[0] % 4,
                    f"{day} 15:40:00",
                    note,
                    steps[step],
                    errors[step],
                )


def _claims_paid(procs: Rows) -> dict[int, list[int]]:
    """The claims in each payment."""
    claim_at, payment_at = (1 + procs.columns.index(name) for name in ("ClaimNum", "ClaimPaymentNum"))
    found: dict[int, dict[int, None]] = {}
    for row in procs.rows:
        if row[payment_at]:
            found.setdefault(row[payment_at], {})[row[claim_at]] = None
    return {payment: list(claims) for payment, claims in found.items()}
