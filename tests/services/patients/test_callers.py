"""Who has a phone number."""

from __future__ import annotations

import pytest

from app.api.errors import Unreachable
from app.services.patients.callers import Callers, CallerSearch, has_number
from app.services.patients.search import PatientSearch
from tests.practice import office as tiny
from tests.support.bench_office import Bench

NUMBER = "5415550101"


@pytest.fixture
def callers(bench: Bench) -> CallerSearch:
    """A search for callers, with an empty memory."""
    return CallerSearch(bench.client, bench.office, PatientSearch(bench.client, bench.office))


def give(bench: Bench, number: str, *pat_nums: int) -> None:
    """Give patients this number."""
    for pat_num in pat_nums:
        bench.sql("UPDATE patient SET HmPhone = ? WHERE PatNum = ?", number, pat_num)


def people(found: Callers) -> list[int]:
    """Their PatNums."""
    return [hit.person.pat_num for hit in found.hits]


def test_how_numbers_are_stored() -> None:
    """Country code, extension, punctuation and a missing area code make no difference; other digits do."""
    for stored in (
        "5415550101",
        "(541)555-0101",
        "1-541-555-0101",
        "+1 541 555 0101 x12",
        "541.555.0101 ext 4",
        "555-0101",
        "541 555 0101 mother",
    ):
        assert has_number(stored, NUMBER), stored
        assert has_number(stored, NUMBER[3:]), stored
    for stored in ("", "no phone", "541-555-0102", "503-555-0101", "0101", "555-0102"):
        assert not has_number(stored, NUMBER), stored
    assert has_number("+49 30 123456", "30123456")


async def test_one_patient(callers: CallerSearch, bench: Bench) -> None:
    """One patient costs one request; a PatNum or a birthdate with these digits is nobody's number."""
    assert await callers.find(NUMBER) == await callers.find(NUMBER[3:])
    bench.wire.take()
    found = await callers.find(NUMBER)
    assert (people(found), found.head) == ([tiny.ANN], tiny.ANN)
    assert len(bench.wire.take()) == 1
    bench.sql("UPDATE patient SET ChartNumber = '5550177' WHERE PatNum = ?", tiny.CARA)
    assert await callers.find("5550177") == Callers()


async def test_a_family_and_strangers(callers: CallerSearch, bench: Bench) -> None:
    """A family's number shows its guarantor, who may have another one; that of two families shows nobody alone."""
    give(bench, "541-555-0177", tiny.BEN, tiny.ANN)
    found = await callers.find("5415550177")
    assert (people(found), found.head) == ([tiny.ANN, tiny.BEN], tiny.ANN)
    assert len(bench.wire.take()) == 3
    give(bench, "541-555-0177", tiny.CARA)
    found = await callers.find("5415550177")
    assert (people(found), found.head) == ([tiny.ANN, tiny.BEN, tiny.CARA], 0)


async def test_a_guarantor_who_left(callers: CallerSearch, bench: Bench) -> None:
    """Where the guarantor has died or left, one of those who call is shown."""
    bench.sql("UPDATE patient SET Guarantor = ? WHERE PatNum = ?", tiny.ANN, tiny.CARA)
    bench.sql("UPDATE patient SET PatStatus = 5, WirelessPhone = '' WHERE PatNum = ?", tiny.ANN)
    give(bench, "541-555-0177", tiny.BEN, tiny.CARA)
    found = await callers.find("5415550177")
    assert (people(found), found.head) == ([tiny.BEN, tiny.CARA], tiny.BEN)


async def test_those_who_left(callers: CallerSearch, bench: Bench) -> None:
    """Inactive and archived patients are shown only if nobody else has the number; deleted ones never."""
    give(bench, "541-555-0177", tiny.INACTIVE, tiny.DELETED)
    found = await callers.find("5415550177")
    assert (people(found), found.head) == ([tiny.INACTIVE], tiny.INACTIVE)
    give(bench, "541-555-0177", tiny.CARA)
    assert people(await callers.find("5415550177")) == [tiny.CARA]


async def test_without_the_office(callers: CallerSearch, bench: Bench) -> None:
    """Patients in memory are found while the office doesn't answer; of an unknown number nothing can be said."""
    await callers.find(NUMBER)
    bench.wire.down = True
    assert people(await callers.find(NUMBER)) == [tiny.ANN]
    with pytest.raises(Unreachable):
        await callers.find("5415550188")


async def test_a_family_that_cannot_be_read(callers: CallerSearch, bench: Bench) -> None:
    """Where the family can't be read, the patients are listed."""
    give(bench, "541-555-0177", tiny.BEN, tiny.ANN)
    await callers.find("5415550177")
    bench.wire.down = True
    found = await callers.find("5415550177")
    assert (people(found), found.head) == ([tiny.ANN, tiny.BEN], 0)
