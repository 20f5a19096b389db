"""A made-up table of procedures."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.layout import ForgetfulMemory, TableMemory
from app.viewmodels.tables.table import TableViewModel


class Procedure(Struct, frozen=True):
    """One row."""

    number: int
    day: date | None
    code: str
    description: str
    fee: Decimal | None
    status: str = "Complete"


COLUMNS = (
    Column(id="date", title="Date", value=lambda row: row.day, kind=Kind.DATE, width=12, optional=False),
    Column(id="code", title="Code", value=lambda row: row.code, width=7),
    Column(id="description", title="Description", value=lambda row: row.description, width=24, share=3),
    Column(
        id="status",
        title="Status",
        value=lambda row: row.status,
        kind=Kind.STATUS,
        width=10,
        share=1,
        tone=lambda row: "alert" if row.status == "Overdue" else "",
    ),
    Column(id="fee", title="Fee", value=lambda row: row.fee, kind=Kind.MONEY, width=10),
    Column(id="number", title="No.", value=lambda row: row.number, kind=Kind.NUMBER, width=6, hidden=True),
)
WORK = (
    ("D0120", "Periodic oral evaluation", "52.00"),
    ("D1110", "Prophylaxis, adult", "104.00"),
    ("D2740", "Crown, porcelain/ceramic, #14", "1350.00"),
    (
        "D2392",
        "Résine composite, two surfaces, #30 MO <b>buccal</b> & occlusal, prefers no epinephrine",
        "248.50",
    ),
    ("D9999", "Courtesy adjustment", "-35.00"),
)


def procedures(count: int) -> list[Procedure]:
    """Made-up rows, oldest first."""
    return [
        Procedure(
            number,
            date(2026, 1, 5) + timedelta(days=7 * (number - 1)) if number % 7 else None,
            WORK[number % 5][0],
            WORK[number % 5][1],
            Decimal(WORK[number % 5][2]),
            "Overdue" if number % 6 == 0 else "Complete",
        )
        for number in range(1, count + 1)
    ]


def sample_table(count: int, memory: TableMemory | None = None) -> TableViewModel:
    """A table with this many rows."""
    made = TableViewModel(
        "procedures",
        "Procedures",
        COLUMNS,
        lambda row: row.number,
        memory or ForgetfulMemory(),
        empty="No procedures yet. Add one from the schedule.",
    )
    made.show_rows(procedures(count))
    return made
