"""Taking a payment, without a window."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import QLocale

from app.core.text import msg
from app.domain.money.allocation import Kind
from app.domain.money.cautions import Caution
from app.domain.money.doubts import Doubt
from app.domain.money.preview import SplitPreview, Way
from app.viewmodels.staff.money.payment.payment import PaymentViewModel
from app.viewmodels.staff.money.payment.shown import change, share_rows, ways
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import Practices, Served
from tests.support.owing import owing, payments, splits
from tests.support.paying import open_panel, post
from tests.support.qt_loop import until

OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]
CARD = "4111 1111 1111 1111"


def amounts(preview: SplitPreview | None) -> list[tuple[int, int, Decimal, bool]]:
    """What a preview says, as `splits` reads what was posted."""
    assert preview is not None
    shares = [
        (share.debt.patient, share.debt.thing[1] if share.debt.thing and share.debt.thing[0] is Kind.PROCEDURE else 0,
         share.amount, False)
        for share in preview.shares
    ]  # fmt: skip
    return [*shares, *([(preview.patient, 0, preview.unearned, True)] if preview.unearned else [])]


def is_read(panel: PaymentViewModel, served: Served) -> bool:
    """Whether the account has the last payment."""
    family = panel.state.family
    last = served.sql("SELECT MAX(PayNum) FROM payment")[0][0]
    return family is not None and not panel.state.account_words and family.payments[0].pay_num == last


async def test_the_split_that_is_shown_is_posted(model: ScheduleScreenViewModel, served: Served) -> None:
    """For every way to pay, what stands in the panel before posting is what the office has afterwards, to the cent."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    for way, amount in (
        (Way.FAMILY, "150.25"), (Way.PATIENT, "40.10"), (Way.PROCEDURES, "50.05"), (Way.PREPAYMENT, "33.33"),
        (Way.FAMILY, "3000.00"),
    ):  # fmt: skip
        panel.entries.choose_way(way)
        panel.entries.type_text("amount", amount)
        if way is Way.PROCEDURES:
            for debt in panel.account.open_debts[:2]:
                assert debt.thing is not None
                panel.entries.tick(debt.thing, on=True)
            first, second = panel.state.draft.exact
            panel.entries.type_exact(first, "25.02")
            panel.entries.type_exact(second, "25.03")
        shown = amounts(panel.state.preview)
        assert sum(each[2] for each in shown) == Decimal(amount), way
        await post(panel)
        assert sorted(splits(served, pat_num)) == sorted(shown), way
        panel.start_over()
        await until(lambda: is_read(panel, served))
    assert len(payments(served, pat_num)) == 5


async def test_what_is_offered(model: ScheduleScreenViewModel, served: Served) -> None:
    """The patient's and the family's debts are one click each; an amount that was passed is there already."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num, "12.5")
    assert panel.state.draft.amount == "12.50"
    family = panel.state.family
    assert family is not None
    found = {offer.title: offer.amount for offer in panel.account.offers}
    assert found["Family"] == family.figures.EstBal
    assert found["Patient"] < found["Family"]
    panel.entries.choose_way(Way.FAMILY)
    panel.entries.type_text("amount", f"{found['Family']}")
    assert all(row.tone == "" for row in share_rows(panel.state))
    assert [option.title for option in ways(panel.state)][:3] == [
        "Oldest charges of the family", "Oldest charges of this patient", "Chosen procedures",
    ]  # fmt: skip


async def test_a_payment_on_a_plan(model: ScheduleScreenViewModel, served: Served) -> None:
    """An open dynamic plan is one of the ways to pay; what the panel shows for it is what the office posts."""
    pat_num = served.sql(
        "SELECT Guarantor FROM payplan WHERE IsClosed = 0 AND IsDynamic = 1 AND PlanNum = 0 ORDER BY PayPlanNum"
    )[0][0]
    panel = await open_panel(model.desk, pat_num)
    option = next(each for each in ways(panel.state) if each.way is Way.PLAN)
    panel.entries.choose_way(option.way, option.plan)
    panel.entries.type_text("amount", "35.10")
    preview = panel.state.preview
    assert preview is not None
    paid = [share.amount for share in preview.shares] + [preview.unearned] * bool(preview.unearned)
    assert sum(paid) == Decimal("35.10")
    await post(panel)
    assert sorted(row[2] for row in splits(served, pat_num)) == sorted(paid)
    assert any(share.debt.plan == option.plan for share in preview.shares)


async def test_an_older_office(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Before 25.1.11 ticked procedures are paid oldest first, as the panel shows it: it takes no amount for each."""
    served = open_practice(version="24.4.30")
    model = await open_desk_on(served)
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    assert not panel.takes_exact
    panel.entries.type_text("amount", "30.00")
    panel.entries.choose_way(Way.PROCEDURES)
    for debt in panel.account.open_debts[:2]:
        assert debt.thing is not None
        panel.entries.tick(debt.thing, on=True)
    shown = amounts(panel.state.preview)
    await post(panel)
    assert splits(served, pat_num) == shown
    assert "Payments.allocate" not in served.faults.seen


async def test_nonsense_is_not_posted(model: ScheduleScreenViewModel, served: Served) -> None:
    """Nonsense, another country's separators, nothing, too much: each is said, nothing is sent, nothing is lost."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    for text in ("", "12,50", "1.234,56", "-5", "1e3", "0", "0.001", "twelve", "99999999", "9" * 300):
        panel.entries.type_text("amount", text)
        panel.post()
        assert panel.state.problem, text
        assert (panel.state.phase, panel.state.draft.amount) == (Phase.ENTERING, text)
    assert "Payments.create" not in served.faults.seen
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        panel.entries.type_text("amount", "1.234,56")
        assert panel.state.draft.value == Decimal("1234.56")
        panel.entries.type_text("amount", "12.50")
        assert panel.state.draft.value == 0
    finally:
        QLocale.setDefault(before)


async def test_card_numbers_are_never_kept(model: ScheduleScreenViewModel, served: Served) -> None:
    """A field that receives a card's number says why it keeps no digit of it, whichever field it is."""
    panel = await open_panel(model.desk, owing(served))
    panel.entries.type_text("amount", "20")
    panel.entries.choose_way(Way.PROCEDURES)
    debt = panel.account.open_debts[0]
    assert debt.thing is not None
    panel.entries.tick(debt.thing, on=True)
    for field in ("amount", "check", "bank", "reference", "note", "tendered"):
        panel.entries.type_text(field, CARD)
        assert "card number" in panel.state.problem, field
    panel.entries.type_exact(debt.thing, CARD.replace(" ", ""))
    assert "card number" in panel.state.problem
    assert "4111" not in repr(panel.state.draft)
    for end in range(
        1, len(CARD) + 1
    ):  # typed digit by digit: the number without its last digit is not kept either
        panel.entries.type_text("note", f"Visa {CARD[:end]}")
    assert (panel.state.draft.note, "card number" in panel.state.problem) == ("Visa ", True)


async def test_questions_take_one_more_click(model: ScheduleScreenViewModel, served: Served) -> None:
    """More than is owed, and the same amount a second time, are asked once; a change asks again."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", "5000")
    panel.post()
    assert panel.state.phase is Phase.ENTERING
    assert "unearned" in str(panel.state.cautions[0].words)
    panel.entries.type_text("amount", "5000.01")
    assert panel.state.asked == frozenset()
    await post(panel)
    panel.start_over()
    panel.entries.type_text("amount", "5000.01")
    panel.entries.choose_way(Way.PREPAYMENT)
    panel.post()
    assert panel.state.asked == {"equal"}
    assert len(payments(served, pat_num)) == 1
    await post(panel)
    assert payments(served, pat_num) == [(5000.01,), (5000.01,)]


async def test_a_question_that_comes_later_is_asked_too(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """The account may change between the question and its answer: what was answered is not asked again."""
    panel = await open_panel(model.desk, owing(served))
    panel.entries.type_text("amount", "20")
    questions = [Caution(each, msg("Really?"), refuses=False) for each in (Doubt.EQUAL, Doubt.OVER)]
    for known in (questions[:1], questions):
        panel.state = replace(panel.state, cautions=tuple(known))
        panel.post()
        assert panel.state.asked == {each.doubt.value for each in known}
    panel.post()
    await until(lambda: panel.state.phase is Phase.DONE)


async def test_another_date(model: ScheduleScreenViewModel, served: Served) -> None:
    """A date in the future or none at all is refused; an earlier one is posted as it was entered; empty is today."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", "20")
    for text, words in (("11/18/2026", "in the future"), ("soon", "Not a date"), ("2/30/2026", "Not a date")):
        panel.entries.type_text("day", text)
        panel.post()
        assert words in panel.state.problem, text
        assert panel.state.draft.day == text
    panel.entries.type_text("day", "11/16/2026")
    await post(panel)
    panel.start_over()
    panel.entries.type_text("amount", "21")
    await post(panel)
    assert payments(served, pat_num, "PayDate, PayAmt") == [("2026-11-16", 20.0), ("2026-11-17", 21.0)]


async def test_two_enters_post_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """A second Enter, and a third while it is sent, post nothing more."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    panel.entries.type_text("amount", "20")
    for _ in range(3):
        panel.post()
    await until(lambda: panel.state.phase is Phase.DONE)
    panel.post()
    assert payments(served, pat_num) == [(20.0,)]


async def test_everything_typed_is_posted(model: ScheduleScreenViewModel, served: Served) -> None:
    """A check has its number and branch, a card its terminal's reference; what belongs to another type is not sent."""
    pat_num = owing(served)
    panel = await open_panel(model.desk, pat_num)
    types = {name: num for num, name in panel.state.types}
    texts = {
        "amount": "20",
        "check": "1043",
        "bank": "19-7076",
        "reference": "T-77",
        "note": "Front",
        "tendered": "50",
    }
    for method, expected in {
        "Check": ("1043", "19-7076", "Front "),
        "Credit card": ("", "", "Front · Ref. T-77 "),
        "Cash": ("", "", "Front "),
    }.items():  # fmt: skip
        panel.start_over()
        panel.entries.choose_type(types[method])
        for field, text in texts.items():
            panel.entries.type_text(field, text)
        assert change(panel.state) == ("30.00" if method == "Cash" else "")
        await post(panel)
        check, bank, note, kind = payments(served, pat_num, "CheckNum, BankBranch, PayNote, PayType")[-1]
        assert (check, bank, kind) == (*expected[:2], types[method])
        assert note.startswith(expected[2])
    assert model.desk.money.pay_type.value == str(types["Cash"])


async def test_what_was_typed_is_kept(model: ScheduleScreenViewModel, served: Served) -> None:
    """Another patient, and coming back: nothing typed is lost, and nothing of one patient is offered for another."""
    one, other = owing(served), owing(served, 1)
    desk = model.desk
    panel = await open_panel(desk, one)
    panel.entries.type_text("amount", "20")
    panel.entries.type_text("note", "Front")
    assert desk.patient.entering
    desk.patient.select(other, Origin.OPEN_DENTAL)
    assert desk.patient.current is not None
    assert desk.patient.current.pat_num == one
    desk.patient.select(other, Origin.SEARCH)
    panel.leave()
    panel = await open_panel(desk, other)
    assert panel.state.draft.is_empty
    assert not desk.patient.entering
    panel = await open_panel(desk, one)
    assert (panel.state.draft.amount, panel.state.draft.note, panel.state.resumed) == ("20", "Front", True)
    panel.start_over()
    assert panel.state.draft.is_empty
