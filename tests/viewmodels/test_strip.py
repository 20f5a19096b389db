"""The strip of the selected patient."""

from __future__ import annotations

from app.services.patients.summary.reader import SummaryReader
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.strip import StripViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def strip_of(model: ScheduleScreenViewModel, pat_num: int) -> StripViewModel:
    """The strip of a patient who has been read."""
    desk = model.desk
    desk.patient.select(pat_num, Origin.SEARCH)
    await until(lambda: desk.strip.model is not None)
    strip = desk.strip.model
    assert isinstance(strip, StripViewModel)
    await until(lambda: strip.summary is not None and strip.summary.pat_num == pat_num)
    return strip


async def test_a_selected_patient_has_a_strip(model: ScheduleScreenViewModel, served: Served) -> None:
    """Alerts, balance, appointments, recall and phones of the selected patient; closing it selects nobody."""
    pat_num = model.schedule.grid.visits[0].visit.pat_num
    served.sql("UPDATE patient SET MedUrgNote = 'Latex', Premed = 1 WHERE PatNum = ?", pat_num)
    strip = await strip_of(model, pat_num)
    assert strip.state is not None
    assert strip.state.alerts[:2] == ("Premedicate", "Latex")
    assert [each.label for each in strip.state.figures] == ["Balance", "Next", "Last", "Recall"]
    assert all(each.value not in ("", "Loading…") for each in strip.state.figures)
    strip.dismiss()
    assert strip.state is None
    assert model.desk.patient.current is None


async def test_passing_by_reads_nothing(model: ScheduleScreenViewModel) -> None:
    """Stepping through appointments faster than the office answers reads the first patient and the last."""
    visits = [each.visit for each in model.schedule.grid.visits]
    strip = await strip_of(model, visits[0].pat_num)
    passed = [each for each in visits if each.pat_num != visits[0].pat_num][:5]
    read: list[int] = []
    model.desk.parts.patients.of(SummaryReader).watch(read.append)
    for visit in passed:
        model.schedule.select(visit.apt_num)
    await until(lambda: strip.summary is not None and strip.summary.pat_num == passed[-1].pat_num)
    assert list(dict.fromkeys(read)) == [passed[0].pat_num, passed[-1].pat_num]


async def test_a_pinned_patient_stays(model: ScheduleScreenViewModel) -> None:
    """While a patient is pinned, Open Dental selects nobody else; the user does."""
    one, two = (each.visit.pat_num for each in model.schedule.grid.visits[:2])
    strip = await strip_of(model, one)
    strip.pin(True)
    model.desk.patient.select(two, Origin.OPEN_DENTAL)
    assert strip.state is not None
    assert (strip.state.pat_num, strip.state.pinned) == (one, True)
    model.desk.patient.select(two, Origin.SEARCH)
    assert strip.state.pat_num == two


async def test_a_snoozed_popup_comes_back(model: ScheduleScreenViewModel, served: Served) -> None:
    """A popup is hidden for ten minutes."""
    pat_num = model.schedule.grid.visits[0].visit.pat_num
    served.sql(
        "INSERT INTO popup (PopupNum, PatNum, Description, PopupLevel, DateTimeDisabled, IsArchived)"
        " VALUES (9001, ?, 'Ask for the card', 0, '0001-01-01 00:00:00', 0)",
        pat_num,
    )
    strip = await strip_of(model, pat_num)
    assert strip.state is not None
    assert "Ask for the card" in [each.text for each in strip.state.popups]
    strip.snooze(9001)
    assert "Ask for the card" not in [each.text for each in strip.state.popups]
