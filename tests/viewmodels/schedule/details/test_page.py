"""The page of details: what it shows and offers, also where little is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.schedule.visit import Stage, Visit
from app.practice.server.faults import Fault
from app.services.visits.office_rules import listed_in
from app.services.visits.sets import ProcedureSet, SetKind
from app.viewmodels.activity import Notice
from app.viewmodels.staff.schedule.details.page import DetailsPageViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.translation import tr, typed
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk


def pick(model: ScheduleScreenViewModel, where: Callable[[Visit], bool] = lambda _: True) -> Visit:
    """Select an appointment that can be changed."""
    visits = [each.visit for each in model.schedule.grid.visits]
    found = next(
        each for each in visits if each.stage is Stage.CONFIRMED and not each.complete and where(each)
    )
    model.schedule.select(found.apt_num)
    return found


async def opened(model: ScheduleScreenViewModel) -> DetailsPageViewModel:
    """The page of the selected appointment, which has been read."""
    model.commands["visit.details"].run()
    page = model.details.page
    await until(lambda: bool(page.shown.title) and not page.shown.state)
    return page


def rows(page: DetailsPageViewModel) -> dict[str, str]:
    """The rows below, as displayed."""
    return {tr(row.label): typed(row.value) for row in page.shown.rows}


async def test_it_follows_the_selection(model: ScheduleScreenViewModel) -> None:
    """As long as it is shown it shows the selected appointment; a note on the schedule says what it is."""
    first = pick(model)
    page = await opened(model)
    assert page.shown.title == first.name
    assert page.shown.attached
    second = pick(model, lambda each: each.apt_num != first.apt_num)
    await until(lambda: page.shown.title == second.name and not page.shown.state)
    model.schedule.select(None)
    assert "Select an appointment" in page.shown.hint
    notes = [each.visit for each in model.schedule.grid.visits if each.visit.is_note]
    model.schedule.select(notes[0].apt_num)
    assert "note on the schedule" in page.shown.hint
    page.leave()
    model.schedule.select(first.apt_num)
    assert page.shown.title != first.name


async def test_the_total_is_that_of_its_procedures(model: ScheduleScreenViewModel) -> None:
    """Fees add up, and each procedure is named by code, short name and place."""
    pick(model, lambda each: "," in each.procedures)
    page = await opened(model)
    fees = [float(row.fee.replace(",", "")) for row in page.shown.attached]
    assert len(fees) > 1
    assert float(page.shown.total.replace(",", "")) == sum(fees)
    assert page.shown.when.endswith(f"{page.visit.minutes if page.visit else 0} min")
    assert all(row.ticked for row in page.shown.attached)
    assert page.shown.attached[0].title.startswith("D")


async def test_without_the_permission_it_says_so(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """A key that may not change appointments shows everything, and why nothing can be changed."""
    model = await open_desk_on(open_practice(permissions=ALL - {Permission.APPOINTMENTS}))
    pick(model)
    page = await opened(model)
    assert page.shown.why_not
    assert not page.shown.may_set_length


async def test_unknown_is_not_fine(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Without Queries nobody knows which forms wait for the patient, and the page says that."""
    model = await open_desk_on(open_practice(permissions=ALL - {Permission.QUERIES}))
    pick(model)
    page = await opened(model)
    await until(lambda: "Forms due" in rows(page))
    assert "Not known" in rows(page)["Forms due"]
    await until(lambda: bool(page.shown.more))


async def test_a_restricted_patient(model: ScheduleScreenViewModel, served: Served) -> None:
    """A patient who may not be scheduled is named as such above everything else."""
    visit = pick(model)
    served.sql("INSERT INTO patrestriction (PatNum, PatRestrictType) VALUES (?, 1)", visit.pat_num)
    page = await opened(model)
    assert "Restricted" in page.shown.warning


async def test_restrictions_that_could_not_be_read(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Then the page says why it isn't known whether the patient may be scheduled."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    model = await open_desk_on(served)
    pick(model)
    served.faults.plan("PatRestrictions.list", Fault.GARBAGE, times=9)
    page = await opened(model)
    await until(lambda: rows(page).get("Restricted", "Loading…") != "Loading…")
    assert not page.shown.warning


async def test_sets_and_lengths_that_could_not_be_read(
    open_desk_on: OpenDesk, open_practice: Practices
) -> None:
    """Then the page says why it offers no recall, and why the length doesn't follow: nobody would look for them."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    model = await open_desk_on(served)
    pick(model)
    served.faults.plan("Recalls.list", Fault.GARBAGE, times=99)
    served.faults.plan("ProcedureCodes.list", Fault.GARBAGE, times=99)
    page = await opened(model)
    await until(lambda: {"Quick add", "Length by procedures"} <= rows(page).keys())


async def test_a_complete_procedure_stays(model: ScheduleScreenViewModel, served: Served) -> None:
    """What is complete can't be taken off, with the reason; the rest can."""
    visit = pick(model)
    served.sql("UPDATE procedurelog SET ProcStatus = 2 WHERE AptNum = ?", visit.apt_num)
    page = await opened(model)
    assert all(row.why_not for row in page.shown.attached)


async def test_the_length_is_offered_where_it_does_not_follow(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """An appointment of another length than its procedures take says so; one click sets it, one undo takes it back."""
    visit = pick(model)
    served.change(visit.apt_num, Pattern="X" * 50, PatternSecondary="/" * 50)
    model.schedule.refresh()
    await until(lambda: model.schedule.visit(visit.apt_num).minutes == 250)
    page = await opened(model)
    assert page.shown.may_set_length
    assert "minutes" in page.shown.length
    page.set_length()
    await until(lambda: not page.shown.length)
    assert model.schedule.visit(visit.apt_num).minutes < 250


async def test_a_locked_time_is_left(model: ScheduleScreenViewModel, served: Served) -> None:
    """A locked time neither follows the procedures nor can be set here."""
    visit = pick(model)
    served.change(visit.apt_num, Pattern="X" * 50, PatternSecondary="/" * 50, TimeLocked=1)
    model.schedule.refresh()
    await until(lambda: model.schedule.visit(visit.apt_num).time_locked)
    page = await opened(model)
    assert "locked" in page.shown.length
    assert not page.shown.may_set_length


async def test_new_patients_get_their_button(model: ScheduleScreenViewModel, served: Served) -> None:
    """A new patient's appointment offers the office's set for new patients first; others have it in the menu."""
    visit = pick(model)
    page = await opened(model)
    assert "New patient" not in {each.title for each in page.shown.sets}
    assert "New patient" in {each.title for each in page.shown.more}
    served.change(visit.apt_num, IsNewPatient=1)
    model.schedule.refresh()
    await until(lambda: "New patient" in {each.title for each in page.shown.sets})
    assert page.shown.sets[0].title == "New patient"


PLANNED = (
    "INSERT INTO procedurelog (PatNum, AptNum, CodeNum, ProcStatus, ProcDate, ProcFee, ProvNum, ToothNum, Surf,"
    " UnitQty) SELECT ?, ?, CodeNum, 1, '2026-11-02', 120.0, 1, '', '', 1 FROM procedurecode WHERE ProcCode = ?"
)


def planned(served: Served, visit: Visit, code: str, apt_num: int = 0) -> int:
    """Another treatment planned procedure of a patient."""
    served.sql(PLANNED, visit.pat_num, apt_num, code)
    return int(served.sql("SELECT MAX(ProcNum) FROM procedurelog")[0][0])


async def told(model: ScheduleScreenViewModel, words: str) -> Notice:
    """The notice with these words."""
    notices = model.desk.notices
    await until(lambda: any(words in each.words for each in notices.items))
    return next(each for each in reversed(notices.items) if words in each.words)


async def test_a_set_clicked_twice_is_added_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """Neither a new procedure nor a planned one is added again, and the undo leaves the treatment plan as it was."""
    visit = pick(model)
    number = planned(served, visit, "D0330")
    count = served.sql("SELECT COUNT(*) FROM procedurelog WHERE PatNum = ?", visit.pat_num)[0][0]
    page = await opened(model)
    offered = ProcedureSet(SetKind.QUICK, "Emergency", listed_in("D0140,D0330"))
    for _ in range(2):
        page.add(offered)
    notice = await told(model, "D0330 on the appointment of")
    await until(lambda: {"D0140", "D0330"} <= {row.title.split()[0] for row in page.shown.attached})
    assert served.sql("SELECT COUNT(*) FROM procedurelog WHERE PatNum = ?", visit.pat_num) == [(count + 1,)]
    assert notice.undo is not None
    notice.undo()
    await told(model, "is as it was")
    assert served.sql("SELECT AptNum, ProcStatus FROM procedurelog WHERE ProcNum = ?", number) == [(0, 1)]
    assert len([each for each in model.desk.notices.items if "D0140" in each.words]) == 1


async def test_undoing_a_type_leaves_what_others_put_there(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Only the type's own procedures go again, not one that another user put on the appointment meanwhile."""
    visit = pick(model)
    page = await opened(model)
    theirs = planned(served, visit, "D0330", visit.apt_num)
    types = {name: number for number, name in page.shown.types}
    page.set_type(types["Root canal"])
    notice = await told(model, "type Root canal")
    assert "D3310" in notice.words
    assert notice.undo is not None
    notice.undo()
    await told(model, "is as it was")
    row = served.sql("SELECT AptNum, ProcStatus FROM procedurelog WHERE ProcNum = ?", theirs)
    assert row == [(visit.apt_num, 1)]
    codes = "SELECT COUNT(*) FROM procedurelog JOIN procedurecode USING (CodeNum) WHERE ProcCode = 'D3310'"
    assert served.sql(f"{codes} AND AptNum = ? AND ProcStatus <> 6", visit.apt_num) == [(0,)]


async def test_what_is_left_out_after_a_refusal_is_named(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Once a procedure is refused, the notice names those that were not tried."""
    visit = pick(model)
    first, second = (planned(served, visit, code) for code in ("D0330", "D0140"))
    page = await opened(model)
    served.sql("UPDATE procedurelog SET AptNum = 1 WHERE ProcNum = ?", first)
    for number in (first, second):
        page.tick(number, on=True)
    await told(model, "Not tried: D0140")
    assert served.sql("SELECT AptNum FROM procedurelog WHERE ProcNum = ?", second) == [(0,)]


async def test_a_double_click_changes_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """Ticks that come while one is sent are made together; the same one twice is made once."""
    pick(model, lambda each: "," in each.procedures)
    page = await opened(model)
    first, second = page.shown.attached[:2]
    for _ in range(2):
        page.tick(first.proc_num, on=False)
    page.tick(second.proc_num, on=False)
    wanted: list[Any] = [(0,), (0,)]
    command = "SELECT AptNum FROM procedurelog WHERE ProcNum IN (?, ?)"
    await until(lambda: served.sql(command, first.proc_num, second.proc_num) == wanted)
    sent = [each for each in model.parts.journal.recent(20) if each.intent.kind == "procedure place"]
    assert len(sent) == 2


async def test_a_fee_counts_all_units(model: ScheduleScreenViewModel, served: Served) -> None:
    """A fee is for a procedure's units and its base units, as on the treatment plan and the account."""
    visit = pick(model)
    number = planned(served, visit, "D0330")
    served.sql("UPDATE procedurelog SET UnitQty = 2, BaseUnits = 3 WHERE ProcNum = ?", number)
    page = await opened(model)
    assert {row.proc_num: row.fee for row in page.shown.planned}[number] == "600.00"
