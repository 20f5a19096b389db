"""The walkout statement of a patient who leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import join
from app.domain.printing.walkout import Coming, Paid, Treated, Walkout
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount
from app.services.money.checkout import checkout_day
from app.services.money.receipts import letterhead, payment_of
from app.store.patients.parts import Ready
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.checkout.state import name_of
from app.viewmodels.staff.money.papers import MoneyPapers, Paper, initials_of
from app.viewmodels.verdict import Verdict
from app.wire.resources.documents import Documents

Do = Callable[[MoneyPapers, Paper], object]


class CheckoutPapers(QObject):
    """Printed, saved or stored; with the payment that was just posted, if there was one."""

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def may_store(self) -> Verdict:
        """Whether the office takes documents."""
        found = self._desk.parts.client.can(Documents.upload)
        return Verdict(ok=found.ok, reason=found.reason)

    def print(self, person: Person, paid: Entry | None, coming: tuple[Coming, ...]) -> None:
        """Print it."""
        self._start(person, paid, coming, MoneyPapers.print)

    def save(self, person: Person, paid: Entry | None, coming: tuple[Coming, ...]) -> None:
        """Save it as a PDF."""
        self._start(person, paid, coming, MoneyPapers.save)

    def store(self, person: Person, paid: Entry | None, coming: tuple[Coming, ...]) -> None:
        """Upload it to the patient's documents."""
        self._start(person, paid, coming, MoneyPapers.store)

    def _start(self, person: Person, paid: Entry | None, coming: tuple[Coming, ...], do: Do) -> None:
        self._desk.parts.scope.start(self._make(person, paid, coming, do), "walkout statement")

    async def _make(self, person: Person, paid: Entry | None, coming: tuple[Coming, ...], do: Do) -> None:
        papers = await self._desk.money.papers()
        try:
            family = await self._account(papers, person, paid)
        except ApiError as error:
            self._desk.fail(error)
            return
        do(papers, papers.walkout(self._walkout(family, person, coming), person))

    async def _account(self, papers: MoneyPapers, person: Person, paid: Entry | None) -> FamilyAccount:
        """The account as it is now: with the payment, if one was posted."""
        row = payment_of(paid) if paid is not None else None
        if row is not None:
            return await papers.account_with(person.pat_num, row.PayNum)
        parts = self._desk.parts
        state = parts.patients.of(AccountReader).state(person.pat_num)
        if isinstance(state, Ready) and state.value.complete and not state.stale:
            return state.value
        return await AccountReader(parts.client, parts.office).read(person.pat_num, Need.CLICK)

    def _walkout(self, family: FamilyAccount, person: Person, coming: tuple[Coming, ...]) -> Walkout:
        today, lists = self._desk.now().date(), self._desk.parts.office.lists
        day = checkout_day(family, person.pat_num, today)
        names = {row.ProvNum: row.Abbr for row in lists.providers} if lists is not None else {}
        member = family.member(person.pat_num)
        return Walkout(
            letterhead=letterhead(lists, member.clinic_num if member is not None else 0),
            patient=person.display,
            day=today,
            treated=tuple(
                Treated(
                    each.line.code,
                    name_of(each, with_code=False),
                    names.get(each.line.prov_num, ""),
                    each.fee,
                    each.insurance,
                )
                for each in day.treated
            ),
            paid=tuple(
                Paid(join([each.kind, each.check]), each.amount)
                for each in family.payments
                if each.day == today
            ),
            balance=family.figures.Total,
            pending=family.figures.InsEst,
            coming=coming,
            handed_by=initials_of(self._desk.user.name),
        )
