"""Duplicates are named while a new patient is typed."""

from __future__ import annotations

from datetime import date

from app.domain.people.duplicates import Named, Same
from app.services.patients.duplicates import DuplicateFinder
from tests.practice import office as tiny
from tests.support.bench_office import Bench

BORN = date(1980, 2, 3)
"""Ann Berg's birthdate."""
NAME = Same.LAST_NAME | Same.FIRST_NAME


async def test_a_patient_who_is_there_already(bench: Bench) -> None:
    """The same birthdate and a name that sounds alike, or the same phone in any notation; archived ones too."""
    finder = DuplicateFinder(bench.client)
    found = await finder.find(Named("Burg", "Anne", birthdate=BORN, phones=("541 555 0199",)))
    assert [(each.row.PatNum, each.found.same) for each in found.candidates] == [
        (tiny.ANN, NAME | Same.BIRTHDATE),
        (tiny.CARA, Same.PHONE),
    ]
    assert (found.candidates[0].found.likely, found.complete) == (True, True)
    bench.sql("UPDATE patient SET Birthdate = '1977-01-02' WHERE PatNum = ?", tiny.ARCHIVED)
    archived = await finder.find(Named("Dove", "Daniel", birthdate=date(1977, 1, 2)))
    assert [each.row.PatStatus.value for each in archived.candidates] == ["Archived"]


async def test_two_requests_for_a_pause(bench: Bench) -> None:
    """Typing a form asks for the birthdate and the phone once each; further letters of the name ask nothing."""
    finder = DuplicateFinder(bench.client)
    bench.wire.take()
    for last in ("B", "Be", "Ber", "Berg"):
        await finder.find(Named(last, birthdate=BORN, phones=("541",)))
    assert len(bench.wire.take()) == 1
    await finder.find(Named("Berg", "Ann", birthdate=BORN, phones=("5415550101",)))
    assert len(bench.wire.take()) == 1
    await finder.find(Named("Berg", "Ann", phones=("5415550101",)))
    assert len(bench.wire.take()) == 1  # by the names, as long as there is no birthdate


async def test_nothing_typed_asks_nothing(bench: Bench) -> None:
    """An empty form, or the first letter of a name, sends no request."""
    bench.wire.take()
    assert (await DuplicateFinder(bench.client).find(Named("B", "A", phones=("54",)))).candidates == ()
    assert bench.wire.take() == []


async def test_an_office_that_does_not_answer(bench: Bench) -> None:
    """Without an answer the form says that there may be others, and asks again at the next pause."""
    finder = DuplicateFinder(bench.client)
    bench.wire.down = True
    found = await finder.find(Named("Berg", "Ann", birthdate=BORN))
    assert (found.candidates, found.complete) == ((), False)
    bench.wire.down = False
    again = await finder.find(Named("Berg", "Ann", birthdate=BORN))
    assert (len(again.candidates), again.complete) == (1, True)
