"""A list that had rows and comes back empty is read again before it is trusted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.api.errors import EmptyAnswer, NotTheOffice
from app.api.transport import Answer
from app.store.lists import CONFIRMED_CATEGORY, ListName
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, Bench, BenchMaker

TODAY, TOMORROW = tiny.TODAY, tiny.TOMORROW
NONE = Answer(200, {}, b"[]")
PAGE = Answer(200, {"content-type": "text/html"}, b"<html>Sign in</html>")
BLANK = Answer(200, {}, b"")


@pytest.fixture
async def opened(bench: Bench) -> Bench:
    """Today and tomorrow in memory, with their hours and names."""
    await bench.office.reader.open_days([TODAY, TOMORROW])
    bench.clock.step(120)
    bench.wire.take()
    return bench


def standing(bench: Bench) -> list[int]:
    """The appointments of today and tomorrow."""
    known = [bench.office.day(day) for day in (TODAY, TOMORROW)]
    return [row.AptNum for day in known if day is not None for row in day.appointments]


async def test_a_day_is_not_emptied_by_one_answer(opened: Bench) -> None:
    """However a day is read, one empty answer keeps its appointments; the second one is trusted."""
    before, reader = standing(opened), opened.office.reader
    for read in (
        lambda: reader.reread([TODAY]),
        lambda: reader.reread([TODAY, TOMORROW]),
        lambda: reader.open_day(TODAY),
    ):
        opened.wire.spoil("GET /appointments", NONE, times=1)
        await read()
        opened.clock.step(120)
        assert standing(opened) == before
    opened.wire.spoil("GET /appointments?date=", NONE, times=2)
    await reader.reread([TODAY])
    assert len(standing(opened)) < len(before)


async def test_a_day_of_a_week_is_not_emptied_by_one_answer(opened: Bench) -> None:
    """A day missing from an answer for several days is read again too, as if a later page had been empty."""
    opened.visit(50, f"{TOMORROW} 09:00:00")
    await opened.office.reader.reread([TODAY, TOMORROW])
    before = standing(opened)
    assert 50 in before
    body = f'[{{"AptNum": {tiny.VISIT}, "AptDateTime": "{TODAY} 09:00:00", "AptStatus": "Scheduled"}}]'
    opened.wire.spoil("GET /appointments", Answer(200, {}, body.encode()), times=1)
    await opened.office.reader.reread([TODAY, TOMORROW])
    assert standing(opened) == before


async def test_hours_are_not_emptied_by_one_answer(opened: Bench) -> None:
    """One empty answer doesn't close an office; the second one is trusted."""

    def hours() -> Any:
        known = opened.office.day(TODAY)
        return known and known.schedules

    before = hours()
    assert before
    opened.wire.spoil("GET /schedules", NONE, times=1)
    await opened.office.reader.reread_hours([TODAY])
    assert hours() == before
    opened.wire.spoil("GET /schedules", NONE, times=2)
    await opened.office.reader.reread_hours([TODAY])
    assert hours() == ()


LISTS: dict[str, Callable[[Any], Any]] = {
    "GET /operatories": lambda lists: lists.operatories,
    "GET /providers": lambda lists: lists.providers,
    "GET /clinics": lambda lists: lists.clinics,
    "GET /appointmenttypes": lambda lists: lists.appointment_types,
    f"GET /definitions?Category={CONFIRMED_CATEGORY}&": lambda lists: lists.definitions[CONFIRMED_CATEGORY],
    "FROM preference": lambda lists: lists.preferences,
}


async def test_no_list_of_the_office_is_emptied_by_one_answer(opened: Bench) -> None:
    """Operatories, providers, clinics, types, definitions and preferences are trusted as empty the second time."""
    for asked, rows_of in LISTS.items():
        before = rows_of(opened.office.lists)
        assert before, asked
        opened.wire.spoil(asked, NONE, times=1)
        await opened.office.office_lists.reread()
        assert rows_of(opened.office.lists) == before, asked
        opened.wire.spoil(asked, NONE, times=2)
        await opened.office.office_lists.reread()
        assert not rows_of(opened.office.lists), asked
        await opened.office.office_lists.reread()
        assert rows_of(opened.office.lists) == before, asked


async def test_a_refused_list_keeps_its_rows(opened: Bench) -> None:
    """A list that is refused, or whose answer is invalid, stays as it was; a sign-in page changes none."""
    before = opened.office.lists
    for answer in (Answer(400, {}, b"No."), BLANK):
        for asked in list(LISTS)[1:]:
            opened.wire.spoil(asked, answer, times=1)
        await opened.office.office_lists.reread()
        for asked, rows_of in LISTS.items():
            assert rows_of(opened.office.lists) == rows_of(before), asked
    opened.wire.spoil("GET /providers", PAGE, times=1)
    with pytest.raises(NotTheOffice):
        await opened.office.office_lists.reread()
    assert opened.office.lists is not None
    assert opened.office.lists.providers == (before and before.providers)


async def test_a_sign_in_page_is_no_empty_list(bench: Bench) -> None:
    """At the first read, a list answered by a proxy counts as missing; it is read again later."""
    bench.wire.spoil("GET /providers", PAGE, times=1)
    with pytest.raises(NotTheOffice):
        await bench.office.reader.open_day(TODAY)
    assert bench.office.lists is not None
    assert ListName.PROVIDERS in bench.office.lists.missing
    await bench.office.reader.open_day(TODAY)
    assert bench.office.lists.providers


async def test_names_are_not_lost_by_one_answer(bench: Bench) -> None:
    """A query that finds nobody is repeated before its patients count as unknown."""
    bench.wire.spoil("FROM patient", NONE, times=1)
    await bench.office.reader.open_day(TODAY)
    ann = bench.office.person(tiny.ANN)
    assert ann is not None
    assert ann.last_name != f"Patient {tiny.ANN}"


async def test_a_name_that_something_else_answered_for_is_asked_again(open_bench: BenchMaker) -> None:
    """When names are read one by one, a sign-in page or an empty answer doesn't make a patient nameless."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.office.reader.open_day(TODAY)
    for answer, error in ((PAGE, NotTheOffice), (BLANK, EmptyAnswer)):
        bench.wire.spoil("GET /patients/", answer, times=1)
        with pytest.raises(error):
            await bench.office.people.read_one()
    for _ in range(2):
        await bench.office.people.read_one()
    ann = bench.office.person(tiny.ANN)
    assert ann is not None
    assert not ann.last_name.startswith("Patient")
    assert bench.office.age(TODAY) == timedelta(0)
