"""Receipts and walkout statements: printed or saved with one click, and stored in Open Dental."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QLocale, QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import ExplainedError, Text, msg
from app.domain.money.cents import ZERO
from app.domain.printing.document import Document
from app.domain.printing.receipt import receipt_document
from app.domain.printing.walkout import Walkout, walkout_document
from app.domain.schedule.visit import Person
from app.sealed.errors import LocalStoreError
from app.services.audit.audit import Action
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.receipts import is_on, letterhead, receipt_of
from app.services.writes.patients.patient_writes import NewDocument
from app.store.patients.parts import Ready
from app.viewmodels.messages import explain
from app.viewmodels.printing import PrintChoice, PrintViewModel, paper_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr, typed
from app.wire.resources.payments import Payment

PRINT_NOW, PDF, WRITE, PREVIEW = (
    "app.views.printing.direct:print_now",
    "app.views.printing.direct:pdf_of",
    "app.views.printing.direct:save_pdf",
    "app.views.printing.preview:PrintPreview",
)


LOOKED_BACK = 200
"""Number of entries searched for who took a payment."""


class Paper(Struct, frozen=True):
    """A document for a patient."""

    document: Document
    person: Person
    pay_num: int = 0
    """The payment that it is the receipt of; 0: it is a walkout statement."""

    @property
    def title(self) -> Text:
        """What it is; also its file's name."""
        return msg("Receipt") if self.pay_num else msg("Walkout statement")


class MoneyPapers(QObject):
    """Loaded with the first paper. What became of it is shown in notices, and noted in the audit."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._given: set[int] = set()
        """PayNums whose receipt was printed or saved: the next one is a copy."""

    def receipt(
        self,
        row: Payment,
        person: Person,
        family: FamilyAccount | None,
        *,
        method: str = "",
        tendered: Decimal = ZERO,
        again: bool = False,
    ) -> Paper:
        """The receipt of a payment that is on the account. `again`: it is a copy; so is any after the first one."""
        made = receipt_of(
            row,
            family,
            letterhead(self._desk.parts.office.lists, row.ClinicNum),
            person.display,
            method=method,
            taken_by=self._taken_by(row.PayNum),
            tendered=tendered,
            copy=again or row.PayNum in self._given,
        )
        return Paper(receipt_document(made, self._desk.now()), person, row.PayNum)

    def walkout(self, walkout: Walkout, person: Person) -> Paper:
        """A walkout statement."""
        return Paper(walkout_document(walkout, self._desk.now()), person)

    def print(self, paper: Paper) -> asyncio.Task[None]:
        """Print it on the default printer; without one the preview opens, which saves a PDF."""
        return self._start(self._print(paper))

    def preview(self, paper: Paper) -> None:
        """Show it as it would be printed."""
        self._start(self._show(paper))

    def save(self, paper: Paper) -> None:
        """Ask for a file, and save it as a PDF."""
        self._desk.money.file_asked.emit(f"{typed(paper.title)}.pdf", lambda path: self._save(paper, path))

    def store(self, paper: Paper) -> asyncio.Task[None]:
        """Upload it to the patient's documents in Open Dental."""
        return self._start(self._store(paper))

    async def account_with(self, pat_num: int, pay_num: int) -> FamilyAccount:
        """The account that shows where a payment went: the known one, else read anew. Raises ApiErrors."""
        parts = self._desk.parts
        state = parts.patients.of(AccountReader).state(pat_num)
        known = state.value if isinstance(state, Ready) and not state.stale else None
        if known is not None and known.complete and is_on(known, pay_num):
            return known
        return await AccountReader(parts.client, parts.office).read(pat_num, Need.CLICK)

    async def reprint(self, pat_num: int, pay_num: int) -> None:
        """Print a receipt again, with the account as it is now. Raises the client's ApiErrors."""
        rows = await self._desk.parts.client.at(Need.CLICK).payments.list(PatNum=pat_num)
        row = next((each for each in rows if each.PayNum == pay_num), None)
        family = await self.account_with(pat_num, pay_num)
        member = family.member(pat_num)
        if row is None or member is None:
            self._desk.warn(tr("This payment is no longer in Open Dental."))
            return
        self.print(self.receipt(row, member.person, family, again=True))

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return self._desk.parts.scope.start(work, "money paper")

    async def _print(self, paper: Paper) -> None:
        (print_now,) = await self._desk.parts.load(PRINT_NOW)
        printer, pages = print_now(paper.document)
        if not printer:
            await self._show(paper, printerless=True)
        elif not pages:
            words = tr("{printer} didn't accept this. Check that it is on and connected.", printer=printer)
            self._desk.warn(words)
            return
        else:
            self._desk.notices.say(tr("{what} sent to {printer}.", what=typed(paper.title), printer=printer))
        self._note(paper)

    async def _show(self, paper: Paper, *, printerless: bool = False) -> None:
        async def make() -> Document:
            return paper.document

        name = typed(paper.title)
        (preview,) = await self._desk.parts.load(PREVIEW)
        model = PrintViewModel([PrintChoice(name, name, make)], 0, self._desk.parts.scope, self)
        if printerless:
            model.no_default_printer()
        self._desk.money.previewed.emit(preview, model)

    def _save(self, paper: Paper, path: Path) -> None:
        self._start(self._write(paper, path))

    async def _write(self, paper: Paper, path: Path) -> None:
        (save_pdf,) = await self._desk.parts.load(WRITE)
        if save_pdf(paper.document, paper_of(QLocale()), path):
            self._desk.notices.say(tr("Saved as {file}", file=str(path)))
            self._note(paper)
            return
        self._desk.warn(
            tr(
                "{file} couldn't be saved. If it is open in another program, close it there, "
                "or choose another folder.",
                file=str(path),
            )
        )

    async def _store(self, paper: Paper) -> None:
        (pdf_of,) = await self._desk.parts.load(PDF)
        content = pdf_of(paper.document, paper_of(QLocale()))
        at = self._desk.now().replace(microsecond=0)
        new = NewDocument(paper.person, content, ".pdf", typed(paper.title), at)
        try:
            await self._desk.outcomes.tell(self._desk.parts.patient_writes().papers.upload(new))
        except (ApiError, LocalStoreError, ExplainedError) as error:
            self._desk.notices.fail(explain(error))

    def _taken_by(self, pay_num: int) -> str:
        """The initials of whoever took it at this desk; empty if the journal doesn't know any more."""
        recent = self._desk.parts.journal.recent(LOOKED_BACK)
        entry = next((each for each in recent if (each.answer or {}).get("PayNum") == pay_num), None)
        return (entry.initials or initials_of(entry.who)) if entry is not None else ""

    def _note(self, paper: Paper) -> None:
        again = paper.pay_num in self._given
        if paper.pay_num:
            self._given.add(paper.pay_num)
            action = Action.RECEIPT_AGAIN if again else Action.RECEIPT
            self._desk.parts.audit.note(action, "payment", paper.pay_num, patient=paper.person.pat_num)
        else:
            self._desk.parts.audit.note(Action.PRINT, "walkout", patient=paper.person.pat_num)


def initials_of(name: str) -> str:
    """The first letters of a name: Ana Ortiz is AO."""
    return "".join(part[0] for part in name.split() if part[0].isalpha())[:3].upper()
