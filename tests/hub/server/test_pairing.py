"""Pairing over real TLS, and what somebody in between gets of it."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa

from app.api.errors import FalseHub, NoHttps, Unreachable
from app.api.http import to_hub
from app.api.hub.link import HubLink, HubRefused, OtherKind
from app.api.hub.pairing import NotACode, NotAnAddress, PairedHub, hub_url, pair
from app.hub.database.tables import pairing_code
from app.hub.devices.unused import take_unused
from app.hub.devices.wrong_tries import WRONG_SECONDS
from app.hub.server.certificate import new_certificate
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import (
    CODE_LETTERS,
    CODE_SECONDS,
    DEVICES,
    GIVE_BACK,
    NEW_CODE,
    REVOKE,
    UNUSED_SECONDS,
    DeviceNamed,
    NewCode,
    used_up,
)
from tests.support.between.tls_middle import TlsMiddle
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice


async def code_of(desk: HubLink, kind: Kind = Kind.KIOSK) -> str:
    """A new code, as a desk shows it."""
    return (await desk.call(NEW_CODE, NewCode(kind=kind, name="Waiting room"))).code


def other_than(code: str) -> str:
    """A code that is not this one."""
    last = CODE_LETTERS[(CODE_LETTERS.index(code[-1]) + 1) % len(CODE_LETTERS)]
    return code[:-1] + last


async def refused(hub: HubOffice, code: str) -> str:
    """Why pairing with a code is refused."""
    with pytest.raises(HubRefused) as said:
        await pair(hub.url, code, "Kiosk 1")
    return said.value.code


def paired_link(paired: PairedHub) -> HubLink:
    """The link of a device that was just paired."""
    return HubLink(to_hub(paired.certificate), paired.address, paired.token)


async def test_a_device_with_the_code_is_paired(hub: HubOffice) -> None:
    """Whoever types the desk's code gets a token, the certificate to pin, and the practice's name."""
    desk = await hub.desk()
    code = await code_of(desk)
    paired = await pair(hub.url, f" {code[:4].lower()}-{code[4:]} ", "Kiosk 1")
    assert (paired.kind, paired.certificate, bool(paired.office)) == (
        Kind.KIOSK,
        hub.certificate.certificate,
        True,
    )
    listed = await desk.call(DEVICES, Nothing())
    assert [each.name for each in listed.devices] == ["Desk 1", "Kiosk 1"]
    assert paired.device_num == listed.devices[1].device_num


async def test_a_device_without_a_name_has_the_one_of_its_code(hub: HubOffice) -> None:
    """The name that was entered at the desk is listed, and the device is told."""
    desk = await hub.desk()
    code = (await desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))).code
    paired = await pair(hub.url, code, "")
    listed = await desk.call(DEVICES, Nothing())
    assert (paired.name, listed.devices[1].name) == ("Front door", "Front door")


async def test_a_paired_desk_works_and_is_revoked(hub: HubOffice) -> None:
    """A token from pairing is a token like any other."""
    desk = await hub.desk()
    paired = await pair(hub.url, await code_of(desk, Kind.DESK), "Desk 2")
    second = paired_link(paired)
    assert (await second.call(DEVICES, Nothing())).own == paired.device_num
    await desk.call(REVOKE, DeviceNamed(device_num=paired.device_num))
    with pytest.raises(HubRefused):
        await second.call(DEVICES, Nothing())
    await second.aclose()


async def listed(desk: HubLink) -> list[str]:
    """The devices that are not revoked."""
    return [each.name for each in (await desk.call(DEVICES, Nothing())).devices if not each.revoked]


async def test_a_device_that_never_used_its_token_is_taken_back(hub: HubOffice, clock: FastClock) -> None:
    """It was switched off before it could store it; one that was used once stays, however long it is away then."""
    desk = await hub.desk()
    await pair(hub.url, await code_of(desk), "Lost")
    used = paired_link(await pair(hub.url, await code_of(desk, Kind.DESK), "Desk 2"))
    await used.call(DEVICES, Nothing())
    await used.aclose()
    clock.skip(UNUSED_SECONDS - 60)
    await take_unused(hub.hub)
    assert await listed(desk) == ["Desk 1", "Lost", "Desk 2"]
    clock.skip(60)
    await take_unused(hub.hub)
    assert await listed(desk) == ["Desk 1", "Desk 2"]


async def test_a_device_gives_a_new_pairing_back(hub: HubOffice, clock: FastClock) -> None:
    """Its token is dead then. Later only staff remove it: a stolen token takes no device away."""
    desk = await hub.desk()
    for name, minutes in (("New", 0), ("Old", 11)):
        link = paired_link(await pair(hub.url, await code_of(desk, Kind.DESK), name))
        await link.call(DEVICES, Nothing())
        clock.skip(minutes * 60)
        if not minutes:
            await link.call(GIVE_BACK, Nothing())
        with pytest.raises(HubRefused) as said:
            await link.call(GIVE_BACK, Nothing())
        assert said.value.status == (409 if minutes else 401)
        await link.aclose()
    assert await listed(desk) == ["Desk 1", "Old"]


async def test_a_code_of_another_kind_pairs_nothing(hub: HubOffice) -> None:
    """A desk's token on a kiosk could do far more than it should: it is given back at once."""
    desk = await hub.desk()
    with pytest.raises(OtherKind):
        await pair(hub.url, await code_of(desk, Kind.DESK), "Kiosk 1", Kind.KIOSK)
    assert await listed(desk) == ["Desk 1"]


async def test_a_device_stays_with_its_hub(hub: HubOffice) -> None:
    """A kiosk that anybody can ask for a new pairing takes none of another hub, whose code a stranger may know."""
    code = await code_of(await hub.desk())
    with pytest.raises(FalseHub):
        await pair(hub.url, code, "Kiosk 1", Kind.KIOSK, only=new_certificate().certificate)
    paired = await pair(hub.url, code, "Kiosk 1", Kind.KIOSK, only=hub.certificate.certificate)
    assert paired.kind is Kind.KIOSK


async def test_a_code_pairs_once(hub: HubOffice) -> None:
    """A used code is gone."""
    code = await code_of(await hub.desk())
    await pair(hub.url, code, "Kiosk 1")
    assert await refused(hub, code) == "no code"


async def test_three_wrong_tries_end_a_code(hub: HubOffice) -> None:
    """After three wrong tries the right code pairs nothing either."""
    code = await code_of(await hub.desk())
    assert [await refused(hub, other_than(code)) for _ in range(3)] == [
        "wrong code",
        "wrong code",
        "code used up",
    ]
    assert await refused(hub, code) == "no code"


async def test_who_only_guesses_costs_two_codes(hub: HubOffice, clock: FastClock) -> None:
    """The desks are told of each code that was used up; after two, the guesser's address costs no code any more."""
    desk, told = await hub.desk(), []
    unwatch = hub.hub.stream.watch(told.append)
    for _ in range(2):
        made = await desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Waiting room"))
        assert [await refused(hub, other_than(made.code)) for _ in range(3)][-1] == "code used up"
        assert used_up(made.code_num) in told
    unwatch()
    code = await code_of(desk)
    assert [await refused(hub, other_than(code)) for _ in range(4)] == ["too many tries"] * 4
    clock.skip(WRONG_SECONDS)
    code = await code_of(desk)
    assert (await pair(hub.url, code, "Kiosk 1")).kind is Kind.KIOSK


async def test_a_code_ends_after_five_minutes(hub: HubOffice, clock: FastClock) -> None:
    """A code that was left on the screen is worth nothing."""
    code = await code_of(await hub.desk())
    clock.skip(CODE_SECONDS)
    assert await refused(hub, code) == "no code"


async def test_a_code_is_sealed_in_the_database(hub: HubOffice) -> None:
    """Who reads the database can't pair."""
    code = await code_of(await hub.desk())
    kept = await hub.hub.database.run(lambda connection: connection.scalar(sa.select(pairing_code.c.code)))
    assert code.encode() not in kept


async def test_a_machine_in_the_middle_pairs_nothing(hub: HubOffice) -> None:
    """With its own certificate, passing every byte on, it gets no token, and neither side takes the other."""
    desk = await hub.desk()
    code = await code_of(desk)
    async with TlsMiddle(hub.server.port) as middle:
        with pytest.raises(HubRefused) as said:
            await pair(f"127.0.0.1:{middle.port}", code, "Kiosk 1")
    assert said.value.code == "wrong code"
    assert b"/hub/pair/prove" in middle.passed
    assert code.encode() not in middle.passed
    assert len((await desk.call(DEVICES, Nothing())).devices) == 1


async def test_a_false_hub_is_not_taken_for_the_real_one(hub: HubOffice) -> None:
    """Something that answers every proof with success is refused by the device."""
    code = await code_of(await hub.desk())
    async with TlsMiddle(hub.server.port, lies=True) as middle:
        with pytest.raises(FalseHub):
            await pair(f"127.0.0.1:{middle.port}", code, "Kiosk 1")


async def test_plain_http_is_told_apart_from_no_hub(hub: HubOffice) -> None:
    """A port that speaks no TLS, and one where nothing listens, are different answers."""
    server = await asyncio.start_server(
        lambda _, writer: writer.write(b"HTTP/1.1 400\r\n\r\n"), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(NoHttps):
        await pair(f"127.0.0.1:{port}", "ABCDEFGH", "Kiosk 1")
    server.close()
    with pytest.raises(Unreachable) as nobody:
        await pair(f"127.0.0.1:{port}", "ABCDEFGH", "Kiosk 1")
    assert isinstance(nobody.value.__cause__, ConnectionRefusedError)


async def test_what_is_no_code_or_address_is_not_sent() -> None:
    """A code of another length or with a zero, and an address with a blank, are refused before anything is sent."""
    for code in ("ABCDEFG", "ABCDEFG0", ""):
        with pytest.raises(NotACode):
            await pair("127.0.0.1:1", code, "Kiosk 1")
    for address in ("", "a b", "server:0", "server:99999"):
        with pytest.raises(NotAnAddress):
            hub_url(address)


@pytest.mark.parametrize(
    "typed", ["SERVER", r"\\SERVER", "https://SERVER/", " SERVER:30224 ", "http://SERVER"]
)
def test_an_address_in_any_notation(typed: str) -> None:
    """However the server is named, the address is the same."""
    assert hub_url(typed) == "https://SERVER:30224"
