"""What a patient reports about their health becomes a commlog."""

from __future__ import annotations

import pytest

from app.api.capabilities import Capabilities
from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.chart.report import About
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.wire.permissions import Permission
from app.wire.resources.commlogs import CommMode
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.chart.charts import adult, chart_of


@pytest.fixture
async def chart(model: ScheduleScreenViewModel, served: Served) -> ChartModel:
    """The chart of the adult who has everything, with the form open."""
    chart = await chart_of(model, adult(served))
    await chart.run("chart.report")
    assert chart.medical.report.is_open
    return chart


async def sent(chart: ChartModel) -> None:
    """Let the seconds pass in which a commlog can be taken back."""
    parts = chart._desk.parts
    await until(lambda: bool(parts.journal.unsettled()))
    parts.outbox.hurry([entry.id for entry in parts.journal.unsettled()])


async def test_a_commlog_for_a_clinician(chart: ChartModel, served: Served) -> None:
    """The patient's words are saved with what they are about; the notes below show it without a refresh by hand."""
    report = chart.medical.report
    report.enter(text="  I take blood thinners now ", about=About.MEDICATION, mode=CommMode.IN_PERSON)
    assert report.save()
    assert not report.is_open
    await sent(chart)
    expected = "Patient reports a change of medication: I take blood thinners now\nFor a clinician to review."
    shown = expected.replace("\n", " ")  # as the API returns it
    await until(lambda: any(each.text == shown for each in chart.notes.timeline.model.rows))
    ((mode,),) = served.sql("SELECT Mode_ FROM commlog WHERE Note = ?", expected)
    assert mode == list(CommMode).index(CommMode.IN_PERSON)


async def test_nothing_entered_saves_nothing(chart: ChartModel, served: Served) -> None:
    """Blanks are no report: the form stays open, and no commlog is added. Discard closes it."""
    count = "SELECT COUNT(*) FROM commlog"
    before = served.sql(count)
    chart.medical.report.enter(text="   ")
    assert not chart.medical.report.save()
    assert chart.medical.report.is_open
    chart.medical.report.discard()
    assert not chart.medical.report.is_open
    assert served.sql(count) == before


async def test_what_was_typed_stays_with_its_patient(
    chart: ChartModel, model: ScheduleScreenViewModel
) -> None:
    """While something is entered other programs don't select another patient; the user may, and finds it again."""
    first, other = chart.medical.pat_num, model.schedule.grid.visits[3].visit.pat_num
    assert first is not None
    chart.medical.report.enter(text="allergic to latex")
    model.desk.patient.select(other, Origin.OPEN_DENTAL)
    assert chart.medical.pat_num == first
    await chart_of(model, other)
    assert not chart.medical.report.is_open
    await chart_of(model, first)
    assert chart.medical.report.draft.text == "allergic to latex"


async def test_a_refused_report_is_kept(chart: ChartModel, served: Served) -> None:
    """If the office refuses it, the form is open again with the text; saved again it takes the refused one's place."""
    served.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", chart.medical.pat_num)
    report = chart.medical.report
    report.enter(text="I take blood thinners now")
    assert report.save()
    await sent(chart)
    await until(lambda: report.is_open)
    assert report.draft.text == "I take blood thinners now"
    parts = chart._desk.parts
    refused = parts.journal.recent(1)[0]
    assert refused.open
    served.sql("UPDATE patient SET PatStatus = 0 WHERE PatNum = ?", chart.medical.pat_num)
    assert report.save()
    await sent(chart)
    count = "SELECT COUNT(*) FROM commlog WHERE Note LIKE '%blood thinners now%' AND PatNum = ?"
    await until(lambda: served.sql(count, chart.medical.pat_num) == [(1,)])
    await until(lambda: not any(each.open and each.id == refused.id for each in parts.journal.recent(9)))


async def test_taken_back(chart: ChartModel, served: Served) -> None:
    """Undo within ten seconds: nothing was sent, and the text is in the form again."""
    before = served.sql("SELECT COUNT(*) FROM commlog")
    report = chart.medical.report
    report.enter(text="I take blood thinners now")
    assert report.save()
    notices = chart._desk.notices
    await until(lambda: notices.undoable is not None)
    assert notices.undoable is not None
    notices.undo(notices.undoable.id)
    await until(lambda: report.is_open)
    assert report.draft.text == "I take blood thinners now"
    assert served.sql("SELECT COUNT(*) FROM commlog") == before


async def test_without_the_permission(model: ScheduleScreenViewModel, served: Served) -> None:
    """A key without Comm can't add a commlog: the reason is said, and nothing has to be typed in vain."""
    chart = await chart_of(model, adult(served))
    model.desk.parts.client.learn(Capabilities(permissions=frozenset(Permission) - {Permission.COMM}))
    await chart.run("chart.report")
    assert not chart.medical.report.is_open
    assert "Comm" in model.desk.notices.items[-1].words
