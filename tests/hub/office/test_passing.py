"""Desks reach the office through the hub, over real TLS: the same surface, byte for byte."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.api import errors
from app.practice.server.faults import Fault
from app.wire.hub import passing
from app.wire.hub.actions import Kind
from tests.support.hub_desks import Desks


async def test_a_desk_reads_through_the_hub(desks: Desks) -> None:
    """The answer is the office's own, byte for byte."""
    desk = await desks.open()
    await desk.office.operatories.list()
    await desks.direct.operatories.list()
    through, directly = desk.wire.answers[-1], desks.direct_wire.answers[-1]
    assert (through.status, through.body) == (directly.status, directly.body)
    assert through.headers["content-type"] == directly.headers["content-type"]


async def test_the_office_refuses_in_its_own_words(desks: Desks) -> None:
    """A refusal reaches the desk with the office's status and text."""
    desk = await desks.open()
    with pytest.raises(errors.NotFound) as through:
        await desk.office.appointments.get(999_999)
    with pytest.raises(errors.NotFound) as directly:
        await desks.direct.appointments.get(999_999)
    assert through.value.explanation == directly.value.explanation != ""


async def test_a_new_row_is_found_where_the_office_says(desks: Desks) -> None:
    """A created row comes with its Location."""
    desk = await desks.open_signed_in()
    made = await desk.office.payments.create(PatNum=1, PayAmt=Decimal(20))
    answer = desk.wire.answers[-1]
    assert answer.status == 201
    assert answer.headers["location"] == f"{desks.direct.address.base_url}/payments?PatNum=1"
    assert made.PayNum in [row.PayNum for row in await desks.direct.payments.list(PatNum=1)]


async def test_what_is_not_declared_never_reaches_the_office(desks: Desks) -> None:
    """A field that the method doesn't have, or a path that no method has."""
    desk = await desks.open()
    assert (await desk.raw("GET", "/operatories?Secret=1")).status == 400
    assert (await desk.raw("GET", "/secrets")).status == 404
    assert desks.faults.seen == []


async def test_only_desks_reach_the_office(desks: Desks) -> None:
    """A kiosk's token, a made-up one and none reach nothing."""
    kiosk = desks.at(await desks.hub.token(Kind.KIOSK, "Kiosk 1"))
    stranger, nobody = desks.at("made-up"), desks.at("")
    desks.opened += [kiosk, stranger, nobody]
    assert (await kiosk.raw("GET", "/operatories")).status == 403
    for each in (stranger, nobody):
        answer = await each.raw("GET", "/operatories")
        assert (answer.status, answer.headers[passing.TROUBLE]) == (401, "revoked")
    assert desks.faults.seen == []


@pytest.mark.parametrize(("fault", "write"), [(Fault.DROP_BEFORE, 504), (Fault.DROP_AFTER, 504)])
async def test_a_write_whose_answer_is_lost_is_unknown(desks: Desks, fault: Fault, write: int) -> None:
    """The desk hears that it may or may not be done; the hub has sent it once, and never again."""
    desk = await desks.open()
    desks.faults.plan("Commlogs.create", fault)
    answer = await desk.raw("POST", "/commlogs", b'{"PatNum": 1, "Note": "Called"}')
    assert (answer.status, answer.headers[passing.TROUBLE]) == (write, "unknown")
    assert desks.faults.seen == ["Commlogs.create"]


async def test_an_office_that_is_off_was_not_asked(desks: Desks) -> None:
    """Nothing was sent, so the desk may send it again."""
    desk = await desks.open()
    desks.faults.unreachable = True
    for verb, path, body in (
        ("GET", "/operatories", None),
        ("POST", "/commlogs", b'{"PatNum": 1, "Note": "x"}'),
    ):
        answer = await desk.raw(verb, path, body)
        assert (answer.status, answer.headers[passing.TROUBLE]) == (503, "not-sent")


@pytest.mark.logs("app.hub")
async def test_money_waits_for_the_hubs_database(desks: Desks) -> None:
    """Rights and claims can't be read without it: nothing is sent, so the desk may send it again; reads go on."""
    desk = await desks.open_signed_in()
    await desks.hub.lose_database()
    answer = await desk.raw("POST", "/payments", b'{"PatNum": 1, "PayAmt": "20.00"}')
    assert (answer.status, answer.headers[passing.TROUBLE]) == (503, "not-sent")
    assert "Payments.create" not in desks.faults.seen
    assert (await desk.raw("GET", "/operatories")).status == 200
    await desks.hub.find_database()


async def test_a_page_of_the_network_is_no_answer(desks: Desks) -> None:
    """A sign-in page in place of the office stays one: the desk doesn't take it for the office's rows."""
    desk = await desks.open()
    desks.faults.sign_in_page = True
    with pytest.raises(errors.NotTheOffice):
        await desk.office.operatories.list()
