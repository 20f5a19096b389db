"""The figures above the ledger: what is owed now, and the nine of Open Dental's aging under its names."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from app.services.money.account.records import FamilyAccount, Figures
from app.viewmodels.tables.column import money_text
from app.viewmodels.translation import tr


class AgingFigure(Struct, frozen=True):
    """One labeled amount. `tone`: "alert", "money" or empty."""

    label: str
    value: str
    tone: str = ""
    tip: str = ""


class LedgerFigures(Struct, frozen=True):
    """The large number with what stands beside it, and the nine figures."""

    owes: str
    """What the large number is."""
    amount: str
    pending: str
    """What is expected from insurance; empty: nothing."""
    tone: str
    nine: tuple[AgingFigure, ...]


def ledger_figures(value: FamilyAccount, pat_num: int | None) -> LedgerFigures:
    """The figures of a family's account. `pat_num` is whose ledger is shown; None: the family's."""
    figures, own = value.figures, value.member(pat_num) if pat_num is not None else None
    portion = own.portion if own is not None else figures.EstBal
    pending = own.pending if own is not None else figures.InsEst
    if portion < 0:
        owes = tr("Patient's credit") if own is not None else tr("Family's credit")
    else:
        owes = tr("Patient owes today") if own is not None else tr("Family owes today")
    return LedgerFigures(
        owes,
        money_text(abs(portion)),
        tr("{amount} insurance pending", amount=money_text(pending)) if pending else "",
        "money" if portion > 0 else "good" if portion < 0 else "",  # words: colors
        nine_figures(figures),
    )


def nine_figures(figures: Figures) -> tuple[AgingFigure, ...]:
    """Aging, totals and unearned of a family, with one patient's part."""
    found: tuple[tuple[str, Decimal, str, str], ...] = (
        (tr("0-30"), figures.Bal_0_30, "", tr("Owed for 0 to 30 days")),
        (tr("31-60"), figures.Bal_31_60, "money", tr("Owed for 31 to 60 days")),
        (tr("61-90"), figures.Bal_61_90, "money", tr("Owed for 61 to 90 days")),
        (tr("over 90"), figures.BalOver90, "alert", tr("Owed for more than 90 days")),
        (tr("Total"), figures.Total, "", tr("The family's balance before insurance")),
        (tr("Ins Est"), figures.InsEst, "", tr("Insurance pending: expected payments and write-offs")),
        (tr("Est Bal"), figures.EstBal, "", tr("The family's balance after insurance")),
        (tr("Pat Est Bal"), figures.PatEstBal, "", tr("The selected patient's part of it")),
        (tr("Unearned"), figures.Unearned, "", tr("Prepayments that aren't allocated yet")),
    )
    return tuple(
        AgingFigure(label, money_text(value), tone if value > 0 else "", tip)
        for label, value, tone, tip in found
    )
