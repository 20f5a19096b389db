"""What one desk has just read, another one gets without a request; and never what was read before a change."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from app.api.need import Need
from app.hub.office.office_lists import OFFICE_LISTS, is_office_list
from app.hub.office.shared_reads import LISTS_SECONDS, SHARED_SECONDS, told_time
from app.practice.server.faults import Fault
from app.wire.catalog import endpoints
from app.wire.fields import Refers
from app.wire.hub.stream import SignalRows
from app.wire.resources.signalods import InvalidType
from tests.journeys.practices import TEN_TWENTY
from tests.support.fast_clock import FastClock
from tests.support.hub_desks import Desks

TODAY = TEN_TWENTY.date()
DAY = "Appointments.list"


async def test_two_desks_share_a_day(desks: Desks) -> None:
    """The day that one desk has just opened costs the next one no request; a click is always passed on."""
    ann, ben = await desks.open("Desk 1"), await desks.open("Desk 2")
    await ann.office.appointments.list(date=TODAY)
    await ben.office.at(Need.SCREEN).appointments.list(date=TODAY)
    assert desks.faults.seen == [DAY]
    await ben.office.appointments.list(date=TODAY)
    assert desks.faults.seen == [DAY, DAY]


async def test_an_answer_is_shared_for_a_moment(desks: Desks, clock: FastClock) -> None:
    """No longer than a desk that reads for itself goes without looking."""
    desk = await desks.open()
    await desk.office.appointments.list(date=TODAY)
    clock.skip(SHARED_SECONDS)
    await desk.office.at(Need.SCREEN).appointments.list(date=TODAY)
    assert desks.faults.seen == [DAY, DAY]


async def test_equal_reads_on_their_way_are_one(desks: Desks) -> None:
    """Two desks that ask at the same moment cost one request, clicks too."""
    ann, ben = await desks.open("Desk 1"), await desks.open("Desk 2")
    asked = (each.office.appointments.list(date=TODAY) for each in (ann, ben))
    first, second = await asyncio.gather(*asked)
    assert desks.faults.seen == [DAY]
    assert [row.AptNum for row in first] == [row.AptNum for row in second] != []


async def test_a_write_ends_the_sharing(desks: Desks) -> None:
    """After a write of any desk nothing is answered that was read before it, but the lists are kept."""
    ann, ben = await desks.open("Desk 1"), await desks.open("Desk 2")
    await ann.office.appointments.list(date=TODAY)
    await ann.office.operatories.list()
    await ann.office.commlogs.create(PatNum=1, Note="Called")
    await ben.office.at(Need.SCREEN).appointments.list(date=TODAY)
    await ben.office.at(Need.SCREEN).operatories.list()
    assert desks.faults.seen == [DAY, "Operatories.list", "Commlogs.create", DAY]


async def test_a_write_whose_answer_is_lost_ends_it_too(desks: Desks) -> None:
    """It may have been done."""
    desk = await desks.open()
    await desk.office.appointments.list(date=TODAY)
    desks.faults.plan("Commlogs.create", Fault.DROP_AFTER)
    await desk.raw("POST", "/commlogs", b'{"PatNum": 1, "Note": "Called"}')
    await desk.office.at(Need.SCREEN).appointments.list(date=TODAY)
    assert desks.faults.seen.count(DAY) == 2


async def test_lists_are_kept_and_tell_their_age(desks: Desks, clock: FastClock) -> None:
    """The office's lists are asked once for all desks; the answer says how old it is."""
    ann, ben = await desks.open("Desk 1"), await desks.open("Desk 2")
    clock.run(0)
    await ann.office.definitions.list(Category=1)
    assert "age" not in ann.wire.answers[-1].headers
    clock.skip(60.0)
    await ben.office.definitions.list(Category=1)
    assert ben.wire.answers[-1].headers["age"] == "60"
    clock.skip(LISTS_SECONDS)
    await ben.office.definitions.list(Category=1)
    assert desks.faults.seen == ["Definitions.list"] * 2


async def test_a_changed_list_is_read_again(desks: Desks) -> None:
    """A write of a list drops all of them, and so does a signal that is not about patients."""
    desk = await desks.open_signed_in()
    await desk.office.operatories.list()
    await desk.office.definitions.create(ItemName="New", category="AdjTypes", ItemValue="+")
    await desk.office.operatories.list()
    desks.hub.hub.stream.tell(SignalRows((_signal(InvalidType.APPOINTMENT),)))
    await desk.office.operatories.list()
    assert desks.faults.seen.count("Operatories.list") == 2
    desks.hub.hub.stream.tell(SignalRows((_signal(InvalidType.OPERATORIES),)))
    await desk.office.operatories.list()
    assert desks.faults.seen.count("Operatories.list") == 3


async def test_an_old_list_does_not_set_the_clock_back(desks: Desks, clock: FastClock) -> None:
    """A desk that gets a list of an hour ago knows the office's time all the same."""
    ann, ben = await desks.open("Desk 1"), await desks.open("Desk 2")
    clock.run(0)
    await ann.office.providers.list()
    clock.skip(1_500.0)
    await ben.office.providers.list()
    at = ben.office._shared.clock.now()  # what the desk believes
    assert abs((at - clock.now()).total_seconds()) < 5


async def test_the_hub_learns_the_offices_time_from_what_it_passes_on(desks: Desks, clock: FastClock) -> None:
    """A hub whose PC's clock is hours off knows the office's day by the first answer that tells it."""
    hub = desks.hub.hub
    clock.skip(5 * 3600.0)
    clock.run(0)
    hub.clock._readings.clear()
    hub.clock._own = FastClock(TEN_TWENTY, times=0)
    assert abs((hub.clock.now() - clock.now()).total_seconds()) > 3600
    desk = await desks.open()
    await desk.office.appointments.list(date=TODAY)
    assert abs((hub.clock.now() - clock.now()).total_seconds()) < 5


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'[{"AptNum": 1, "serverDateTime": "2026-11-17 10:20:30"}]', "2026-11-17 10:20:30"),
        (b'{"serverDateTime":"2026-11-17T10:20:30"}', "2026-11-17 10:20:30"),
        (b'{"serverDateTime":"2026-99-17 10:20:30"}', None),
        (b"[]", None),
        (b"", None),
    ],
)
def test_the_time_that_an_answer_tells(body: bytes, told: str | None) -> None:
    """Whatever the answer looks like, it is the office's time or none."""
    found = told_time(body)
    assert (None if found is None else str(found)) == told


def test_no_kept_list_is_about_patients() -> None:
    """What is kept for long has no number of a patient, neither in the question nor in the rows."""
    kept = [each for each in endpoints() if is_office_list(each)]
    assert {each.resource.__name__ for each in kept if each.resource} == OFFICE_LISTS
    for endpoint in kept:
        tables = [
            fact.table for each in endpoint.parameters for fact in each.facts if isinstance(fact, Refers)
        ]
        assert not {"patient", "appointment"} & set(tables), endpoint.name
        if isinstance(endpoint.record, type) and issubclass(endpoint.record, msgspec.Struct):
            assert not {"PatNum", "AptNum"} & set(endpoint.record.__struct_fields__), endpoint.name


def _signal(kind: InvalidType) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode({"SignalNum": 1, "IType": kind.value}))


@pytest.mark.parametrize("need", [Need.REFRESH, Need.PREFETCH])
async def test_less_urgent_reads_share_too(desks: Desks, need: Need) -> None:
    """A refresh and a prefetch take what is there."""
    desk = await desks.open()
    await desk.office.appointments.list(date=TODAY)
    await desk.office.at(need).appointments.list(date=TODAY)
    assert desks.faults.seen == [DAY]
