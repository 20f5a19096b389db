"""Receipts: only of what is posted, the first one no copy, every other one a copy."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from app.api.need import Need
from app.core.text import Dollars
from app.domain.printing.document import Document
from app.domain.printing.letterhead import Letterhead
from app.domain.printing.walkout import Walkout
from app.domain.schedule.visit import Person
from app.services.money.account.reader import AccountReader
from app.store.patients.parts import Ready
from app.store.topics import Part, Topic
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.kinds import the
from tests.support.owing import owing, payments
from tests.support.paying import open_panel, post
from tests.support.qt_loop import until


class Printed(QObject):
    """What the window is asked to show: previews, because there is no printer, and questions for files."""

    def __init__(self, desk: DeskViewModel, folder: Path) -> None:
        super().__init__(desk)
        self.documents: list[Document] = []
        self.folder = folder
        desk.money.previewed.connect(self._preview)
        desk.money.file_asked.connect(lambda name, then: then(folder / name))

    def _preview(self, _view: Any, model: PrintViewModel) -> None:
        def take() -> None:
            if model.document is not None:
                self.documents.append(model.document)

        model.changed.connect(take)

    @property
    def titles(self) -> list[str]:
        """The titles so far."""
        return [str(document.title) for document in self.documents]

    def rows(self) -> dict[str, str]:
        """The rows of the last one that have a name and a value."""
        (section,) = self.documents[-1].sections
        rows = [row for table in section.tables for row in table.rows if len(row) == 2]
        return {str(name.words): str(value.lead) for name, value in rows}


@pytest.fixture
def printed(model: ScheduleScreenViewModel, tmp_path: Path) -> Printed:
    """What is printed at the desk."""
    return Printed(model.desk, tmp_path)


async def paid(model: ScheduleScreenViewModel, served: Served, amount: str) -> tuple[PaymentViewModel, int]:
    """A payment that is posted."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", amount)
    await post(panel)
    return panel, pat_num


async def test_a_receipt_and_its_copies(
    model: ScheduleScreenViewModel, served: Served, printed: Printed
) -> None:
    """The first receipt is none, the second and one from the ledger are copies; all have what was really posted."""
    panel, pat_num = await paid(model, served, "150.25")
    panel.receipt.print()
    await until(lambda: len(printed.documents) == 1)
    rows = printed.rows()
    assert (rows["Paid"], rows["Method"]) == ("$150.25", "Check")
    assert rows["Reference"].startswith("FD-")
    assert rows["Taken by"] == "A"
    applied = [row[-1].words for row in printed.documents[0].sections[0].tables[1].rows]
    assert sum(each.amount for each in applied if isinstance(each, Dollars)) == Decimal("150.25")
    balance = served.sql(
        "SELECT SUM(EstBalance) FROM patient WHERE Guarantor = (SELECT Guarantor FROM patient WHERE PatNum = ?)",
        pat_num,
    )[0][0]
    assert rows["Balance"] == f"${balance:,.2f}"
    panel.receipt.print()
    await until(lambda: len(printed.documents) == 2)
    pay_num = payments(served, pat_num, "PayNum")[0][0]
    model.desk.money.reprint(pat_num, pay_num)
    await until(lambda: len(printed.documents) == 3)
    assert printed.titles == ["Receipt", "Receipt – COPY", "Receipt – COPY"]
    assert printed.rows()["Balance"] == rows["Balance"]


async def test_nothing_is_printed_before_it_is_done(
    model: ScheduleScreenViewModel, served: Served, printed: Printed
) -> None:
    """A payment that waits, and one that was never posted, have no receipt."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.receipt.print()
    panel.entries.type_text("amount", "20")
    served.faults.unreachable = True
    panel.post()
    await until(lambda: bool(panel.state.waits))
    for do in (panel.receipt.print, panel.receipt.save, panel.receipt.store):
        do()
    served.faults.unreachable = False
    await until(lambda: panel.state.phase == "done")
    assert printed.documents == []
    assert list(printed.folder.glob("*.pdf")) == []
    model.desk.money.reprint(pat_num, 987_654)
    await until(lambda: any("no longer in Open Dental" in each.line for each in model.desk.notices.items))


async def test_two_clicks_print_one_original(
    model: ScheduleScreenViewModel, served: Served, printed: Printed
) -> None:
    """A double click prints one receipt, not two that both look like the first one."""
    panel, _ = await paid(model, served, "20")
    panel.receipt.print()
    panel.receipt.print()
    await until(lambda: len(printed.documents) == 1)
    panel.receipt.print()
    await until(lambda: len(printed.documents) == 2)
    assert printed.titles == ["Receipt", "Receipt – COPY"]


async def test_a_receipt_has_the_account_as_it_is(model: ScheduleScreenViewModel, served: Served) -> None:
    """An account that was read before the chosen amounts were set shows other ones: it is read anew."""
    _, pat_num = await paid(model, served, "20")
    pay_num = payments(served, pat_num, "PayNum")[0][0]
    part, papers = model.parts.patients.of(AccountReader), await model.desk.money.papers()
    release = part.need(pat_num, Need.CLICK)

    def fresh() -> bool:
        state = part.state(pat_num)
        return isinstance(state, Ready) and not state.stale

    await until(fresh)
    release()
    known = the(Ready, part.state(pat_num)).value
    assert await papers.account_with(pat_num, pay_num) is known
    model.parts.office.tell_of(Topic(Part.ACCOUNT, pat_num))
    assert the(Ready, part.state(pat_num)).stale
    assert await papers.account_with(pat_num, pay_num) is not known


async def test_saved_and_stored(model: ScheduleScreenViewModel, served: Served, printed: Printed) -> None:
    """A receipt is saved as a PDF without a name in its file's name, and stored in the patient's documents."""
    panel, pat_num = await paid(model, served, "20")
    panel.receipt.save()
    file = printed.folder / "Receipt.pdf"
    await until(file.exists)
    await until(lambda: any(str(file) in each.line for each in model.desk.notices.items))
    assert file.read_bytes().startswith(b"%PDF")
    panel.receipt.store()
    stored = "SELECT Description FROM document WHERE PatNum = ? ORDER BY DocNum DESC LIMIT 1"
    await until(lambda: served.sql(stored, pat_num) == [("Receipt",)])


async def test_a_walkout(model: ScheduleScreenViewModel, printed: Printed) -> None:
    """A walkout statement is printed in the same way."""
    papers = await model.desk.money.papers()
    walkout = Walkout(
        letterhead=Letterhead("Lanternlight"), patient="Ortiz, Maria", day=model.desk.now().date()
    )
    papers.print(papers.walkout(walkout, Person(1, "Ortiz", "Maria")))
    await until(lambda: printed.titles == ["Walkout statement"])
