"""The Chart tab: what it reads, and how its parts work together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.chart.numbering import Numbering
from app.practice.server.faults import Fault
from app.viewmodels.amounts import amount
from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.chart.teeth import Show
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.clients import quiet
from tests.support.qt_loop import until
from tests.viewmodels.chart.charts import adult, chart_of, is_read
from tests.viewmodels.patient.test_screen import page_of

MOST_REQUESTS = 10
"""For the chart after the page, besides further pages of rows."""


@pytest.fixture
async def chart(model: ScheduleScreenViewModel, served: Served) -> ChartModel:
    """The chart of the adult who has everything."""
    return await chart_of(model, adult(served))


async def test_few_requests(model: ScheduleScreenViewModel, served: Served) -> None:
    """Nothing of the chart is read before it is opened; then at most ten requests more; coming back takes none."""
    one, two = adult(served), model.schedule.grid.visits[0].visit.pat_num
    await page_of(model, one)
    await until(lambda: model.desk.strip.model is not None and model.desk.strip.model.summary is not None)
    await quiet(model.parts.client)
    seen = served.faults.seen
    assert "ChartModules.prog_notes" not in seen
    before = len(seen)
    await chart_of(model, one)
    assert 3 <= len(seen) - before <= MOST_REQUESTS, seen[before:]
    await chart_of(model, two)
    before = len(seen)
    chart = await chart_of(model, one)
    assert seen[before:] == []
    chart.refresh()
    await until(lambda: len(seen) > before and is_read(chart))
    assert len(seen) - before <= MOST_REQUESTS


async def test_which_tooth_was_it(chart: ChartModel) -> None:
    """Selecting a tooth filters the notes to it and its predecessor; the chip says so and clears it."""
    everything = len(chart.notes.timeline.model.rows)
    chart.teeth.odontogram.select("14")
    found = [each.title for each in chart.notes.timeline.model.rows]
    assert chart.notes.tooth_words == "Tooth 14"
    assert 0 < len(found) < everything
    assert all("#14" in str(title) for title in found)
    chart.clear_tooth()
    assert chart.notes.tooth_words == ""
    assert chart.teeth.odontogram.state.selected == ""
    assert len(chart.notes.timeline.model.rows) == everything


async def test_a_tooth_without_notes_says_so(chart: ChartModel) -> None:
    """No note is about it: the words say that the filter hides the rest, not that there are none."""
    chart.teeth.odontogram.select("25")
    assert not chart.notes.timeline.model.rows
    assert chart.notes.timeline.words == "Nothing matches the filters above."


async def test_notes_by_kind_words_and_text(chart: ChartModel) -> None:
    """Kinds, words and "with notes" filter together; the tooth stays until it is cleared."""
    timeline = chart.notes.timeline
    for kind in ("procedure", "appointment", "other"):
        timeline.choose(kind, shown=False)
    assert {each.kind for each in timeline.model.rows} == {"commlog"}
    timeline.show_only_texts(only=True)
    assert all(each.text for each in timeline.model.rows)
    timeline.filter("no such words at all")
    assert not timeline.model.rows
    timeline.filter("")
    for kind in ("procedure", "appointment", "other"):
        timeline.choose(kind, shown=True)
    timeline.show_only_texts(only=False)
    assert len(timeline.model.rows) == timeline.model.count


async def test_another_patient_starts_afresh(chart: ChartModel, model: ScheduleScreenViewModel) -> None:
    """The tooth that the notes were limited to is not the next patient's."""
    chart.teeth.odontogram.select("14")
    other = model.schedule.grid.visits[3].visit.pat_num
    assert await chart_of(model, other) is chart
    assert chart.notes.tooth_words == ""
    assert len(chart.notes.timeline.model.rows) == chart.notes.timeline.model.count
    assert {each.row.PatNum for each in chart.teeth.table.model.rows} <= {other}


async def test_procedures_by_status(chart: ChartModel, served: Served) -> None:
    """Each status has its count and its rows; together they are all that the office has."""
    (count,) = served.sql(
        "SELECT COUNT(*) FROM procedurelog WHERE PatNum = ? AND ProcStatus <> 6", chart.teeth.pat_num
    )[0]
    counts = {}
    for show in Show:
        chart.teeth.list_only(show)
        counts[show] = len(chart.teeth.table.model.rows)
    assert counts == chart.teeth.counts
    assert counts[Show.ALL] == count == sum(counts.values()) - counts[Show.ALL]
    assert all(counts.values())


async def test_plans_and_what_is_scheduled(chart: ChartModel, served: Served) -> None:
    """The active plan's fees are the sum in the database; what it leaves to the patient is what nobody else pays."""
    (plan, *_) = chart.plans.plans
    fees = served.sql(
        "SELECT SUM(ProcFee) FROM procedurelog JOIN treatplanattach USING (ProcNum) JOIN treatplan USING (TreatPlanNum)"
        " WHERE treatplan.PatNum = ? AND TPStatus = 1 AND ProcStatus = 1",
        chart.plans.pat_num,
    )[0][0]
    assert plan.fee == amount(Decimal(str(fees)))
    parts = [Decimal(text.replace(",", "") or "0") for text in (plan.insurance, plan.write_off, plan.patient)]
    assert sum(parts) == Decimal(str(fees))
    assert "scheduled" in plan.scheduled
    assert "to book" in plan.scheduled
    assert {"Not booked", "Unscheduled List"} <= {line.progress for line in plan.lines}


async def test_perio_and_vital_signs(chart: ChartModel) -> None:
    """Bleeding in percent and both kinds of pockets, compared with the exam before; readings with their day."""
    assert [each.label for each in chart.exams.figures] == ["Bleeding", "Pockets ≥ 4 mm", "Pockets ≥ 6 mm"]
    assert "compared with" in chart.exams.perio_note
    assert all(each.change for each in chart.exams.figures)
    assert len(chart.exams.vitals) == 2
    assert all(each.day and "mmHg" in each.pressure for each in chart.exams.vitals)


async def test_numbering(chart: ChartModel) -> None:
    """The command goes to the next system and says so; teeth, notes, procedures, plans and the chip follow."""
    chart.teeth.list_only(Show.ALL)
    chart.teeth.odontogram.select("14")
    for expected, chip in ((Numbering.PALMER, "Tooth UL6"), (Numbering.FDI, "Tooth 26")):
        await chart.run("chart.numbering")
        assert chart.teeth.odontogram.state.numbering is expected
        assert chart.notes.tooth_words == chip
    assert "FDI" in chart._desk.notices.items[-1].words
    assert any("#26" in str(each.title) for each in chart.notes.timeline.model.rows)
    assert any(each.tooth == "26" for each in chart.teeth.table.model.rows)
    assert "16" in {line.place for line in chart.plans.plans[0].lines}
    chart.teeth.odontogram.choose_numbering(Numbering.UNIVERSAL)
    assert chart.notes.tooth_words == "Tooth 14"
    chart._desk.tooth_numbers.choose("runes")
    assert chart.numbering is Numbering.UNIVERSAL


async def test_one_part_that_fails(model: ScheduleScreenViewModel, served: Served) -> None:
    """Notes that can't be read say why and offer to try again; the rest is there."""
    served.faults.plan("ChartModules.prog_notes", Fault.GARBAGE, times=3)
    chart = await chart_of(model, adult(served))
    assert chart.notes.refused
    assert chart.notes.note
    others = [each for each in chart.sections if each is not chart.notes]
    assert all(each.value is not None for each in others)
    served.faults._planned.clear()
    chart.notes.read_again()
    await until(lambda: chart.notes.value is not None)


async def test_markup_is_literal(model: ScheduleScreenViewModel, served: Served) -> None:
    """Tabs, <b> and &amp; reach the notes as they were typed; the API itself makes spaces of line breaks."""
    text = "First line\nsecond\twith a tab <b>bold</b> &amp; more"
    pat_num = adult(served)
    served.sql("UPDATE commlog SET Note = ? WHERE PatNum = ?", text, pat_num)
    chart = await chart_of(model, pat_num)
    notes = [each.text for each in chart.notes.timeline.model.rows if each.kind == "commlog"]
    assert notes
    assert set(notes) == {text.replace("\n", " ")}


async def test_a_procedure_leads_to_its_tooth(chart: ChartModel) -> None:
    """Opening a procedure of the table selects its tooth; one without a tooth leaves the selection."""
    chart.teeth.list_only(Show.ALL)
    rows = chart.teeth.table.model.rows
    named = next(each for each in rows if each.row.ToothNum == "14")
    chart.select_tooth_of(named)
    assert chart.notes.tooth_words == "Tooth 14"
    chart.select_tooth_of(next(each for each in rows if not each.row.ToothNum))
    assert chart.notes.tooth_words == "Tooth 14"


async def test_an_empty_chart_says_so(model: ScheduleScreenViewModel, served: Served) -> None:
    """A patient of whom nothing is recorded: each part says that there is nothing, none is just blank."""
    (pat_num,) = served.sql(
        "SELECT PatNum FROM patient WHERE PatStatus = 0 AND PatNum NOT IN (SELECT PatNum FROM procedurelog)"
        " AND PatNum NOT IN (SELECT PatNum FROM vitalsign) AND PatNum NOT IN (SELECT PatNum FROM medicationpat)"
        " AND PatNum NOT IN (SELECT PatNum FROM commlog) AND PatNum NOT IN (SELECT PatNum FROM sheet) LIMIT 1"
    )[0]
    chart = await chart_of(model, pat_num)
    assert chart.notes.timeline.words == "No progress notes yet."
    assert chart.teeth.table.words == "No procedures with this status."
    assert chart.plans.plans == ()
    assert chart.exams.perio_note == "No perio exam yet."
    assert chart.exams.vitals_note == "No vital signs recorded."
    assert {each.text for each in chart.medical.items if each.label == "Medications"} == {"None recorded"}


async def test_all_readings_on_request(chart: ChartModel) -> None:
    """The latest two first, all four on request, and back."""
    assert (len(chart.exams.vitals), chart.exams.more_vitals) == (2, "Show all 4")
    chart.exams.toggle_vitals()
    assert (len(chart.exams.vitals), chart.exams.more_vitals) == (4, "Show latest")
    chart.exams.toggle_vitals()
    assert len(chart.exams.vitals) == 2
