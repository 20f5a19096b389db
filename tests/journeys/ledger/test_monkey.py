"""Random keys, clicks and typing on the ledger: it never crashes, and shows the account afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.desk import Desk
from tests.journeys.ledger.book import busiest, open_ledger
from tests.journeys.test_monkey import Monkey

SEED = 4


@pytest.mark.timeout(400)
async def test_nothing_breaks_the_ledger(desk: Desk) -> None:
    """After 250 random actions the ledger of a patient still ends in the patient's balance."""
    pat_num = busiest(desk)
    desk.confirms = False
    await open_ledger(desk, pat_num)
    await Monkey(desk, SEED).work(250)
    desk.served.faults.unreachable = False
    desk.served.faults._planned.clear()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for dialog in desk.window.findChildren(QDialog):
        dialog.close()
    desk.frame.desk.patient.clear()
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    ledger = await open_ledger(desk, pat_num)
    await desk.until(lambda: ledger.model.pat_num == pat_num and not ledger.model.account.age_words)
    ledger.model.account.entries.reveal(None)
    ledger.model.account.show_family(shown=False)
    counted = [row for row in ledger.rows if row.balance is not None]
    assert counted[-1].balance == ledger.money("SELECT EstBalance FROM patient WHERE PatNum = ?", pat_num)
