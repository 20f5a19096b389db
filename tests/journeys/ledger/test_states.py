"""The ledger without a patient, without entries, without permission, and without the server."""

from __future__ import annotations

from app.practice.server.faults import Fault
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.ledger.screen import LedgerScreen
from app.wire.permissions import Permission
from tests.journeys.desk import Desk, Desks
from tests.journeys.ledger.book import busiest, open_ledger
from tests.journeys.practices import ALL, Practices

EMPTY = (
    "SELECT PatNum FROM patient WHERE PatStatus = 0 AND PatNum NOT IN (SELECT PatNum FROM procedurelog WHERE"
    " ProcStatus = 2) AND PatNum NOT IN (SELECT PatNum FROM paysplit) AND PatNum NOT IN (SELECT PatNum FROM adjustment)"
    " AND PatNum NOT IN (SELECT Guarantor FROM payplancharge) LIMIT 1"
)


async def without_a_patient_it_offers_the_search(desk: Desk) -> None:
    """No patient: it says how to find one. A patient who is closed leaves nothing behind."""
    pat_num = busiest(desk)
    await desk.frame.desk.screens.show("ledger")
    await desk.until(lambda: bool(desk.window.findChildren(LedgerScreen)))
    view = desk.window.findChildren(LedgerScreen)[0]
    assert "No patient selected" in desk.texts(view)
    ledger = await open_ledger(desk, pat_num)
    assert ledger.rows
    desk.frame.desk.patient.clear()
    await desk.turn()
    assert "No patient selected" in desk.texts(view)
    assert not ledger.rows


async def an_empty_account_says_what_to_do(desk: Desk) -> None:
    """Nothing on the account: it says so, offers a prepayment, and owes nothing."""
    found = desk.served.sql(EMPTY)
    ledger = await open_ledger(desk, int(found[0][0]))
    assert "Nothing on this account yet" in desk.texts(ledger.view)
    assert ledger.view.figures.amount.text() == "0.00"


async def test_a_refusal_says_why_and_offers_to_try_again(open_practice: Practices, open_desk: Desks) -> None:
    """An account that can't be read: the reason and "Try again", and no zeros in place of figures."""
    desk = await open_desk(open_practice(permissions=ALL - {Permission.QUERIES}))
    for method in ("Adjustments.list", "AccountModules.service_date_view"):
        desk.served.faults.plan(method, Fault.SERVER_ERROR, times=40)
    desk.frame.desk.patient.select(busiest(desk), Origin.SEARCH)
    await desk.frame.desk.screens.show("ledger")
    await desk.until(lambda: bool(desk.window.findChildren(LedgerScreen)))
    view = desk.window.findChildren(LedgerScreen)[0]
    await desk.until(lambda: view.model.account.refused)
    assert "server failed" in desk.texts(view.table)
    assert desk.button("Try again", view.table).isVisible()
    assert "0.00" not in desk.texts(view.figures)


async def test_without_the_server_what_is_known_stays_with_its_age(desk: Desk) -> None:
    """The server is gone: the entries stay, a refresh changes nothing, and the age is said."""
    ledger = await open_ledger(desk, busiest(desk))
    rows, figures = ledger.rows, desk.texts(ledger.view.figures)
    desk.served.faults.unreachable = True
    ledger.model.refresh()
    await desk.until(lambda: bool(ledger.model.account.age_words))
    assert (ledger.rows, desk.texts(ledger.view.figures)) == (rows, figures)
    desk.served.faults.unreachable = False


async def another_patient_is_shown_without_the_last_ones_filter(desk: Desk) -> None:
    """Words and kinds that were chosen for one family are not applied to the next, in the field as in the table."""
    ledger = await open_ledger(desk, busiest(desk))
    ledger.view.table.pane.filter_field.setText("cleaning")
    ledger.view.table.open_only.click()
    other = int(
        desk.served.sql("SELECT PatNum FROM claim WHERE ClaimStatus = 'S' ORDER BY PatNum LIMIT 1")[0][0]
    )
    await open_ledger(desk, other)
    assert ledger.view.table.pane.filter_field.text() == ""
    assert not ledger.view.table.open_only.isChecked()
    assert len(ledger.rows) > 5


async def test_one_patient_after_the_other(desk: Desk) -> None:
    """Nobody, somebody without entries, and another family: nothing of the last one stays."""
    await without_a_patient_it_offers_the_search(desk)
    await an_empty_account_says_what_to_do(desk)
    await another_patient_is_shown_without_the_last_ones_filter(desk)
