"""The form of new coverage: what is there already is offered, what is missing is named, and each row is made once."""

from __future__ import annotations

from app.viewmodels.staff.patient.sections.insurance.coverage_form import CoverageForm
from app.viewmodels.staff.patient.sections.insurance.section import InsuranceSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.wire.permissions import Permission
from app.wire.resources.pat_plans import PatPlanRelat
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.patient.people import insured, member_without_plan, uninsured
from tests.viewmodels.patient.test_insurance import section_of

COVERAGE = (
    "SELECT c.CarrierName, i.GroupName, i.GroupNum, s.SubscriberID, p.Relationship, p.Ordinal FROM patplan p"
    " JOIN inssub s ON s.InsSubNum = p.InsSubNum JOIN insplan i ON i.PlanNum = s.PlanNum"
    " JOIN carrier c ON c.CarrierNum = i.CarrierNum WHERE p.PatNum = ? ORDER BY p.Ordinal"
)


def form_of(section: InsuranceSection) -> CoverageForm:
    """The opened form."""
    section.act()
    assert section.form is not None
    return section.form


async def test_a_relatives_plan_is_copied(model: ScheduleScreenViewModel, served: Served) -> None:
    """The family's plans are offered; choosing one and Add cover the patient by it, with a guessed relationship."""
    pat_num, head = member_without_plan(served)
    section = await section_of(model, pat_num)
    form = form_of(section)
    await until(lambda: bool(form.state.family))
    form.use_family_plan(form.state.family[0].number)
    assert (form.state.subscriber, form.state.copies) == (head, True)
    assert form.state.relationship in (PatPlanRelat.CHILD, PatPlanRelat.SPOUSE)
    form.add()
    await until(lambda: section.form is None and len(section.cards) == 1)
    assert served.sql(COVERAGE, pat_num)[0][:4] == served.sql(COVERAGE, head)[0][:4]
    assert "Insurance added for" in section.desk.notices.items[-1].words


async def test_carriers_and_plans_are_offered_while_typing(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A carrier and one of its plans are chosen from what is offered: only subscriber and coverage are new."""
    pat_num = insured(served)
    section = await section_of(model, pat_num)
    form = form_of(section)
    assert form.state.title == "New secondary insurance"
    form.type_carrier("northcoast")
    await until(lambda: bool(form.state.carriers))
    form.choose_carrier(form.state.carriers[0].number)
    await until(lambda: bool(form.state.plans))
    before = served.sql("SELECT COUNT(*) FROM insplan")
    form.choose_plan(form.state.plans[0].number)
    form.add()
    assert (form.state.missing, form.state.problem) == (
        "subscriber_id",
        "Enter the subscriber ID from the card.",
    )
    form.type_subscriber_id("NC-77")
    form.add()
    await until(lambda: len(section.cards) == 2)
    assert section.cards[1].carrier == "Northcoast Dental"
    assert served.sql("SELECT COUNT(*) FROM insplan") == before
    assert served.sql(COVERAGE, pat_num)[1][3:] == ("NC-77", 0, 2)


async def test_a_new_carrier_is_added_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """Carrier, plan, subscriber and coverage follow one after another; the last one is told."""
    pat_num = uninsured(served)
    section = await section_of(model, pat_num)
    form = form_of(section)
    form.add()
    assert form.state.missing == "carrier"
    form.type_carrier("Harbor Mutual of Oregon")
    form.type_phone("12")
    form.type_group(name="Dock Workers", number="H 12")
    form.type_subscriber_id("HM-1")
    form.add()
    assert form.state.missing == "phone"
    form.type_phone("503 555 0199")
    form.add()
    await until(lambda: len(section.cards) == 1)
    assert served.sql(COVERAGE, pat_num) == [
        ("Harbor Mutual of Oregon", "Dock Workers", "H 12", "HM-1", 0, 1)
    ]
    await until(lambda: any("Insurance added for" in each.words for each in section.desk.notices.items))


async def test_a_carrier_that_is_there_is_used(model: ScheduleScreenViewModel, served: Served) -> None:
    """A carrier typed in full without choosing it is found to be there; the second Add uses it."""
    name = "Harbor Mutual of Oregon"
    pat_num = uninsured(served)
    served.sql("INSERT INTO carrier (CarrierName, Address) VALUES (?, '')", name)
    section = await section_of(model, pat_num)
    form = form_of(section)
    form.type_carrier(name)
    form.type_subscriber_id("HM-2")
    form.add()
    await until(lambda: bool(form.state.carrier_num))
    assert "already" in form.state.problem
    form.add()
    await until(lambda: len(section.cards) == 1)
    assert served.sql("SELECT COUNT(*) FROM carrier WHERE CarrierName = ?", name) == [(1,)]


async def test_a_plan_is_replaced(model: ScheduleScreenViewModel, served: Served) -> None:
    """The subscriber keeps the ID and gets another plan that is offered; nothing else is asked for."""
    pat_num = insured(served)
    section = await section_of(model, pat_num)
    before = served.sql(COVERAGE, pat_num)
    section.actions.replace_plan(section.cards[0])
    form = section.form
    assert form is not None
    assert form.state.replaces
    form.type_carrier("northcoast")
    await until(lambda: bool(form.state.carriers))
    form.choose_carrier(form.state.carriers[0].number)
    await until(lambda: bool(form.state.plans))
    plan = form.state.plans[-1]
    form.choose_plan(plan.number)
    form.add()
    await until(lambda: section.cards[0].carrier == "Northcoast Dental")
    assert section.form is None
    ((_, _, number, *rest),) = served.sql(COVERAGE, pat_num)
    assert number == plan.detail
    assert [rest] == [list(row[3:]) for row in before]


async def test_closed_while_something_is_on_its_way(model: ScheduleScreenViewModel, served: Served) -> None:
    """Answers that arrive after the form was closed change nothing, and what was sent is done."""
    pat_num, _ = member_without_plan(served)
    section = await section_of(model, pat_num)
    form_of(section).close()
    form = form_of(section)
    form.type_carrier("northcoast")
    await until(lambda: bool(form.state.carriers))
    form.choose_carrier(form.state.carriers[0].number)
    form.type_subscriber_id("NC-9")
    form.add()
    form.close()
    assert section.form is None
    await until(lambda: len(section.cards) == 1)
    assert not form.state.plans


async def test_what_is_typed_stays_with_its_patient(model: ScheduleScreenViewModel, served: Served) -> None:
    """A form that is left for another patient is as it was when its patient is shown again, and keeps the patient."""
    one, other = uninsured(served), insured(served)
    section = await section_of(model, one)
    form_of(section).type_carrier("Harb")
    model.desk.patient.select(other, Origin.OPEN_DENTAL)
    current = model.desk.patient.current
    assert current is not None
    assert current.pat_num == one
    await section_of(model, other)
    assert section.form is None
    await section_of(model, one)
    assert section.form is not None
    assert section.form.state.carrier == "Harb"
    section.form.close()
    assert section.form is None


async def test_new_carriers_need_their_permission(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """A key that may not add carriers can use those that are there, and is told why a new one can't be added."""
    served = open_practice(permissions=ALL - {Permission.ALL_OTHERS})
    section = await section_of(await open_desk_on(served), uninsured(served))
    form = form_of(section)
    form.type_carrier("Harbor Mutual of Oregon")
    form.type_subscriber_id("HM-3")
    form.add()
    assert form.state.missing == "carrier"
    assert form.state.problem
    assert served.faults.seen.count("Carriers.create") == 0
