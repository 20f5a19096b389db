"""The families that owe, with what was promised: Open Dental's aging, and one query for the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.core.clock import Clock
from app.core.text import Text, msg
from app.domain.money.cents import ZERO, cents
from app.domain.money.promises import BEGINNING, Promise, Standing, read_promise, standing
from app.domain.people.phones import phone_text
from app.store.office import Office
from app.store.queries import Questions
from app.wire.fields import NO_DATE, NO_DATE_TIME
from app.wire.lenient import Misread, read_date, read_money, whole_or
from app.wire.resources.reports import FamilyAging

UNSEEN = msg(
    "Promises, last payments and last contacts can be listed only with Queries. Without it they are read for the "
    "selected family."
)
FAMILY = 99
"""Families per query: its answer fits on one page."""
_OF_FAMILY = (
    "{table} INNER JOIN patient AS m ON m.PatNum = {table}.PatNum"
    " WHERE m.Guarantor = patient.PatNum"
)  # words: SQL of the query
_SPLITS, _COMMLOGS = _OF_FAMILY.format(table="paysplit"), _OF_FAMILY.format(table="commlog")
_NOTES = "SELECT MAX(CONCAT(commlog.CommDateTime, ' ', commlog.Note)) FROM"  # words: columns of the database


def families_query(numbers: str) -> str:
    """Phones, last payment, last contact and last promise of these guarantors, as "1,2,3"."""
    promised = f"{_NOTES} {_COMMLOGS} AND commlog.Note LIKE '{BEGINNING}%'"  # words: SQL of the query
    return (
        "SELECT patient.PatNum, patient.HmPhone, patient.WirelessPhone, patient.WkPhone,"  # noqa: S608  # integers
        f" (SELECT MAX(paysplit.DatePay) FROM {_SPLITS}) AS lastPaid,"
        f" (SELECT MAX(commlog.CommDateTime) FROM {_COMMLOGS}) AS lastContact,"
        f" ({promised}) AS promised FROM patient WHERE patient.PatNum IN ({numbers})"
    )


def paid_query(numbers: str, since: date) -> str:
    """What these families paid since a day, by guarantor and day."""
    return (
        "SELECT m.Guarantor, paysplit.DatePay, SUM(paysplit.SplitAmt) AS paid FROM paysplit"  # noqa: S608  # integers
        " INNER JOIN patient AS m ON m.PatNum = paysplit.PatNum"
        f" WHERE m.Guarantor IN ({numbers}) AND paysplit.DatePay >= '{since.isoformat()}'"
        " GROUP BY m.Guarantor, paysplit.DatePay"
    )


class Owing(Struct, frozen=True):
    """One family that owes."""

    aging: FamilyAging
    phone: str = ""
    last_paid: date | None = None
    last_contact: date | None = None
    promise: Promise | None = None
    standing: Standing | None = None
    """None: nothing is promised, or it isn't known."""

    @property
    def pat_num(self) -> int:
        """The guarantor's PatNum."""
        return self.aging.PatNum

    @property
    def name(self) -> str:
        """The guarantor's name, "Last, First"."""
        return self.aging.patName.strip()

    @property
    def overdue(self) -> Decimal:
        """Owed for more than 30 days."""
        return self.aging.Bal_31_60 + self.aging.Bal_61_90 + self.aging.BalOver90


class CallList(Struct, frozen=True):
    """The families that owe, in the order in which they are called."""

    rows: tuple[Owing, ...]
    unseen: tuple[Text, ...] = ()


def call_order(rows: Iterable[Owing]) -> tuple[Owing, ...]:
    """Broken promises first, then what is due today, then the oldest and largest debts; open promises last."""
    ranks = {Standing.BROKEN: 0, Standing.DUE: 1, None: 2, Standing.KEPT: 2, Standing.OPEN: 3}

    def place(row: Owing) -> tuple[Any, ...]:
        aging = row.aging
        return (
            ranks[row.standing],
            -aging.BalOver90,
            -aging.Bal_61_90,
            -aging.Bal_31_60,
            -aging.BalTotal,
            row.name,
        )

    return tuple(sorted(rows, key=place))


class CollectionsReader:
    """Reads the call list. Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental, office: Office, clock: Clock) -> None:
        self._client = client
        self._office = office
        self._clock = clock
        self._questions = Questions(client)

    async def read(self, clinic: int, need: Need = Need.SCREEN) -> CallList:
        """The aging of a clinic (0: the office) in one request; with Queries one more per 99 families for the rest."""
        aging = await self._client.at(need).reports.aging(ClinicNum=clinic or None)
        owing = [row for row in aging if row.BalTotal > 0]
        rows = [Owing(row, self._known_phone(row.PatNum)) for row in owing]
        found = await self._ask([row.PatNum for row in owing], need)
        if found is None:
            return CallList(call_order(rows), (UNSEEN,) if rows else ())
        promises = {
            number: promise for number, row in found.items() if (promise := _promise(row)) is not None
        }
        paid = await self._paid(promises, need)
        today = self._clock.now().date()
        return CallList(
            call_order(_filled(row, found.get(row.pat_num), promises, paid, today) for row in rows)
        )

    async def read_one(self, row: Owing, need: Need = Need.CLICK) -> Owing:
        """What the guarantor's own commlogs and payments tell, where no query may be sent."""
        client, today = self._client.at(need), self._clock.now().date()
        commlogs = [each for each in await client.commlogs.list(PatNum=row.pat_num) if each.CommDateTime]
        commlogs.sort(key=lambda each: each.CommDateTime or NO_DATE_TIME)
        made = [
            promise
            for each in commlogs
            if each.CommDateTime and (promise := read_promise(each.Note, each.CommDateTime.date()))
        ]
        last = commlogs[-1].CommDateTime if commlogs else None
        payments = [each for each in await client.payments.list(PatNum=row.pat_num) if each.PayDate]
        paid = [(each.PayDate, cents(each.PayAmt)) for each in payments if each.PayDate]
        promise = made[-1] if made else None
        return Owing(
            row.aging,
            row.phone,
            max((day for day, _ in paid), default=None),
            last.date() if last is not None else None,
            promise,
            standing(promise, paid, today) if promise is not None else None,
        )

    def _known_phone(self, pat_num: int) -> str:
        person = self._office.person(pat_num)
        return person.phone if person is not None else ""

    async def _ask(self, numbers: Sequence[int], need: Need) -> dict[int, dict[str, Any]] | None:
        found: dict[int, dict[str, Any]] = {}
        for first in range(0, len(numbers), FAMILY):
            batch = ",".join(str(int(each)) for each in numbers[first : first + FAMILY])
            command = families_query(batch)
            rows = await self._questions.ask("collections", command, need)
            if rows is None:
                return None
            found |= {whole_or(row.get("PatNum"), 0): row for row in rows}
        return found

    async def _paid(
        self, promises: Mapping[int, Promise], need: Need
    ) -> Mapping[int, list[tuple[date, Decimal]]]:
        """The payments of these families since the oldest promise, by guarantor."""
        found: dict[int, list[tuple[date, Decimal]]] = defaultdict(list)
        if promises:
            since = min(each.made for each in promises.values())
            command = paid_query(",".join(str(int(each)) for each in promises), since)
            for row in await self._questions.ask("paid", command, need) or ():
                day = _day(row.get("DatePay"))
                if day is not None:
                    found[whole_or(row.get("Guarantor"), 0)].append((day, _amount(row.get("paid"))))
        return found


def _filled(
    row: Owing,
    found: dict[str, Any] | None,
    promises: Mapping[int, Promise],
    paid: Mapping[int, list[tuple[date, Decimal]]],
    today: date,
) -> Owing:
    if found is None:
        return row
    phones = [str(found.get(name) or "").strip() for name in ("WirelessPhone", "HmPhone", "WkPhone")]
    phone = next((phone_text(each) for each in phones if each), row.phone)
    promise = promises.get(row.pat_num)
    return Owing(
        row.aging,
        phone,
        _day(found.get("lastPaid")),
        _day(found.get("lastContact")),
        promise,
        standing(promise, paid.get(row.pat_num, ()), today) if promise is not None else None,
    )


def _promise(row: dict[str, Any]) -> Promise | None:
    """The latest promise: its commlog's moment, a blank, and its text."""
    text = str(row.get("promised") or "")
    made, at = _day(text[:10]), text.find(BEGINNING)
    return read_promise(text[at:], made) if made is not None and at >= 0 else None


def _day(value: Any) -> date | None:
    try:
        found = read_date(str(value or ""))
    except Misread:
        return None
    return None if found == NO_DATE else found


def _amount(value: Any) -> Decimal:
    try:
        return cents(read_money(str(value)))
    except Misread:
        return ZERO
