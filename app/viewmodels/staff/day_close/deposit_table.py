"""The columns of what can be deposited."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import msg
from app.services.money.closing.deposits import Undeposited
from app.viewmodels.tables.column import Column, Kind

TICK = "✓"  # words: a sign
EMPTY = msg("Everything of these days is deposited.")


class DepositLine(Struct, frozen=True):
    """One row, with the names that are shown."""

    row: Undeposited
    name: str
    ticked: bool
    clinic: str


COLUMNS = (
    Column(
        id="tick",
        title=msg("Slip"),
        value=lambda line: TICK if line.ticked else "",
        kind=Kind.STATUS,
        tone=lambda line: "accent_text" if line.ticked else "",
        width=5,
        optional=False,
    ),
    Column(id="from", title=msg("From"), value=lambda line: line.name, width=20, share=2, optional=False),
    Column(id="amount", title=msg("Amount"), value=lambda line: line.row.amount, kind=Kind.MONEY, width=10),
    Column(id="type", title=msg("Type"), value=lambda line: line.row.type_name, width=12, share=1),
    Column(id="check", title=msg("Check no."), value=lambda line: line.row.check_num, width=9),
    Column(id="day", title=msg("Date"), value=lambda line: line.row.day, kind=Kind.DATE, width=12),
    Column(id="bank", title=msg("Bank"), value=lambda line: line.row.bank, width=10, hidden=True),
    Column(id="clinic", title=msg("Clinic"), value=lambda line: line.clinic, width=10, hidden=True),
    Column(
        id="kind",
        title=msg("Kind"),
        value=lambda line: msg("Insurance") if line.row.insurance else msg("Patient"),
        kind=Kind.STATUS,
        width=10,
        hidden=True,
    ),
)
