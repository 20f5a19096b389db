"""Appointment views of Open Dental as saved views."""

from __future__ import annotations

from msgspec.structs import replace

from app.api.need import Need
from app.domain.schedule.saved_view import USUAL_LINES, CardLine, SavedView
from app.services.schedule.saved_views.importing import added, read_views, views_from
from app.store.queries import Questions
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker

VIEWS = (
    {
        "ApptViewNum": 1,
        "Description": "All",
        "ClinicNum": 0,
        "RowsPerIncr": 1,
        "ApptTimeScrollStart": "00:00:00",
    },
    {
        "ApptViewNum": 2,
        "Description": "Hygiene",
        "ClinicNum": 0,
        "RowsPerIncr": 2,
        "ApptTimeScrollStart": "07:30:00",
    },
    {"ApptViewNum": 3, "Description": "", "ClinicNum": 2, "RowsPerIncr": 9, "ApptTimeScrollStart": None},
)
ITEMS = (
    {"ApptViewNum": 2, "OpNum": 5, "ProvNum": 0, "ElementDesc": ""},
    {"ApptViewNum": 2, "OpNum": 4, "ProvNum": 0, "ElementDesc": ""},
    {"ApptViewNum": 2, "OpNum": 0, "ProvNum": 9, "ElementDesc": ""},
    {"ApptViewNum": 2, "OpNum": 0, "ProvNum": 0, "ElementDesc": "PatientName"},
    {"ApptViewNum": 2, "OpNum": 0, "ProvNum": 0, "ElementDesc": "WirelessPhone"},
    {"ApptViewNum": 2, "OpNum": 0, "ProvNum": 0, "ElementDesc": "Procs"},
    {"ApptViewNum": 2, "OpNum": 0, "ProvNum": 0, "ElementDesc": "Production"},
    {"ApptViewNum": 3, "OpNum": 0, "ProvNum": 0, "ElementDesc": "ConfirmedColor"},
)


def test_a_view_has_what_open_dental_s_has() -> None:
    """Columns, lines in their order, zoom, start time and key; what tiles can't show is named."""
    found = views_from(VIEWS, ITEMS)
    first, second, third = found.views
    assert (second.name, second.key, second.op_nums, second.prov_nums) == ("Hygiene", 2, (5, 4), (9,))
    assert second.lines == (CardLine.PHONE, CardLine.PROCEDURES)
    assert (second.zoom, second.starts, second.source) == (216, 450, 2)
    assert (first.lines, first.op_nums, first.zoom, first.starts) == (USUAL_LINES, (), 0, None)
    assert (third.name, third.clinic_num, third.zoom) == ("View 1", 2, 324)
    assert found.left_out == ("Production",)


def test_a_view_without_names_hides_them() -> None:
    """A view whose elements have no name is for a public screen; one without any elements is not."""
    assert [view.hides_names for view in views_from(VIEWS, ITEMS).views] == [False, False, True]


def test_keys_stay_and_that_of_f1_is_a_free_one() -> None:
    """The second view stays on F2, as in Open Dental; F1 is help here, so the first gets a key that is free."""
    assert [view.key for view in views_from(VIEWS, ITEMS).views] == [3, 2, 4]


def test_a_second_import_replaces_the_first() -> None:
    """Views imported before keep their number and key; views made here stay, with their keys."""
    imported = views_from(VIEWS, ITEMS).views
    own = SavedView(7, "Mine", key=2)
    once = added([own], imported)
    assert once[0] == own
    assert {view.source for view in once} == {0, 1, 2, 3}
    assert len({view.id for view in once}) == 4
    assert all(view.key != 2 for view in once if view.source and view.clinic_num == 0)
    changed = [replace(view, name=f"{view.name}!") for view in imported]
    again = added(once, changed)
    assert {(view.id, view.key) for view in again} == {(view.id, view.key) for view in once}
    assert {view.name for view in again if view.source} == {"All!", "Hygiene!", "View 1!"}


async def test_they_are_read_with_two_queries(bench: Bench) -> None:
    """Where the key has Queries, the tables are read through ShortQuery."""
    bench.sql("INSERT INTO apptview (Description, ItemOrder, RowsPerIncr) VALUES ('All', 0, 1)")
    bench.sql("INSERT INTO apptviewitem (ApptViewNum, OpNum) VALUES (1, 2)")
    found = await read_views(Questions(bench.office.client), Need.CLICK)
    assert found is not None
    assert [(view.name, view.op_nums) for view in found.views] == [("All", (2,))]


async def test_without_queries_nothing_is_asked(open_bench: BenchMaker) -> None:
    """Without the permission there is no answer, and no request."""
    bench = open_bench(permissions=NO_QUERIES)
    assert await read_views(Questions(bench.office.client), Need.CLICK) is None
