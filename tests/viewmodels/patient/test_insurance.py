"""The Insurance section: figures, verification, order, end, and fields edited in place."""

from __future__ import annotations

from typing import Any

from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.patient.sections.insurance.section import InsuranceSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.patient.people import five_plans, insured, known_figures, uninsured
from tests.viewmodels.patient.test_screen import page_of


async def section_of(model: ScheduleScreenViewModel, pat_num: int) -> InsuranceSection:
    """The section of a patient, read."""
    section = (await page_of(model, pat_num)).sections["insurance"]
    assert isinstance(section, InsuranceSection)
    return section


def figures(section: InsuranceSection) -> list[tuple[str, ...]]:
    """The first plan's table."""
    return [(row.label, row.limit, row.used, row.pending, row.left) for row in section.cards[0].figures]


async def undo(section: InsuranceSection) -> None:
    """Undo the last write."""
    notice = section.desk.notices.undoable
    assert notice is not None
    section.desk.notices.undo(notice.id)


async def test_figures_equal_a_hand_checked_case(model: ScheduleScreenViewModel, served: Served) -> None:
    """Paid 120.50 + 30.25 and claimed 80.00 of 1,500.00 leave 1,269.25; the deductible of 50.00 is met."""
    pat_num = insured(served)
    known_figures(served, pat_num)
    section = await section_of(model, pat_num)
    assert figures(section) == [
        ("Annual maximum", "1,500.00", "150.75", "80.00", "1,269.25"),
        ("Deductible", "50.00", "50.00", "", "0.00"),
    ]
    card = section.cards[0]
    assert (card.order, card.figures_note) == ("Primary", "Estimate for 2026")
    assert card.shares == (("100%", "Preventive"), ("50%", "Crowns"))
    assert card.holder.startswith("Self · ID")
    assert "used 150.75, pending 80.00, remaining 1,269.25" in card.figures[0].spoken


async def test_without_queries_the_patients_own_figures_are_the_same(
    open_practice: Practices, open_desk_on: OpenDesk
) -> None:
    """The methods give the same card as the query, except the family's amounts, whose absence is told."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    pat_num = insured(served)
    known_figures(served, pat_num)
    section = await section_of(await open_desk_on(served), pat_num)
    assert figures(section) == [
        ("Annual maximum", "1,500.00", "150.75", "80.00", "1,269.25"),
        ("Deductible", "50.00", "50.00", "", "0.00"),
    ]
    assert section.cards[0].shares == (("100%", "Preventive"), ("50%", "Crowns"))
    assert section.value is not None
    assert not section.value.counts_family


async def test_no_insurance_and_five(model: ScheduleScreenViewModel, served: Served) -> None:
    """Without insurance there is nothing but the offer to add one; five are in order, an ended one says so."""
    five = five_plans(served)
    section = await section_of(model, uninsured(served))
    assert section.cards == ()
    assert section.may_act().ok
    section = await section_of(model, five)
    assert [card.order for card in section.cards] == ["Primary", "Secondary", "Third", "Fourth", "Fifth"]
    assert [card.state for card in section.cards] == ["", "", "Ended Mar 1, 2026", "", ""]


async def test_verified_by_one_click(model: ScheduleScreenViewModel, served: Served) -> None:
    """Each of both is verified today by one click, and undone."""
    section = await section_of(model, insured(served))
    card = section.cards[0]
    section.actions.verify_benefits(card)
    await until(lambda: section.cards[0].benefits.words == "verified today")
    assert not section.cards[0].eligibility.is_today
    section.actions.verify_eligibility(section.cards[0])
    await until(lambda: section.cards[0].eligibility.is_today)
    await undo(section)
    await until(lambda: section.cards[0].eligibility == card.eligibility)


async def test_the_order_is_changed_and_coverage_ended(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """The secondary becomes primary; an ended coverage is gone after ten seconds; both are undone."""
    section = await section_of(model, insured(served, plans=2))
    before = [card.pat_plan_num for card in section.cards]

    def order() -> list[int]:
        return [card.pat_plan_num for card in section.cards]

    section.actions.move_up(section.cards[1])
    await until(lambda: order() == before[::-1])
    await undo(section)
    await until(lambda: order() == before)
    section.actions.end(section.cards[1])
    await until(lambda: bool(model.parts.journal.unsettled()))
    model.parts.outbox.hurry([entry.id for entry in model.parts.journal.unsettled()])
    await until(lambda: order() == before[:1])
    await undo(section)
    await until(lambda: len(order()) == len(before))


async def test_fields_are_edited_in_place(model: ScheduleScreenViewModel, served: Served) -> None:
    """Each field goes to its own row, with only what changed; a collision shows both versions."""
    section = await section_of(model, insured(served))
    number = section.cards[0].pat_plan_num
    section.toggle(number)
    sub, plan = served.sql(
        "SELECT p.InsSubNum, s.PlanNum FROM patplan p JOIN inssub s ON s.InsSubNum = p.InsSubNum"
        " WHERE p.PatPlanNum = ?",
        number,
    )[0]

    async def save(name: str, text: str) -> Phase:
        edit = section.fields.edits[name]
        edit.edit()
        edit.type_text(text)
        assert edit.commit()
        await until(lambda: edit.state.phase is not Phase.SAVING)
        return edit.state.phase

    def stored(table: str, column: str, key: str, row: int) -> Any:
        return served.sql(f"SELECT {column} FROM {table} WHERE {key} = ?", row)[0][0]

    for name, text in (("SubscriberID", "ZZ-9"), ("GroupName", "Mill"), ("Phone", "503 555 0142")):
        assert await save(name, text) is Phase.SHOWN
    assert stored("inssub", "SubscriberID", "InsSubNum", sub) == "ZZ-9"
    assert stored("insplan", "GroupName", "PlanNum", plan) == "Mill"
    await until(lambda: section.cards[0].group.startswith("Mill ·") and "ZZ-9" in section.cards[0].holder)
    await until(lambda: section.cards[0].phone == "(503) 555-0142")
    edit = section.fields.edits["GroupNum"]
    edit.edit()
    served.sql("UPDATE insplan SET GroupNum = 'THEIRS' WHERE PlanNum = ?", plan)
    edit.type_text("OURS")
    edit.commit()
    await until(lambda: edit.state.phase is Phase.CONFLICT)
    assert (edit.shown, edit.state.theirs) == ("OURS", "THEIRS")
    edit.use_theirs()
    assert stored("insplan", "GroupNum", "PlanNum", plan) == "THEIRS"


async def test_what_is_typed_is_saved_for_its_patient(model: ScheduleScreenViewModel, served: Served) -> None:
    """A value that is typed when another patient, or another plan, is shown is saved where it was typed."""
    one, other = insured(served, plans=2), insured(served)
    section = await section_of(model, one)
    first, second = section.cards

    def number(pat_plan_num: int) -> str:
        rows = served.sql(
            "SELECT s.SubscriberID FROM inssub s JOIN patplan p ON p.InsSubNum = s.InsSubNum WHERE p.PatPlanNum = ?",
            pat_plan_num,
        )
        return str(rows[0][0])

    edit = section.fields.edits["SubscriberID"]
    section.toggle(first.pat_plan_num)
    edit.edit()
    edit.type_text("FIRST-1")
    section.toggle(second.pat_plan_num)
    await until(lambda: number(first.pat_plan_num) == "FIRST-1")
    edit.edit()
    edit.type_text("SECOND-2")
    await section_of(model, other)
    await until(lambda: number(second.pat_plan_num) == "SECOND-2")
    entries = model.parts.journal.recent(2)
    assert {entry.intent.context["PatNum"] for entry in entries} == {one}
    assert len({entry.intent.whose for entry in entries}) == 1
    assert "Patient" not in entries[0].intent.whose


async def test_without_permission_the_rest_works(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """A key that may not change insurance reads it; each action names the permission that is missing."""
    served = open_practice(permissions=ALL - {Permission.INSURANCE_SIMPLE})
    model = await open_desk_on(served)
    section = await section_of(model, insured(served))
    assert section.cards
    for verdict in (section.may_act(), section.actions.may_verify(), section.actions.may_end()):
        assert not verdict.ok
        assert "Insurance" in str(verdict.reason)
    section.toggle(section.cards[0].pat_plan_num)
    edit = section.fields.edits["SubscriberID"]
    edit.edit()
    assert edit.state.phase is Phase.SHOWN
    assert edit.state.words


async def test_a_plan_that_is_gone(model: ScheduleScreenViewModel, served: Served) -> None:
    """A click on a plan that was just ended elsewhere changes nothing and says so; its open fields are closed."""
    section = await section_of(model, insured(served))
    card = section.cards[0]
    section.toggle(card.pat_plan_num)
    served.sql("DELETE FROM patplan WHERE PatPlanNum = ?", card.pat_plan_num)
    model.desk.screens.key("Shift+F5")
    await until(lambda: section.cards == ())
    assert section.open_plan is None
    for act in (
        section.actions.replace_plan,
        section.actions.verify_benefits,
        section.actions.move_up,
        section.actions.end,
    ):
        act(card)
        assert model.desk.notices.items[0].words == "This insurance was just ended. Nothing was changed."
    section.toggle(card.pat_plan_num)
    assert section.open_plan is None
    assert not model.parts.journal.unsettled()
