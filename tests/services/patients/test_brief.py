"""The brief of a patient before an appointment is booked."""

from __future__ import annotations

from datetime import datetime

from app.api.need import Need
from app.api.transport import Answer
from app.services.patients.brief import PatientBriefs, UpcomingAppointment
from tests.practice import office as tiny
from tests.support.bench_office import ALL, NO_QUERIES, Bench, BenchMaker
from tests.support.english import all_english

LATE = datetime.combine(tiny.TODAY, datetime.min.time()).replace(hour=16)


async def test_alerts_and_coming_appointments_in_one_request(bench: Bench) -> None:
    """The urgent note and active allergies; past, broken and other patients' appointments are not upcoming."""
    bench.sql("UPDATE patient SET MedUrgNote = 'Latex', Premed = 1 WHERE PatNum = ?", tiny.ANN)
    bench.visit(90, f"{tiny.TODAY} 16:00:00", PatNum=tiny.ANN, Pattern="X" * 6, Op=2)
    bench.visit(91, f"{tiny.TOMORROW} 09:00:00", PatNum=tiny.ANN, AptStatus=5)
    bench.visit(92, f"{tiny.TODAY} 08:00:00", PatNum=tiny.ANN)
    bench.visit(93, f"{tiny.TODAY} 15:00:00", PatNum=tiny.BEN)
    brief = await PatientBriefs(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert all_english(brief.alerts) == ("Premedicate. Latex", "Penicillin")
    assert brief.all_alerts
    assert UpcomingAppointment(90, LATE, 30, 2) in brief.upcoming
    assert {91, 92, 93}.isdisjoint(each.apt_num for each in brief.upcoming)
    assert list(brief.upcoming) == sorted(brief.upcoming, key=lambda each: each.start)
    assert len(bench.wire.take()) == 1


async def test_an_allergy_in_the_note_is_named_once(open_bench: BenchMaker) -> None:
    """An allergy that the urgent note names isn't listed again, with a query and without."""
    for permissions in (ALL, NO_QUERIES):
        bench = open_bench(permissions=permissions)
        await bench.client.probe()
        bench.sql("UPDATE patient SET MedUrgNote = 'Penicillin allergy' WHERE PatNum = ?", tiny.ANN)
        note = "INSERT OR REPLACE INTO patientnote (PatNum, Medical) VALUES (?, 'Penicillin allergy')"
        bench.sql(note, tiny.ANN)
        brief = await PatientBriefs(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
        assert all_english(brief.alerts) == ("Penicillin allergy",)


async def test_without_queries_the_medical_note_is_read(open_bench: BenchMaker) -> None:
    """A key without queries takes three requests, and reads the patient's medical note instead of the urgent one."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    bench.visit(90, f"{tiny.TODAY} 16:00:00", PatNum=tiny.ANN, Pattern="X" * 6, Op=2)
    bench.wire.take()
    bench.sql("INSERT OR REPLACE INTO patientnote (PatNum, Medical) VALUES (?, ' Pacemaker ')", tiny.ANN)
    brief = await PatientBriefs(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert all_english(brief.alerts) == ("Pacemaker", "Penicillin")
    assert UpcomingAppointment(90, LATE, 30, 2) in brief.upcoming
    assert len(bench.wire.take()) == 3


async def test_what_cannot_be_read_is_not_taken_for_none(open_bench: BenchMaker) -> None:
    """If the office answers only a part, the rest is known to be missing; if it is unreachable, all of it is."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    bench.sql("INSERT OR REPLACE INTO patientnote (PatNum, Medical) VALUES (?, 'Latex')", tiny.ANN)
    bench.wire.spoil("/allergies", Answer(500, {}, b""))
    brief = await PatientBriefs(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert (all_english(brief.alerts), brief.all_alerts) == (("Latex",), False)
    bench.wire.down = True
    brief = await PatientBriefs(bench.client, bench.office).read(tiny.ANN, Need.SCREEN)
    assert (all_english(brief.alerts), brief.all_alerts, brief.upcoming) == ((), False, None)
