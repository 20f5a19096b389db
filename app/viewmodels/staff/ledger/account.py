"""The account on the ledger: whose it is, its figures, the family's members and the urgent note."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker

from app.api.need import Need
from app.core.text import many
from app.services.money.account.reader import AccountReader
from app.services.money.account.records import FamilyAccount, Member, figures_of
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.figures import LedgerFigures, ledger_figures
from app.viewmodels.staff.ledger.members import MemberChip, member_chips
from app.viewmodels.staff.ledger.table import LedgerEntries
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.tables.column import money_text
from app.viewmodels.translation import tr


class LedgerAccount(Section[FamilyAccount]):
    """The patient's entries, or those of the whole family."""

    reader = AccountReader
    need = Need.CLICK

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.shows_family = False
        self.figures: LedgerFigures | None = None
        self.chips: tuple[MemberChip, ...] = ()
        self.urgent = ""
        """The family's urgent financial note."""
        self.entries = LedgerEntries(desk, self)
        self.entries.family_asked.connect(lambda: self.show_family(shown=True))

    @property
    def whose(self) -> int | None:
        """Whose ledger is shown; None: the family's."""
        return None if self.shows_family else self.pat_num

    @property
    def members(self) -> tuple[Member, ...]:
        """The family's members; none before the account is known."""
        return self.value.members if self.value is not None else ()

    @property
    def warning(self) -> str:
        """What the figures lack; empty: nothing."""
        value = self.value
        if value is None:
            return ""
        if not value.complete:
            if self.refused:
                return tr("These are not all entries, or not in full: the account couldn't be read.")
            return tr("Loading the account: {n} entries so far.", n=len(value.lines))
        if value.unread:
            return tr(
                many(
                    "{n} entries can't be read, so the balance may be wrong. Check it in Open Dental.",
                    "{n} entry can't be read, so the balance may be wrong. Check it in Open Dental.",
                    value.unread,
                )
            )
        if value.differs and value.stated is not None:
            return tr(
                "Open Dental says the total is {amount}. Press Shift+F5 to read the account again.",
                amount=money_text(value.stated.Total),
            )
        return ""

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. A member's family is the one that is shown already, while it is read again."""
        known = self.value
        if pat_num == self.pat_num:
            return
        if pat_num is None or known is None or known.member(pat_num) is None:
            self.figures, self.chips, self.urgent = None, (), ""
            self.shows_family = False
            self.entries.clear()
            super().show(pat_num)
            return
        with QSignalBlocker(self):  # the members stay, and with them the focus
            super().show(pat_num)
            self._part.publish(pat_num, seen_by(known, pat_num))
        self._update()

    def choose(self, pat_num: int) -> None:
        """Show a member's ledger, who becomes the desk's selected patient; 0: the family's."""
        self.show_family(shown=not pat_num)
        if pat_num and pat_num != self.pat_num:
            self.desk.patient.select(pat_num, Origin.FAMILY)

    def show_family(self, *, shown: bool) -> None:
        """Show the entries of the whole family, or only the patient's."""
        if shown is not self.shows_family:
            self.shows_family = shown
            self._update()

    def close(self) -> None:
        """Stop following the account and the journal."""
        super().close()
        self.entries.close()

    def _fill(self, value: FamilyAccount) -> None:
        self.figures = ledger_figures(value, self.whose)
        self.chips = member_chips(value, self.whose or 0)
        self.urgent = value.urgent
        self.entries.show(value, self.whose)


def seen_by(known: FamilyAccount, pat_num: int) -> FamilyAccount:
    """The same family's account as another member has it."""
    own = replace(known.figures, PatEstBal=figures_of(known.account, pat_num).PatEstBal)
    return replace(known, pat_num=pat_num, figures=own, stated=None)
