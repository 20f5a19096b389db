"""The desk beside a kiosk in training: who is signed in there."""

from __future__ import annotations

import msgspec

from app.bootstrap.people.staff import ANA, BEN, made_up_people
from app.hub.shared.staff import MANAGE
from app.services.people.people import Standing
from app.wire.hub.people import BRING_PEOPLE, BringPeople, PinHash
from tests.support.hub_office import HubOffice
from tests.viewmodels.hub.conftest import OpenAtHub


async def test_the_desk_in_training_is_signed_in_as_a_manager(open_at_hub: OpenAtHub, hub: HubOffice) -> None:
    """By the PIN that the hub has, so the hub allows what the desk offers; Ben is there to switch to."""
    book, hashes = made_up_people()
    pins = tuple(PinHash(user_num=user_num, hashed=hashed) for user_num, hashed in hashes.items())
    link = await hub.desk("Desk")
    await link.call(BRING_PEOPLE, BringPeople(book=msgspec.Raw(msgspec.json.encode(book)), pins=pins))
    staff = (await open_at_hub("Desk 2", made_up=True)).parts.staff
    assert staff.signed_in == ANA
    assert staff.may(MANAGE)
    assert {each.name for each in staff.people.book.members} == {ANA.name, BEN.name}
    await link.aclose()


async def test_a_hub_without_the_people_of_training_asks_who_is_there(open_at_hub: OpenAtHub) -> None:
    """Somebody has started over: nobody is signed in, and the desk opens."""
    staff = (await open_at_hub("Desk 2", made_up=True)).parts.staff
    assert staff.signed_in is None
    assert staff.standing is Standing.NOBODY
