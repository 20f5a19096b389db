"""A day's money in the practice, and the screen that closes it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.money.money_writes import NewPayment
from app.viewmodels.staff.day_close.screen import DayCloseScreenViewModel
from app.views.staff.day_close.screen import DayCloseScreen
from tests.journeys.desk import LEFT, Desk
from tests.journeys.practices import TODAY, Served

CHECK, CASH, CARD = "Check", "Cash", "Credit card"


class Till:
    """One desk with the screen open; `clicks` counts the mouse's."""

    def __init__(self, desk: Desk, model: DayCloseScreenViewModel) -> None:
        self.desk = desk
        self.model = model
        self.clicks = 0

    @property
    def view(self) -> DayCloseScreen:
        """The screen's widget."""
        found = self.desk.window.findChildren(DayCloseScreen)
        assert len(found) == 1
        return found[0]

    @property
    def lines(self) -> list[str]:
        """The differences as they are shown, without the notes."""
        return [str(row.words) for row in self.model.day.rows if not row.difference.is_note]

    @property
    def headline(self) -> str:
        """The headline on the screen."""
        return self.view.day.headline.text()

    def seen(self, inside: QWidget | None = None) -> str:
        """All visible text."""
        labels = (inside or self.view).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())

    async def read(self) -> None:
        """Wait until the day has been read."""
        await self.desk.until(lambda: self.model.day.money is not None and not self.model.day.reading)

    async def again(self) -> None:
        """Refresh, as after someone else has posted."""
        self.model.refresh()
        await self.desk.turn()
        await self.read()

    def click(self, title: str) -> None:
        """Click a button of the screen."""
        buttons = [
            each
            for each in self.view.findChildren(QWidget)
            if each.isVisible() and getattr(each, "text", str)() == title and not isinstance(each, QLabel)
        ]
        assert buttons, f"no button {title}: {[b.text() for b in self.view.findChildren(QPushButton)]}"
        QTest.mouseClick(buttons[0], LEFT)
        self.clicks += 1

    def count(self, **pieces: int) -> None:
        """Type numbers of notes and coins, named by their value in cents: c2000=3."""
        fields = self.view.day.drawer.pieces
        for name, number in pieces.items():
            field = fields[Decimal(name[1:]) / 100]
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, str(number))


async def open_till(desk: Desk) -> Till:
    """Show the screen, and wait until today has been read."""
    model = await desk.workspace.desk.screens.show("day_close")
    assert isinstance(model, DayCloseScreenViewModel)
    till = Till(desk, model)
    await till.read()
    return till


def types(served: Served) -> dict[str, int]:
    """The office's payment types by name."""
    return dict(served.sql("SELECT ItemName, DefNum FROM definition WHERE Category = 10"))


def plant(
    served: Served,
    pat_num: int,
    amount: str,
    kind: str = CARD,
    *,
    splits: tuple[str, ...] | None = None,
    day: datetime.date = TODAY,
    entered: datetime.date | None = None,
    note: str = "",
    clinic: int = 1,
    source: int = 0,
) -> int:
    """Enter a payment as Open Dental does; `splits` None: one for all of it. Returns its PayNum."""
    key = int(served.sql("SELECT MAX(PayNum) + 1 FROM payment")[0][0])
    values: dict[str, Any] = {
        "PayNum": key,
        "PayType": types(served)[kind],
        "PayDate": day.isoformat(),
        "DateEntry": (entered or day).isoformat(),
        "PayAmt": float(amount),
        "PatNum": pat_num,
        "ClinicNum": clinic,
        "PayNote": note,
        "PaymentSource": source,
        "SecUserNumEntry": 1,
    }
    _insert(served, "payment", values)
    for each in (amount,) if splits is None else splits:
        split = {"PayNum": key, "SplitAmt": float(each), "PatNum": pat_num, "DatePay": day.isoformat()}
        _insert(served, "paysplit", split)
    return key


def _insert(served: Served, table: str, values: dict[str, Any]) -> None:
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    served.sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())


async def take(desk: Desk, person: Person, amount: str, kind: str = CARD) -> Entry:
    """Take a payment at this desk, as its panel does."""
    new = NewPayment(person=person, amount=Decimal(amount), pay_type=types(desk.served)[kind])
    return await desk.workspace.desk.parts.money_writes().take_payment(new)


def patients(served: Served, count: int) -> list[Person]:
    """Some patients."""
    rows = served.sql(
        "SELECT PatNum, LName, FName FROM patient WHERE PatStatus = 0 ORDER BY PatNum LIMIT ?", count
    )
    return [Person(*row) for row in rows]
