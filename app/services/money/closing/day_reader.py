"""Reads all that is known of one day's money, and says what can't be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, Gone, NotFound, NotSent, PermissionMissing, Unreadable
from app.api.need import Need
from app.core.clock import Clock
from app.core.text import Text, msg
from app.domain.money.cents import cents
from app.domain.money.day_close import DayFacts, InsuranceCheck, Origin, Taken
from app.domain.money.pay_methods import method_of
from app.domain.schedule.visit import Person
from app.journal.journal import Journal
from app.services.money.closing.day_query import BRANCHES, MARK, AdjustmentRow, PaymentRow, day_values
from app.services.money.closing.journal_day import JournalDay, patient_of, read_journal_day
from app.services.patients.parts.union import UnionRows, union_query
from app.store.office import Office
from app.store.patients.people import known_of, nobody
from app.store.queries import Questions
from app.wire.fields import NO_DATE
from app.wire.resources.claim_payments import ClaimPayment
from app.wire.resources.payments import Payment

QUESTION = "day close"  # words: the name of a query
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
    """Patients' names by PatNum, "Last, First", as far as the answer and the journal have them."""
    person: Callable[[int], Person | None] = lambda _: None
    """Patients whose names are read by and by."""
    adjustments: tuple[AdjustmentRow, ...] = ()
    unseen: tuple[Text, ...] = ()
    """What can't be seen, and why."""
    why: ApiError | None = None
    """Why the payments could not be read; None: they were."""

    def name(self, pat_num: int) -> str:
        """A patient's name; their number if it is not known yet."""
        if (name := self.names.get(pat_num, "")) or (person := self.person(pat_num)) is None:
            return name or f"#{pat_num}"
        return person.display


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
            rows = await self._questions.ask(QUESTION, union_query(BRANCHES, day_values(day)), need)
            if rows is not None:
                return self._of_query(day, journal, UnionRows(BRANCHES, rows), unseen)
            return await self._of_methods(day, journal, unseen, need)
        except ApiError as error:
            return self._of_journal(day, journal, unseen, error)

    async def read_name(self, money: DayMoney) -> bool:
        """Read the next name that isn't known, where no query has told them. False: there is none. Raises ApiErrors."""
        people = self._office.people
        unknown = people.unknown(
            each.patient for each in money.facts.taken if each.patient not in money.names
        )
        if not unknown:
            return False
        try:
            people.learn([known_of(await self._client.at(Need.REFRESH).patients.get(unknown[0]))])
        except (NotFound, Unreadable):
            people.restore([nobody(unknown[0])])
        return True

    def _of_query(self, day: date, journal: JournalDay, rows: UnionRows, unseen: list[Text]) -> DayMoney:
        found, adjustments = rows.of("payment", PaymentRow), rows.of("adjustment", AdjustmentRow)
        payments = [row for row in found if day in (row.DateEntry, row.PayDate)]
        people: list[PaymentRow | AdjustmentRow] = [*payments, *adjustments]
        names = {
            row.PatNum: Person(row.PatNum, row.LName, row.FName).display
            for row in people
            if row.LName or row.FName
        }
        return DayMoney(
            DayFacts(
                day,
                tuple(_taken(row, journal, row.userName, row) for row in payments),
                journal.sent,
                tuple(check_of(row) for row in rows.of("check", ClaimPayment)),
                frozenset(row.PayNum for row in found),
            ),
            journal,
            _with_known(names, journal),
            self._office.person,
            adjustments,
            tuple(unseen),
        )

    async def _of_methods(self, day: date, journal: JournalDay, unseen: list[Text], need: Need) -> DayMoney:
        client = self._client.at(need)
        found = await client.payments.list(DateEntry=day)
        payments = [row for row in found if day in (row.DateEntry, row.PayDate)]
        users = await self._users(need) if any(row.SecUserNumEntry for row in payments) else {}
        checks = await self._checks(day, unseen, need)
        unseen += [SPLITS_UNSEEN] if payments else []
        taken = tuple(_taken(row, journal, users.get(row.SecUserNumEntry, "")) for row in payments)
        return DayMoney(
            DayFacts(day, taken, journal.sent, checks, frozenset(row.PayNum for row in found)),
            journal,
            _with_known({}, journal),
            self._office.person,
            (),
            (*unseen, ADJUSTMENTS_UNSEEN),
        )

    def _of_journal(self, day: date, journal: JournalDay, unseen: list[Text], error: ApiError) -> DayMoney:
        facts = DayFacts(day, (), journal.sent, (), complete=False)
        return DayMoney(
            facts, journal, _with_known({}, journal), self._office.person, (), tuple(unseen), error
        )

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


def _with_known(names: dict[int, str], journal: JournalDay) -> dict[int, str]:
    """The names, and those in the journal."""
    for entry in journal.entries:
        if (pat_num := patient_of(entry)) and entry.intent.whose:
            names.setdefault(pat_num, entry.intent.whose)
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
