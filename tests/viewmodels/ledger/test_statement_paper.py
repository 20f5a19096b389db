"""A statement of the account: stored, on Open Dental's ledger, and true to the cent; older offices make none here."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from app.domain.money.cents import ZERO, cents
from app.practice.server.faults import Fault
from app.services.money.account.reader import AccountReader
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.ledger.account import LedgerAccount
from app.viewmodels.staff.ledger.commands import STATEMENT
from app.viewmodels.staff.ledger.screen import LedgerScreenViewModel
from app.viewmodels.staff.ledger.statement_paper import LOADING, NOT_READ, StatementPaper, statement_of
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Practices, Served
from tests.support.owing import owing
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

NEWEST = (
    "SELECT s.PatNum, s.DocNum, s.Mode_, d.PatNum, d.Description FROM statement s"
    " JOIN document d ON d.DocNum = s.DocNum ORDER BY s.StatementNum DESC LIMIT 1"
)
COUNT = "SELECT COUNT(*) FROM statement"
DOCUMENTS = "SELECT COUNT(*) FROM document"
API = 4


async def opened(desk: DeskViewModel, pat_num: int) -> tuple[StatementPaper, LedgerAccount, list[Any]]:
    """What makes a statement of a patient's account, the account, and what was shown to be printed."""
    account, shown = LedgerAccount(desk), []
    account.show(pat_num)
    await until(lambda: account.value is not None and account.value.complete)
    return StatementPaper(desk, account, lambda _, made: shown.append(made), desk), account, shown


async def test_it_is_stored_and_shown(model: ScheduleScreenViewModel, served: Served) -> None:
    """One document and one statement that refers to it, for the guarantor; the same paper is shown."""
    desk, pat_num = model.desk, owing(served)
    paper, account, shown = await opened(desk, pat_num)
    ((before,),) = served.sql(COUNT)
    assert paper.verdict().ok
    await paper.make()
    await until(lambda: served.sql(COUNT) == [(before + 1,)])
    (row,) = served.sql(NEWEST)
    assert (row[0], row[2], row[3], row[4]) == (pat_num, API, pat_num, "Statement")
    assert row[1]
    (made,) = shown
    assert isinstance(made, PrintViewModel)
    await until(lambda: not desk.parts.journal.unsettled())
    upload = next(each for each in desk.parts.journal.recent(5) if each.intent.kind == "upload")
    assert not desk.parts.writes.can_undo(upload), "its statement would refer to nothing"
    account.close()


async def test_undo_deletes_it_and_its_document(model: ScheduleScreenViewModel, served: Served) -> None:
    """Where the office deletes statements (26.2), Ctrl+Z leaves neither the statement nor its document."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    before = served.sql(COUNT), served.sql(DOCUMENTS)
    await paper.make()
    await until(lambda: served.sql(COUNT) != before[0] and not desk.parts.journal.unsettled())
    await until(lambda: desk.commands["undo"].verdict.ok)
    desk.commands["undo"].run()
    await until(lambda: (served.sql(COUNT), served.sql(DOCUMENTS)) == before)
    await until(lambda: not desk.parts.journal.unsettled())
    await until(lambda: desk.notices.items[-1].words.endswith(": undone."))
    assert desk.notices.final == "", "its document, which is deleted too, is not to be deleted by hand"
    account.close()


async def test_a_document_that_stays_is_told(model: ScheduleScreenViewModel, served: Served) -> None:
    """The statement is gone, and the notice says that its document was not deleted."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    await paper.make()
    await until(lambda: bool(desk.notices.undoable) and not desk.parts.journal.unsettled())
    served.faults.plan("Documents.delete", Fault.NOT_PERMITTED)
    desk.commands["undo"].run()
    await until(lambda: len(_of_the_document(desk)) == 1)
    (refused,) = (
        each for each in desk.parts.journal.open_entries() if each.intent.kind == "document removal"
    )
    desk.parts.writes.dismiss(refused)
    await until(lambda: not desk.parts.journal.open_entries())
    assert len(_of_the_document(desk)) == 1, "what is dismissed is not told again"
    account.close()


def _of_the_document(desk: DeskViewModel) -> list[str]:
    """The errors about a statement's document."""
    return [each.words for each in desk.notices.items if each.kind == "error" and "document" in each.words]


async def test_a_statement_that_stays_keeps_its_document(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Undone while the office can't be reached, and refused later: its document is not deleted either."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    await paper.make()
    await until(lambda: bool(desk.notices.undoable) and not desk.parts.journal.unsettled())
    stored = served.sql(COUNT), served.sql(DOCUMENTS)
    served.faults.plan("Statements.delete", Fault.NOT_PERMITTED)
    served.faults.unreachable = True
    desk.commands["undo"].run()
    await until(lambda: desk.notices.items[-1].kind == "waiting")
    served.faults.unreachable = False
    await until(lambda: desk.notices.items[-1].kind == "error" and not desk.parts.journal.unsettled())
    assert (served.sql(COUNT), served.sql(DOCUMENTS)) == stored
    account.close()


async def test_while_its_statement_waits_nothing_is_undone(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Between the document and its statement, Ctrl+Z undoes no earlier change: it says that one can't be undone yet."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    earlier: list[str] = []
    desk.notices.say("An earlier change", undo=lambda: earlier.append("undone"))
    served.faults.plan("Statements.create", Fault.TIMEOUT_BEFORE)
    await paper.make()
    await until(lambda: any(each.words.startswith("Statement uploaded for") for each in desk.notices.items))
    verdict = desk.commands["undo"].verdict
    assert not verdict.ok
    assert "can't be undone yet" in str(verdict.reason)
    desk.commands["undo"].run()
    assert earlier == []
    account.close()


async def test_once_a_statement_is_undone_earlier_changes_can_be(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Its document's notice, which said "not yet", is no obstacle any more."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    before = served.sql(COUNT), served.sql(DOCUMENTS)
    earlier = desk.notices.say("An earlier change", undo=lambda: None)
    await paper.make()
    await until(lambda: desk.notices.undoable not in (None, earlier))
    desk.commands["undo"].run()
    await until(lambda: (served.sql(COUNT), served.sql(DOCUMENTS)) == before)
    await until(lambda: not desk.parts.journal.unsettled() and desk.notices.undoable == earlier)
    assert desk.commands["undo"].verdict.ok
    account.close()


async def test_only_its_document_is_left(model: ScheduleScreenViewModel, served: Served) -> None:
    """Stored but not on the ledger: Ctrl+Z deletes the document, no earlier change, and nothing is left to settle."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    before = served.sql(COUNT), served.sql(DOCUMENTS)
    served.faults.plan("Statements.create", Fault.NOT_PERMITTED)
    await paper.make()
    assert not desk.notices.undoable, "the statement may still refer to it"
    await until(lambda: desk.notices.items[-1].kind == "error")
    upload = desk.notices.undoable
    assert upload is not None
    assert upload.words.startswith("Statement uploaded for")
    desk.commands["undo"].run()
    await until(lambda: (served.sql(COUNT), served.sql(DOCUMENTS)) == before)
    await until(lambda: not desk.parts.journal.open_entries())
    assert desk.notices.items[-1].words.endswith(": undone.")
    assert desk.notices.undoable is None
    account.close()


async def test_a_refused_statement_that_is_sent_again_keeps_its_document(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Sent again, it is on the ledger: from then on Undo is the statement's, and its document goes with it."""
    desk = model.desk
    paper, account, _ = await opened(desk, owing(served))
    before = served.sql(COUNT), served.sql(DOCUMENTS)
    served.faults.plan("Statements.create", Fault.NOT_PERMITTED)
    await paper.make()
    await until(lambda: desk.notices.items[-1].kind == "error")
    desk.notices.act(desk.notices.items[-1].id, "Try again")
    await until(lambda: served.sql(COUNT) != before[0] and not desk.parts.journal.unsettled())
    await until(lambda: desk.notices.undoable is not None)
    assert desk.notices.undoable is not None
    assert desk.notices.undoable.words.startswith("Statement added")
    desk.commands["undo"].run()
    await until(lambda: (served.sql(COUNT), served.sql(DOCUMENTS)) == before)
    await until(lambda: not desk.parts.journal.open_entries())
    account.close()


async def test_an_office_that_deletes_none_says_so(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Before 26.2, Ctrl+Z undoes no earlier change instead: it says where a statement is deleted."""
    served = open_practice(version="25.3.26")
    desk = (await open_desk_on(served)).desk
    paper, account, _ = await opened(desk, owing(served))
    await paper.make()
    await until(lambda: "statement" in {each.intent.kind for each in desk.parts.journal.recent(2)})
    await until(lambda: not desk.parts.journal.unsettled() and bool(desk.notices.final))
    ((after,),) = served.sql(COUNT)
    verdict = desk.commands["undo"].verdict
    assert (verdict.ok, desk.notices.undoable) == (False, None)
    desk.commands["undo"].run()
    said = desk.notices.items[-1].words
    assert said.endswith("this can't be undone here. Delete it in Open Dental's Account module.")
    assert served.sql(COUNT) == [(after,)]
    account.close()


async def test_it_adds_up(model: ScheduleScreenViewModel, served: Served) -> None:
    """The balance forward and the entries give the balance, which is the family's."""
    paper, account, _ = await opened(model.desk, owing(served))
    value = account.value
    assert value is not None
    made = statement_of(value, value.members[0], None, model.desk.now().date())
    assert made.lines
    assert made.before + sum(line.amount for line in made.lines) == made.balance == made.lines[-1].balance
    assert sum(made.ages) == made.balance
    total = served.sql("SELECT SUM(EstBalance) FROM patient WHERE Guarantor = ?", value.guarantor)[0][0]
    assert made.balance == cents(Decimal(str(total)))
    assert all(line.day >= made.since for line in made.lines)
    assert paper.verdict().ok
    account.close()


async def test_two_presses_make_one(model: ScheduleScreenViewModel, served: Served) -> None:
    """The command runs until the statement is stored: a second press adds none. The tab lists it."""
    desk = model.desk
    ledger = LedgerScreenViewModel(desk, None)
    shown: list[Any] = []
    ledger.previewed.connect(lambda _, made: shown.append(made))
    ledger.tabs.show(owing(served))
    await until(lambda: ledger.account.value is not None and ledger.account.value.complete)
    await until(lambda: ledger.tabs.filings.value is not None)
    listed = ledger.tabs.lists["statements"].table.model
    shown_before = len(listed.rows)
    ((before,),) = served.sql(COUNT)
    command = ledger.card.own[STATEMENT]
    command.run()
    command.run()
    assert command.running
    await until(lambda: not command.running)
    await until(lambda: served.sql(COUNT)[0][0] > before and not desk.parts.journal.unsettled())
    uploads = [each for each in desk.parts.journal.recent(10) if each.intent.kind == "upload"]
    assert (served.sql(COUNT), len(uploads), len(shown)) == ([(before + 1,)], 1, 1)
    await until(lambda: len(listed.rows) == shown_before + 1)
    ledger.close()


async def test_a_balance_that_may_be_wrong_is_not_stated(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Neither with entries that can't be read, nor where Open Dental has another total."""
    paper, account, _ = await opened(model.desk, owing(served))
    value = account.value
    assert value is not None
    for doubtful in (replace(value, unread=1), replace(value, stated=replace(value.figures, Total=ZERO))):
        model.desk.parts.patients.of(AccountReader).change(lambda _, __, made=doubtful: made)
        assert account.value == doubtful
        assert not paper.verdict().ok
    account.close()


async def test_a_refused_one_is_not_shown(model: ScheduleScreenViewModel, served: Served) -> None:
    """Paper would say what Open Dental doesn't know."""
    paper, account, shown = await opened(model.desk, owing(served))
    served.faults.plan("Documents.upload", Fault.NOT_PERMITTED)
    ((before,),) = served.sql(COUNT)
    await paper.make()
    assert (shown, served.sql(COUNT)) == ([], [(before,)])
    account.close()


async def test_an_account_that_cannot_be_read_is_not_loading(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """The button says that reading failed and how to read again: waiting would not help."""
    served.faults.plan("*", Fault.NOT_PERMITTED, times=50)
    account = LedgerAccount(model.desk)
    account.show(owing(served))
    paper = StatementPaper(model.desk, account, lambda *_: None, model.desk)
    assert paper.verdict() == LOADING
    await until(lambda: account.refused)
    assert paper.verdict() == NOT_READ
    account.close()


async def test_an_older_office_makes_none(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Before 25.3.26 the button says which version it needs."""
    served = open_practice(version="25.3.25")
    model = await open_desk_on(served)
    paper, account, _ = await opened(model.desk, owing(served))
    verdict = paper.verdict()
    assert (verdict.ok, "25.3.26" in str(verdict.reason)) == (False, True)
    account.close()
