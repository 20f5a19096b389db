"""The Statements tab. The card's command makes one where the office can; they are sent in Open Dental."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from app.core.text import Text, Words, msg
from app.domain.money.cents import cents
from app.services.money.account.records import FamilyAccount
from app.services.money.ledger.filings import Filings
from app.store.patients.parts import Unread
from app.viewmodels.staff.ledger.details import LedgerDetails
from app.viewmodels.staff.ledger.lists import LedgerList
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.tables.column import Column, date_text, money_text
from app.viewmodels.tables.column import Kind as Shown
from app.viewmodels.translation import tr, typed
from app.wire.resources.statements import Statement, StatementMode

MADE_ELSEWHERE = "API"
"""The mode of those that this program or another one has added."""
MODE_WORDS: dict[str, Text] = {
    StatementMode.MAIL.value: msg("Mail"),
    StatementMode.IN_PERSON.value: msg("In person"),
    StatementMode.EMAIL.value: msg("Email"),
    StatementMode.ELECTRONIC.value: msg("Electronic"),
    MADE_ELSEWHERE: msg("Made outside Open Dental"),
}


class StatementRow(Struct, frozen=True):
    """One statement, receipt or invoice."""

    key: int
    statement: Statement
    member: str

    @property
    def kind(self) -> Words:
        """What it is."""
        if self.statement.IsReceipt:
            return msg("Receipt")
        return msg("Invoice") if self.statement.IsInvoice else msg("Statement")

    @property
    def mode(self) -> Words:
        """How it went out, or that it didn't yet."""
        if not self.statement.IsSent:
            return msg("Not sent")
        return MODE_WORDS.get(self.statement.Mode_.value, self.statement.Mode_.value)

    @property
    def balance(self) -> Decimal | None:
        """The family's balance on that day; None: it wasn't kept."""
        return cents(self.statement.BalTotal) if self.statement.IsBalValid else None

    @property
    def pending(self) -> Decimal | None:
        """What was expected from insurance on that day."""
        return cents(self.statement.InsEst) if self.statement.IsBalValid else None


class StatementsList(LedgerList):
    """The family's statements, the newest first."""

    id = "statements"
    word = msg("Statements")
    empty = msg("No statements yet.")
    note = msg("Billing statements are made and sent in Open Dental.")
    columns = (
        Column(
            id="sent",
            title=msg("Date"),
            value=lambda row: row.statement.DateSent,
            kind=Shown.DATE,
            width=11,
            optional=False,
        ),
        Column(id="member", title=msg("For"), value=lambda row: row.member, width=8),
        Column(id="kind", title=msg("Kind"), value=lambda row: row.kind, width=9),
        Column(id="mode", title=msg("Sent by"), value=lambda row: row.mode, width=10),
        Column(id="note", title=msg("Note"), value=lambda row: row.statement.Note.strip(), width=12, share=1),
        Column(id="pending", title=msg("Ins Est"), value=lambda row: row.pending, kind=Shown.MONEY, width=9),
        Column(id="balance", title=msg("Balance"), value=lambda row: row.balance, kind=Shown.MONEY, width=10),
    )

    def fill(self, account: FamilyAccount, filings: Filings | None, whose: int | None) -> None:
        """Show them: they cover the family, whoever's ledger is shown."""
        group = filings.statements if filings is not None else Unread(reading=True)
        names = short_names(account)

        def rows(found: tuple[Statement, ...]) -> list[StatementRow]:
            return [StatementRow(each.StatementNum, each, names.get(each.PatNum, "")) for each in found]

        self.show_group(group, rows)

    def describe(self, row: StatementRow) -> LedgerDetails:
        """The statement in words."""
        statement = row.statement
        facts = (
            (tr("Date"), date_text(statement.DateSent) if statement.DateSent else ""),
            (tr("For"), row.member),
            (tr("Sent by"), typed(row.mode)),
            (tr("Balance"), money_text(row.balance) if row.balance is not None else ""),
            (tr("Ins Est"), money_text(row.pending) if row.pending is not None else ""),
            (tr("Note"), statement.Note.strip()),
        )
        return LedgerDetails(typed(row.kind), tuple(each for each in facts if each[1]))
