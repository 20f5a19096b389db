"""The payments of the day as a table."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import Text, Words, msg
from app.domain.money.day_close import Origin, Taken
from app.domain.money.pay_methods import Method
from app.services.money.closing.day_reader import DayMoney
from app.viewmodels.messages import explain
from app.viewmodels.staff.day_close.day import DayModel
from app.viewmodels.staff.day_close.figures import METHODS
from app.viewmodels.staff.day_close.steps import NextSteps
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr, typed

ORIGINS: Mapping[Origin, Text] = {
    Origin.HERE: msg("This PC"),
    Origin.DESK: msg("Other PC"),
    Origin.ONLINE: msg("Online"),
    Origin.OPEN_DENTAL: msg("Open Dental"),
}
EMPTY = msg("Nothing was taken on this day. Another day: Alt+Left.")


class PaymentLine(Struct, frozen=True):
    """One payment, with the names that are shown."""

    taken: Taken
    name: str
    clinic: str
    splits: Words
    """What its splits add up to, if that is not the payment."""


def payment_lines(taken: tuple[Taken, ...], money: DayMoney, clinics: Mapping[int, str]) -> list[PaymentLine]:
    """The payments by type and name."""
    lines = [
        PaymentLine(each, money.name(each.patient), clinics.get(each.clinic, ""), _splits(each))
        for each in taken
    ]
    return sorted(lines, key=lambda line: (line.taken.type_name, line.name, line.taken.pay_num))


def _splits(each: Taken) -> Words:
    if each.split_count is None:
        return msg("not known")
    if not each.split_count and each.amount:
        return msg("none")
    return "" if each.split_sum == each.amount else msg("differ")


COLUMNS = (
    Column(
        id="patient", title=msg("Patient"), value=lambda line: line.name, width=22, share=2, optional=False
    ),
    Column(id="type", title=msg("Type"), value=lambda line: line.taken.type_name, width=14),
    Column(id="amount", title=msg("Amount"), value=lambda line: line.taken.amount, kind=Kind.MONEY, width=11),
    Column(id="check", title=msg("Check no."), value=lambda line: line.taken.check_num, width=10),
    Column(
        id="method",
        title=msg("Counted as"),
        value=lambda line: METHODS[line.taken.method],
        width=11,
        hidden=True,
    ),
    Column(id="who", title=msg("Taken by"), value=lambda line: line.taken.who, width=12),
    Column(id="from", title=msg("Entered in"), value=lambda line: ORIGINS[line.taken.origin], width=12),
    Column(
        id="splits",
        title=msg("Splits"),
        value=lambda line: line.splits,
        kind=Kind.STATUS,
        tone=lambda line: "alert" if line.taken.split_count is not None else "",
        width=10,
    ),
    Column(id="clinic", title=msg("Clinic"), value=lambda line: line.clinic, width=12, share=1),
    Column(
        id="deposit",
        title=msg("Deposit"),
        value=lambda line: line.taken.deposit or None,
        kind=Kind.NUMBER,
        width=9,
        hidden=True,
    ),
    Column(
        id="dated",
        title=msg("Date"),
        value=lambda line: line.taken.dated,
        kind=Kind.DATE,
        width=13,
        hidden=True,
    ),
)


class PaymentsModel(QObject):
    """The table of the shown day's payments. `filter_asked`: a text is to be put into its filter."""

    filter_asked = Signal(str)

    def __init__(self, desk: DeskViewModel, day: DayModel, steps: NextSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self.table = TableViewModel(
            "day payments",  # words: under which its columns are kept
            msg("Payments"),
            COLUMNS,
            lambda line: line.taken.pay_num,
            desk.tables or ForgetfulMemory(),
            self,
            empty=EMPTY,
        )
        self._shown: tuple[int, int, int] | None = None
        """What the table shows: which reading, of which clinic, and how many names are known."""
        self.table.opened.connect(lambda line: steps.show_ledger(line.taken.patient, line.taken.pay_num))
        day.changed.connect(self._fill)

    @property
    def clinics(self) -> Mapping[int, str]:
        """The office's clinics; empty without the feature."""
        lists = self._desk.parts.office.lists
        return lists.clinic_names if lists is not None else {}

    def show_only(self, method: Method | None) -> None:
        """Show the payments of one method; None: all."""
        self.filter_asked.emit(typed(METHODS[method]) if method is not None else "")

    def _fill(self) -> None:
        facts, money = self._day.facts, self._day.money
        known = sum(money.name(each.patient)[:1] != "#" for each in facts.of_day) if facts and money else 0
        shown = id(money), self._day.clinic, known
        if shown == self._shown:
            return  # only the drawer has changed
        self._shown = shown
        if facts is None or money is None:
            self.table.show_words(tr("Loading…"))
        elif money.why is not None:
            self.table.show_words(explain(money.why).sentence)
        else:
            self.table.show_rows(payment_lines(facts.of_day, money, self.clinics))
