"""What a new task from the ledger is about: the selected entry, claim or plan, in a line."""

from __future__ import annotations

from app.domain.schedule.visit import Person
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.claims import ClaimRow
from app.viewmodels.staff.ledger.plans import PlanRow
from app.viewmodels.staff.ledger.rows import LedgerRow
from app.viewmodels.staff.ledger.tabs import ACCOUNT, LedgerTabs
from app.viewmodels.staff.patient.people import person_of
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.tables.column import date_text, money_text
from app.viewmodels.translation import tr, typed


def about_selected(desk: DeskViewModel, tabs: LedgerTabs) -> TaskAbout:
    """About the selected row; without one, about the account's patient."""
    account = tabs.account
    row = account.entries.row if tabs.current == ACCOUNT else tabs.lists[tabs.current].row
    match row:
        case LedgerRow():
            pat_num, words = row.pat_num, line_of(row)
        case ClaimRow():
            pat_num, words = row.claim.PatNum, _titled(tabs)
        case PlanRow():
            pat_num, words = row.status.plan.PatNum, _titled(tabs)
        case _:
            pat_num, words = 0, _titled(tabs)
    text = tr("About: {what}", what=words) if words else ""
    return TaskAbout(
        _person(desk, account, pat_num or account.pat_num or 0), text=text, origin=TaskOrigin.LEDGER
    )


def line_of(row: LedgerRow) -> str:
    """An entry in a line: its date, what it is, the tooth, and the amount."""
    tooth = f"#{row.tooth}" if row.tooth else ""  # words: a tooth
    what = " ".join(filter(None, (date_text(row.day), typed(row.what), tooth)))
    return f"{what}, {money_text(row.amount)}"


def _titled(tabs: LedgerTabs) -> str:
    return tabs.details.title if tabs.details is not None else ""


def _person(desk: DeskViewModel, account: LedgerAccount, pat_num: int) -> Person:
    """A member as the account names her."""
    found = next((each.person for each in account.members if each.pat_num == pat_num), None)
    return found or person_of(desk, pat_num)
