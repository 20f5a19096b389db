"""What is not deposited yet, and the bank accounts of the office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, Gone, NotFound, PermissionMissing
from app.api.need import Need
from app.core.text import Text, msg
from app.domain.money.cents import cents, total
from app.domain.money.pay_methods import Method, goes_to_bank, method_of
from app.domain.schedule.visit import Person
from app.services.money.closing.day_query import (
    CHECK_FIELDS,
    CHECK_SOURCE,
    PAYMENT_FIELDS,
    PAYMENT_SOURCE,
    PaymentRow,
)
from app.services.patients.parts.union import Branch, UnionRows, union_query
from app.store.office import Office
from app.store.queries import Questions
from app.wire.resources.claim_payments import ClaimPayment
from app.wire.resources.definitions import Definition, DefinitionCategory
from app.wire.resources.payments import Payment

ACCOUNTS = DefinitionCategory.AUTO_DEPOSIT.number
QUESTION = "deposits"
CHECKS_UNSEEN = msg("Insurance checks can't be listed in this version of Open Dental.")
BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "payment": Branch(
            PaymentRow,
            PAYMENT_FIELDS[:-2],
            PAYMENT_SOURCE
            + " WHERE payment.DepositNum = 0 AND payment.DateEntry >= '{since}' AND (definition.ItemName LIKE '%cash%'"
            + " OR definition.ItemName LIKE '%che%' OR definition.ItemName LIKE '%order%')",
        ),
        "check": Branch(
            ClaimPayment,
            CHECK_FIELDS,
            CHECK_SOURCE + " WHERE claimpayment.DepositNum = 0 AND claimpayment.CheckDate >= '{since}'",
        ),
        "account": Branch(
            Definition,
            ("DefNum", "ItemName", "Category"),
            "definition WHERE Category = {accounts} AND IsHidden = 0",
        ),
    }
)  # words: columns and tables of the database


class Undeposited(Struct, frozen=True):
    """One payment or insurance check that is on no deposit slip."""

    num: int
    """A PayNum, or a ClaimPaymentNum."""
    amount: Decimal
    method: Method
    type_name: str
    day: date | None
    insurance: bool = False
    patient: int = 0
    carrier: str = ""
    check_num: str = ""
    bank: str = ""
    clinic: int = 0

    @property
    def key(self) -> tuple[bool, int]:
        """Tells it from every other row."""
        return self.insurance, self.num

    @property
    def usual(self) -> bool:
        """Whether it is taken to the bank: cash and checks are; cards and transfers get there by themselves."""
        return goes_to_bank(self.method)


class ToDeposit(Struct, frozen=True):
    """What can be put on a deposit slip."""

    rows: tuple[Undeposited, ...]
    accounts: tuple[tuple[int, str], ...]
    names: Mapping[int, str]
    person: Callable[[int], Person | None]
    unseen: tuple[Text, ...] = ()

    def name(self, row: Undeposited) -> str:
        """Whose money it is: a carrier, or a patient; their number if the name is not known yet."""
        if row.insurance:
            return row.carrier
        if (name := self.names.get(row.patient, "")) or (person := self.person(row.patient)) is None:
            return name or f"#{row.patient}"
        return person.display


class SlipSums(Struct, frozen=True):
    """The sums of a deposit slip."""

    cash: Decimal
    checks: Decimal
    insurance: Decimal

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.cash + self.checks + self.insurance


def slip_sums(rows: tuple[Undeposited, ...]) -> SlipSums:
    """The sums of the chosen rows."""
    patients = [each for each in rows if not each.insurance]
    return SlipSums(
        total(each.amount for each in patients if each.method is Method.CASH),
        total(each.amount for each in patients if each.method is not Method.CASH),
        total(each.amount for each in rows if each.insurance),
    )


class DepositReader:
    """Reads what is not deposited. Raises the client's ApiErrors."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._questions = Questions(client)

    async def read(self, since: date, need: Need = Need.SCREEN) -> ToDeposit:
        """What was entered since a day: in one request with Queries, else in one for each list."""
        values: dict[str, int | str] = {"since": since.isoformat(), "accounts": ACCOUNTS}
        rows = await self._questions.ask(QUESTION, union_query(BRANCHES, values), need)
        if rows is None:
            return await self._of_methods(since, need)
        found = UnionRows(BRANCHES, rows)
        payments = found.of("payment", PaymentRow)
        names = {
            row.PatNum: Person(row.PatNum, row.LName, row.FName).display
            for row in payments
            if row.LName or row.FName
        }
        checks = found.of("check", ClaimPayment)
        return self._made(payments, checks, found.of("account", Definition), names, ())

    async def _of_methods(self, since: date, need: Need) -> ToDeposit:
        client = self._client.at(need)
        payments = [row for row in await client.payments.list(DateEntry=since) if not row.DepositNum]
        unseen: tuple[Text, ...] = ()
        try:
            found = await client.claim_payments.list(SecDateTEdit=datetime.combine(since, time()))
            checks = [row for row in found if not row.DepositNum]
        except (PermissionMissing, BadRequest, NotFound, Gone):
            checks, unseen = [], (CHECKS_UNSEEN,)
        try:
            accounts = list(await client.definitions.list(Category=ACCOUNTS))
        except ApiError:
            accounts = []
        return self._made(tuple(payments), tuple(checks), tuple(accounts), {}, unseen)

    def _made(
        self,
        payments: tuple[PaymentRow, ...] | tuple[Payment, ...],
        checks: tuple[ClaimPayment, ...],
        accounts: tuple[Definition, ...],
        names: Mapping[int, str],
        unseen: tuple[Text, ...],
    ) -> ToDeposit:
        rows = [
            Undeposited(
                row.PayNum, cents(row.PayAmt), method_of(row.payType), row.payType, row.DateEntry,
                patient=row.PatNum, check_num=row.CheckNum, bank=row.BankBranch, clinic=row.ClinicNum,
            )
            for row in payments
            if goes_to_bank(method_of(row.payType)) and row.PayAmt
        ]  # fmt: skip
        rows += [
            Undeposited(
                row.ClaimPaymentNum, cents(row.CheckAmt), method_of(row.payType), row.payType, row.CheckDate,
                insurance=True, carrier=row.CarrierName, check_num=row.CheckNum, bank=row.BankBranch,
                clinic=row.ClinicNum,
            )
            for row in checks
            if row.CheckAmt
        ]  # fmt: skip
        known = tuple((each.DefNum, each.ItemName) for each in accounts if each.Category == ACCOUNTS)
        return ToDeposit(tuple(rows), known, names, self._office.person, unseen)
