"""A made-up family's account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.money.account import Account, Estimate, Posting
from app.domain.money.allocation import Kind
from app.domain.schedule.visit import Person
from app.services.money.account.lines import lines_of
from app.services.money.account.records import FamilyAccount, Member, figures_of
from app.services.money.account.rows import FamilyRows, SplitRow
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.procedure_logs import ProcedureLog

TODAY = date(2026, 11, 23)
ANA, BEN = 1, 2
CROWN, CLEANING = (Kind.PROCEDURE, 10), (Kind.PROCEDURE, 11)


def d(text: str) -> Decimal:
    """An amount."""
    return Decimal(text)


POSTINGS = (
    Posting(Kind.PROCEDURE, 10, ANA, date(2026, 9, 1), d("1000.00")),
    Posting(Kind.PROCEDURE, 11, BEN, date(2026, 10, 5), d("100.00")),
    Posting(Kind.INSURANCE, 50, ANA, date(2026, 10, 1), d("-400.00"), on=CROWN),
    Posting(Kind.WRITE_OFF, 50, ANA, date(2026, 10, 1), d("-150.00"), on=CROWN),
    Posting(Kind.ADJUSTMENT, 20, ANA, date(2026, 10, 2), d("-50.00"), on=CROWN),
    Posting(Kind.SPLIT, 30, ANA, date(2026, 11, 2), d("-120.00"), on=CROWN),
    Posting(Kind.SPLIT, 31, BEN, date(2026, 11, 2), d("-60.00"), on=CLEANING),
    Posting(Kind.SPLIT, 32, ANA, date(2026, 11, 9), d("-25.00"), unearned=True),
)
ROWS = FamilyRows(
    procedures=(
        ProcedureLog(ProcNum=10, PatNum=ANA, procCode="D2740", descript="Crown", ToothNum="14"),
        ProcedureLog(ProcNum=11, PatNum=BEN, procCode="D1110", descript="Cleaning"),
    ),
    splits=(
        SplitRow(SplitNum=30, PatNum=ANA, PayNum=7, payType="Check", CheckNum="123"),
        SplitRow(SplitNum=31, PatNum=BEN, PayNum=7, payType="Check", CheckNum="123"),
        SplitRow(SplitNum=32, PatNum=ANA, PayNum=8, payType="Cash"),
    ),
    claim_procs=(ClaimProc(ClaimProcNum=50, ClaimNum=5, ProcNum=10, PatNum=ANA),),
)


def family(**changed: Any) -> FamilyAccount:
    """Ana's family: herself and Ben."""
    account = Account(TODAY, POSTINGS, (Estimate(10, ANA, d("80.00")),))
    members = tuple(
        Member(
            Person(num, "Sample", name),
            "Patient",
            account.of(num).balance,
            account.of(num).pending,
        )
        for num, name in ((ANA, "Ana"), (BEN, "Ben"))
    )
    made: dict[str, Any] = {
        "pat_num": ANA,
        "guarantor": ANA,
        "members": members,
        "account": account,
        "lines": lines_of(account, ROWS),
        "figures": figures_of(account, ANA),
        "rows": ROWS,
    }
    return FamilyAccount(**made | changed)
