"""Reads all that is known of one day's money, and says what can't be seen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, Gone, NotFound, NotSent, PermissionMissing
from app.api.need import Need
from app.core.clock import Clock
from app.core.text import Text, msg
from app.domain.money.cents import cents
from app.domain.money.day_close import DayFacts, InsuranceCheck, Origin, Taken
from app.domain.money.pay_methods import method_of
from app.journal.journal import Journal
from app.services.money.closing.day_query import BRANCHES, MARK, AdjustmentRow, PaymentRow, day_values
from app.services.money.closing.journal_day import JournalDay, patient_of, read_journal_day
from app.services.patients.parts.union import UnionRows, union_query
from app.store.office import Office
from app.store.queries import Questions
from app.wire.fields import NO_DATE
from app.wire.resources.claim_payments import ClaimPayment
from app.wire.resources.payments import Payment

_PORTAL = ("Portal", "XWebPortalLogin")
SPLITS_UNSEEN = msg(
    "The splits of payments can't be checked: the key lacks Queries. Look at them in Open Dental, "
    "or add Queries to the key."
)
ADJUSTMENTS_UNSEEN = msg("Adjustments are not listed: the key lacks Queries.")
JOURNAL_FORGOTTEN = msg("This PC keeps its own record for 30 days, so this day is compared without it.")


class DayMoney(Struct, frozen=True):
    """One day as far as it is known."""

    facts: DayFacts
    journal: JournalDay
    names: Mapping[int, str]
    """Patients' names by PatNum, "Last, First"."""
    adjustments: tuple[AdjustmentRow, ...] = ()
    unseen: tuple[Text, ...] = ()
    """What can't be seen, and why."""
    why: ApiError | None = None
    """Why the payments could not be read; None: they were."""

    def name(self, pat_num: int) -> str:
        """A patient's name; their number if it is not known."""
        return self.names.get(pat_num) or f"#{pat_num}"


class DayReader:
    """Reads days of one office."""

    def __init__(self, client: OpenDental, office: Office, journal: Journal, clock: Clock) -> None:
        self._client = client
        self._office = office
        self._journal = journal
        self._clock = clock
        self._questions = Questions(client)

    async def read(self, day: date, need: Need = Need.SCREEN) -> DayMoney:
        """Read a day: with Queries in one request, else payments and insurance checks in one each.

        An ApiError is kept in the result, since the journal is known without the office. Raises StoreFailed.
        """
        journal = await read_journal_day(self._journal, self._clock, day)
        unseen = [JOURNAL_FORGOTTEN] if journal.forgotten else []
        try:
            rows = await self._questions.ask("day close", union_query(BRANCHES, day_values(day)), need)
            if rows is not None:
                return self._of_query(day, journal, UnionRows(BRANCHES, rows), unseen)
            return await self._of_methods(day, journal, unseen, need)
        except ApiError as error:
            return self._of_journal(day, journal, unseen, error)

    def _of_query(self, day: date, journal: JournalDay, rows: UnionRows, unseen: list[Text]) -> DayMoney:
        found, adjustments = rows.of("payment", PaymentRow), rows.of("adjustment", AdjustmentRow)
        payments = [row for row in found if day in (row.DateEntry, row.PayDate)]
        people: list[PaymentRow | AdjustmentRow] = [*payments, *adjustments]
        names = {row.PatNum: f"{row.LName}, {row.FName}" for row in people if row.LName}
        return DayMoney(
            DayFacts(
                day,
                tuple(_taken(row, journal, row.userName, row) for row in payments),
                journal.sent,
                tuple(check_of(row) for row in rows.of("check", ClaimPayment)),
                frozenset(row.PayNum for row in found),
            ),
            journal,
            self._with_known(names, journal, ()),
            adjustments,
            tuple(unseen),
        )

    async def _of_methods(self, day: date, journal: JournalDay, unseen: list[Text], need: Need) -> DayMoney:
        client = self._client.at(need)
        found = await client.payments.list(DateEntry=day)
        payments = [row for row in found if day in (row.DateEntry, row.PayDate)]
        users = await self._users(need) if any(row.SecUserNumEntry for row in payments) else {}
        pat_nums = [row.PatNum for row in payments]
        await asyncio.gather(self._office.people.read(pat_nums, need), return_exceptions=True)
        checks = await self._checks(day, unseen, need)
        unseen += [SPLITS_UNSEEN] if payments else []
        taken = tuple(_taken(row, journal, users.get(row.SecUserNumEntry, "")) for row in payments)
        return DayMoney(
            DayFacts(day, taken, journal.sent, checks, frozenset(row.PayNum for row in found)),
            journal,
            self._with_known({}, journal, pat_nums),
            (),
            (*unseen, ADJUSTMENTS_UNSEEN),
        )

    def _of_journal(self, day: date, journal: JournalDay, unseen: list[Text], error: ApiError) -> DayMoney:
        facts = DayFacts(day, (), journal.sent, (), complete=False)
        return DayMoney(facts, journal, self._with_known({}, journal, ()), (), tuple(unseen), error)

    async def _checks(self, day: date, unseen: list[Text], need: Need) -> tuple[InsuranceCheck, ...]:
        try:
            rows = await self._client.at(need).claim_payments.list(SecDateTEdit=datetime.combine(day, time()))
        except (PermissionMissing, BadRequest, NotFound, Gone):
            unseen.append(msg("Insurance checks can't be listed in this version of Open Dental."))
            return ()
        return tuple(check_of(row) for row in rows if day in (row.CheckDate, row.SecDateEntry))

    async def _users(self, need: Need) -> Mapping[int, str]:
        try:
            return {row.UserNum: row.UserName for row in await self._client.at(need).userods.list()}
        except NotSent:
            raise
        except ApiError:
            return {}

    def _with_known(
        self, names: dict[int, str], journal: JournalDay, pat_nums: Iterable[int]
    ) -> dict[int, str]:
        """Names from the office in memory, and from the journal, for those that aren't known."""
        for entry in journal.entries:
            if (pat_num := patient_of(entry)) and entry.intent.whose:
                names.setdefault(pat_num, entry.intent.whose)
        for pat_num in pat_nums:
            if (person := self._office.person(pat_num)) is not None:
                names.setdefault(pat_num, person.display)
        return names


def _taken(
    row: Payment | PaymentRow, journal: JournalDay, user: str, splits: PaymentRow | None = None
) -> Taken:
    entry = journal.of_payment(row.PayNum) or journal.of_mark(row.PayNote)
    return Taken(
        row.PayNum,
        row.PatNum,
        cents(row.PayAmt),
        method_of(row.payType),
        row.DateEntry or NO_DATE,
        row.PayDate or NO_DATE,
        row.payType,
        row.ClinicNum,
        entry.who if entry is not None else user,
        _origin(row, here=entry is not None),
        row.DepositNum,
        row.CheckNum,
        splits.splitCount if splits is not None else None,
        cents(splits.splitSum) if splits is not None else cents(0),
    )


def _origin(row: Payment | PaymentRow, *, here: bool) -> Origin:
    if here:
        return Origin.HERE
    if MARK in row.PayNote:
        return Origin.DESK
    online = any(part in row.PaymentSource for part in _PORTAL)
    return Origin.ONLINE if online else Origin.OPEN_DENTAL


def check_of(row: ClaimPayment) -> InsuranceCheck:
    """An insurance check as the rules know it."""
    return InsuranceCheck(
        row.ClaimPaymentNum,
        row.CarrierName,
        cents(row.CheckAmt),
        row.CheckDate,
        row.payType,
        row.CheckNum,
        row.ClinicNum,
        row.DepositNum,
        row.IsPartial,
    )
