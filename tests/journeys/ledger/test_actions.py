"""What is done from the ledger by one letter: payments, checking out, adjustments, refunds, receipts, plans."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.services.money.account.reader import AccountReader
from app.store.patients.parts import Ready
from app.viewmodels.staff.ledger.commands import ADJUST, CHECK_OUT, PAY, PLAN, REFUND
from app.viewmodels.staff.ledger.splits import SplitTarget
from app.viewmodels.staff.money import panels
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from tests.journeys.desk import Desk, Desks
from tests.journeys.ledger.book import Ledger, busiest, open_ledger
from tests.journeys.practices import Practices

OPENS = {
    "P": (PAY, panels.PAYMENT),
    "C": (CHECK_OUT, panels.CHECK_OUT),
    "A": (ADJUST, panels.ADJUST),
    "R": (REFUND, panels.REFUND),
    "L": (PLAN, panels.PLAN),
}


async def letters_open_the_panels_of_the_selected_entry(desk: Desk) -> None:
    """Each letter opens its panel for the patient of the entry; without a payment selected R says why not."""
    pat_num = busiest(desk)
    ledger = await open_ledger(desk, pat_num)
    desk.confirms = False
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_R)
    await desk.told("Select the payment in the ledger first.")
    payment = next(row for row in reversed(ledger.rows) if row.pay_num)
    for letter, (spec, panel_id) in OPENS.items():
        await ledger.select(payment)
        ledger.view.take_focus()
        assert desk.frame.desk.commands[spec.id].verdict.ok, letter
        await desk.press(getattr(Qt.Key, f"Key_{letter}"))
        await desk.until(lambda panel_id=panel_id: desk.frame.money.page(panel_id) is not None)
        page = desk.frame.money.page(panel_id)
        await desk.until(page.isVisible)
        assert desk.frame.desk.money.panels[panel_id].model.person.pat_num == payment.pat_num
        desk.frame.panel.show_card()
        await desk.turn(5)


async def the_receipt_of_a_past_payment_is_one_key_away(desk: Desk) -> None:
    """T prints the selected payment's receipt again; it says COPY."""
    ledger = await open_ledger(desk, busiest(desk))
    await ledger.select(next(row for row in reversed(ledger.rows) if row.pay_num))
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_T)
    await desk.until(lambda: bool(desk.window.findChildren(PrintPreview)))
    preview = desk.window.findChildren(PrintPreview)[0]
    await desk.until(lambda: preview.viewmodel.document is not None)
    assert "COPY" in str(preview.viewmodel.document)
    preview.close()


async def test_a_split_moves_to_another_provider(desk: Desk) -> None:
    """V lists the providers of the selected payment's splits; the chosen one has it, and Undo gives it back."""
    ledger = await open_ledger(desk, busiest(desk))
    card = ledger.model.card
    await ledger.select(next(row for row in reversed(ledger.rows) if row.pay_num and len(row.things) == 1))
    choice = card.splits.choices(card.row)[0]
    before = next(each for each in choice.providers if each.is_current)
    other = next(each for each in choice.providers if not each.is_current)
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_V)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    heads = [each.text() for each in menu.actions() if not each.isEnabled()]
    assert heads == [choice.title, "Clinic"]
    assert menu.activeAction().text() == choice.providers[0].name
    for _ in range(choice.providers.index(other)):
        await desk.press(Qt.Key.Key_Down)
    assert menu.activeAction().text() == other.name
    await desk.press(Qt.Key.Key_Return)

    def provider() -> int:
        found: int = desk.served.sql("SELECT ProvNum FROM paysplit WHERE SplitNum = ?", choice.number)[0][0]
        return found

    await desk.until(lambda: provider() == other.number)
    await desk.until(
        lambda: any(each.is_current and each == replace(other, is_current=True) for each in targets(ledger))
    )
    await desk.told(f"of a payment moved to {other.name}")
    assert not [words for words in desk.toasts if "went wrong" in words]
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await desk.until(lambda: provider() == before.number)


def targets(ledger: Ledger) -> Sequence[SplitTarget]:
    """The providers of the selected payment's first split."""
    card = ledger.model.card
    found = card.splits.choices(card.row)
    return found[0].providers if found else ()


async def test_one_letter_is_enough(desk: Desk) -> None:
    """Panels and receipts for what is selected."""
    await letters_open_the_panels_of_the_selected_entry(desk)
    await the_receipt_of_a_past_payment_is_one_key_away(desk)


async def test_an_account_that_was_read_before(open_practice: Practices, open_desk: Desks) -> None:
    """The ledger opens on an account that a money panel has read, and Tab goes from its members to its actions."""
    desk = await open_desk(open_practice())
    pat_num = busiest(desk)
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    await desk.until(lambda: desk.frame.money.page(panels.PAYMENT) is not None)
    account = desk.frame.desk.parts.patients.of(AccountReader)
    await desk.until(lambda: isinstance(account.state(pat_num), Ready))
    desk.frame.panel.show_card()
    ledger = await open_ledger(desk, pat_num)
    stop, buttons = ledger.view.chips.buttons[-1], set(ledger.view.card.buttons)
    while (stop := stop.nextInFocusChain()) not in buttons:
        takes_tab = stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert not takes_tab or ledger.view.isAncestorOf(stop), stop
