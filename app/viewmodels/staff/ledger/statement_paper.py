"""A statement of the account: stored in Open Dental's documents, on the ledger there, and shown to be printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QObject

from app.core.text import join, msg
from app.domain.printing.document import Document
from app.domain.printing.statement import AccountStatement, StatementLine, statement_document
from app.journal.entries import WriteState
from app.services.money.account.records import FamilyAccount, Member
from app.services.money.receipts import letterhead
from app.services.writes.money.statement import statement_intent
from app.services.writes.patients.patient_writes import NewDocument
from app.store.lists import OfficeLists
from app.viewmodels.printing import PrintChoice, PrintViewModel, paper_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.entries import ledger_rows
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.documents import Documents
from app.wire.resources.statements import Statements

PDF, PREVIEW = "app.views.printing.direct:pdf_of", "app.views.printing.preview:PrintPreview"
DAYS = 90
"""How far back its entries go; what was owed before is one line."""
LOADING = Verdict(ok=False, reason=msg("The account is still loading. Try again in a moment."))
NOT_READ = Verdict(ok=False, reason=msg("The account couldn't be read. Press Shift+F5 to read it again."))
UNSURE = Verdict(
    ok=False,
    reason=msg("The balance may be wrong: see the line above the ledger. Make the statement in Open Dental."),
)


class StatementPaper(QObject):
    """Makes one of the whole family's account, for its guarantor."""

    def __init__(
        self,
        desk: DeskViewModel,
        account: LedgerAccount,
        show: Callable[[object, object], None],
        parent: QObject,
    ) -> None:
        """`show` gets the print preview's factory and its viewmodel."""
        super().__init__(parent)
        self._desk = desk
        self._account = account
        self._show = show

    def verdict(self) -> Verdict:
        """Whether the office takes one. Needs 25.3.26; an older office's statements are made in Open Dental."""
        for method in (Statements.create, Documents.upload):
            if not (found := self._desk.parts.client.can(method)):
                return Verdict(ok=False, reason=found.reason)
        value = self._account.value
        if value is None or not value.complete:
            return NOT_READ if self._account.refused else LOADING
        return UNSURE if value.unread or value.differs else YES

    async def make(self) -> None:
        """Store it, then show it; not if it was refused."""
        desk, parts, value = self._desk, self._desk.parts, self._account.value
        if value is None or not self.verdict().ok:
            return
        head = value.member(value.guarantor) or value.members[0]
        now = desk.now().replace(microsecond=0)
        made = statement_of(value, head, parts.office.lists, now.date())
        document = statement_document(made, now)
        pdf_of, preview = await parts.load(PDF, PREVIEW)
        content = pdf_of(document, paper_of(QLocale()))
        new = NewDocument(head.person, content, ".pdf", tr("Statement"), now)
        papers = parts.patient_writes().papers
        entry = await desk.outcomes.tell(papers.upload(new, statement_intent(head.person, now.date())))
        if entry is None or entry.state is WriteState.REFUSED:
            return

        async def ready() -> Document:
            return document

        name = tr("Statement")
        self._show(preview, PrintViewModel([PrintChoice(name, name, ready)], 0, parts.scope, self))


def statement_of(
    value: FamilyAccount, guarantor: Member, lists: OfficeLists | None, today: date
) -> AccountStatement:
    """The entries of the last 90 days, after what was owed before."""
    since = today - timedelta(days=DAYS)
    before, balance, lines = value.opening, value.opening, []
    for row in ledger_rows(value, None):
        balance += row.amount
        if row.day < since:
            before = balance
        else:
            tooth = f"#{row.tooth}" if row.tooth else ""  # words: a tooth
            lines.append(
                StatementLine(row.day, row.member, join([row.code, row.what, tooth]), row.amount, balance)
            )
    figures = value.figures
    return AccountStatement(
        letterhead=letterhead(lists, guarantor.clinic_num),
        guarantor=guarantor.person.display,
        day=today,
        since=since,
        before=before,
        lines=tuple(lines),
        balance=figures.Total,
        pending=figures.InsEst,
        ages=(figures.Bal_0_30, figures.Bal_31_60, figures.Bal_61_90, figures.BalOver90),
    )
