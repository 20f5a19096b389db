"""Desks behind a hub: each with a client of its own on real TLS, and the office's practice beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.api.client import OpenDental
from app.api.http import to_hub
from app.api.keys import Keys
from app.api.modes import API_PATH, Mode, OfficeAddress, hub_address
from app.api.network.inside import in_process
from app.api.sending import Sending
from app.api.transport import Answer, Transport
from app.domain.people.staff import first_book
from app.hub.devices.devices import DeviceBook
from app.hub.shared.staff import OfficeStaff
from app.practice.server.faults import Faults
from app.wire.hub.actions import Kind
from app.wire.hub.people import PERSON_HEADER
from tests.services.people.offices import ANA
from tests.support.hub_office import HubOffice


class Token(Keys):
    """A paired device's token, in place of keys."""

    def __init__(self, token: str) -> None:
        super().__init__("", token)

    @property
    def authorization(self) -> str:
        """As the hub expects it."""
        return f"Bearer {self.customer}"


class HeardTransport:
    """Sends through another transport, adds headers, and keeps the answers."""

    def __init__(self, inner: Transport) -> None:
        self.inner = inner
        self.added: dict[str, str] = {}
        self.answers: list[Answer] = []

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        answer = await self.inner.send(verb, url, {**headers, **self.added}, body, timeout, sending)
        self.answers.append(answer)
        return answer

    def drop_connections(self) -> None:
        """As Transport."""
        self.inner.drop_connections()

    async def aclose(self) -> None:
        """As Transport."""
        await self.inner.aclose()


@dataclass
class Desk:
    """One paired desk: its client, and what it hears."""

    office: OpenDental
    wire: HeardTransport
    device_num: int
    token: str

    async def raw(self, verb: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """Any request below the API's path, with any headers (underscores for hyphens)."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        authorized = {"Content-Type": "application/json", **named}
        if self.token:
            authorized["Authorization"] = f"Bearer {self.token}"
        url = self.office.address.base_url + path
        return await self.wire.send(verb, url, authorized, body, 20.0)


@dataclass
class Desks:
    """Opens desks of one hub."""

    hub: HubOffice
    direct: OpenDental
    """The office without the hub."""
    direct_wire: HeardTransport
    opened: list[Desk] = field(default_factory=list)
    mistakes: list[BaseException] = field(default_factory=list)

    async def open(self, name: str = "Desk 1") -> Desk:
        """A new desk."""
        book = self.hub.hub.part(DeviceBook)
        device, token = await book.add(Kind.DESK, name)
        book.find(token, "")  # it was used, or the hub would take it back
        desk = self.at(token, device.device_num)
        self.opened.append(desk)
        return desk

    async def open_signed_in(self, name: str = "Desk 1") -> Desk:
        """A new desk where the manager is signed in: money can be posted."""
        desk, staff = await self.open(name), self.hub.hub.part(OfficeStaff)
        if not await staff.signs_in():
            await staff.write(0, first_book(ANA))
        desk.wire.added[PERSON_HEADER] = await staff.sign_ins.issue(desk.device_num, ANA.user_num)
        return desk

    def at(self, token: str, device_num: int = 0, url: str = "") -> Desk:
        """A desk with this token; `url`: where it finds the hub, if not there."""
        wire = HeardTransport(to_hub(self.hub.certificate.certificate))
        address = hub_address((url or self.hub.url) + API_PATH)
        office = OpenDental(address, Token(token), wire, on_error=self.mistakes.append)
        return Desk(office, wire, device_num, token)

    @property
    def faults(self) -> Faults:
        """What the practice was asked, and what is to go wrong there."""
        assert self.hub.practice.faults is not None
        return self.hub.practice.faults

    async def aclose(self) -> None:
        """Close all of them."""
        for desk in self.opened:
            await desk.office.aclose()
        await self.direct.aclose()
        assert self.mistakes == []


def desks_of(hub: HubOffice) -> Desks:
    """For the desks of a hub."""
    keys = Keys(hub.practice.keys.developer_key, hub.practice.keys.customer_key)
    address = OfficeAddress.standard(Mode.TRAINING)
    mistakes: list[BaseException] = []
    wire = HeardTransport(in_process(hub.practice.asgi))
    direct = OpenDental(address, keys, wire, on_error=mistakes.append)
    return Desks(hub, direct, wire, mistakes=mistakes)
