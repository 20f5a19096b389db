"""The client: an office as used by the program and by other programs."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import NoneType
from typing import Any, Self, TypeVar

from msgspec.structs import replace

from app.api import errors
from app.api.answers import undecoded
from app.api.broker import Broker
from app.api.capabilities import UNKNOWN, Capabilities, Verdict
from app.api.documented import Documented, documented_of, made_key
from app.api.keys import Credentials
from app.api.line import HUB_PATIENCE, PATIENCE, Line
from app.api.modes import Mode, OfficeAddress, pace, page_limit
from app.api.need import Need
from app.api.paging import PageLimits, Pagination
from app.api.request import Request
from app.api.resources import OfficeResources, endpoint_named
from app.api.sending import Sending
from app.api.status import BrokerStatus
from app.api.transport import Answer, Transport
from app.core.clock import Clock, SystemClock
from app.core.office_clock import OfficeClock
from app.core.tasks import OnError
from app.wire.codec import CodecError, FieldError, RequestParts, decode_any, decode_one, request_parts
from app.wire.endpoint import Call, Endpoint, endpoint_of
from app.wire.hub import passing
from app.wire.rows import Rows

T = TypeVar("T")

VERSION_PREFERENCE = "ProgramVersion"
MOST_ROWS = 500
"""Rows per page where requests are free, even if the key allows more: decoding a larger page blocks the UI."""
MOST_ROWS_PACED = 1_000
"""The same where each request costs seconds."""


class _Shared:
    """State shared by all views of one office."""

    def __init__(
        self, address: OfficeAddress, broker: Broker, transport: Transport, clock: OfficeClock
    ) -> None:
        self.address = address
        self.broker = broker
        self.transport = transport
        self.clock = clock
        self.capabilities = UNKNOWN
        self.limits = PageLimits()
        self.views: dict[Need, OpenDental] = {}

    def page_limit(self) -> int:
        """Rows to request per page, as far as known."""
        most = MOST_ROWS_PACED if self.address.mode is Mode.REMOTE else MOST_ROWS
        return min(page_limit(self.address.mode, self.capabilities.permissions), most)

    async def carry(
        self,
        need: Need,
        endpoint: Endpoint,
        parts: RequestParts,
        documented: Documented,
        sending: Sending | None = None,
    ) -> Answer:
        """Send an encoded call through the broker."""
        request = Request(
            endpoint.name,
            parts.verb,
            parts.target,
            parts.body,
            reads=endpoint.reads,
            needs=endpoint.needs,
            documented=documented,
            sending=sending,
        )
        return await self.broker.send(request, need)

    def update_clock(self, rows: Sequence[Any], answer: Answer) -> None:
        """Set the office's clock from an answer whose rows contain its time; a hub may have kept it for a while."""
        at = getattr(rows[0], "serverDateTime", None) if rows else None
        if isinstance(at, datetime):
            age = answer.headers.get(passing.AGE, "")
            self.clock.update(at + timedelta(seconds=int(age) if age.isdecimal() else 0))


class OpenDental(OfficeResources):
    """One office, accessed with one key. Implements `app.wire.endpoint.Sender`.

    Its resources are attributes: `await office.appointments.list(date=day)`. By default a request counts as
    one a person waits for; others go through `at(Need.REFRESH)` and the like. Every failure is an error of
    `app.api.errors`.
    """

    def __init__(
        self,
        address: OfficeAddress,
        keys: Credentials,
        transport: Transport,
        *,
        on_error: OnError,
        clock: Clock = SystemClock(),
        capabilities: Capabilities = UNKNOWN,
        patience: float | None = None,
    ) -> None:
        """`capabilities` are those remembered for this office; `on_error` is called with bugs.

        `clock` is the PC's; an OfficeClock is set from the answers. `patience`: timeout in seconds for one
        request and its whole answer.
        """
        headers = {"Authorization": keys.authorization, "Content-Type": "application/json"}
        through_hub = address.mode is Mode.HUB
        line = Line(
            transport,
            address.base_url,
            headers,
            patience=patience or (HUB_PATIENCE if through_hub else PATIENCE),
            need_header=passing.NEED if through_hub else "",
        )
        allowed = pace(address.mode, capabilities.permissions)
        broker = Broker(line, pace=allowed, clock=clock, on_error=on_error)
        self.broker = broker
        """What sends the requests, for the hub, which passes on those of desks."""
        office_clock = clock if isinstance(clock, OfficeClock) else OfficeClock(clock)
        self._shared = _Shared(address, broker, transport, office_clock)
        self.part = broker.part
        """Tells that something has changed in the office: later reads share no answer that is on its way already."""
        self.reconnect = broker.reconnect
        """After this PC has slept: reads in flight are sent again on new connections."""
        self.watch = broker.watch
        """Call back with the status after changes. Returns a function that unsubscribes."""
        self._bind(Need.CLICK)
        if capabilities != UNKNOWN:
            self.learn(capabilities)

    def _bind(self, need: Need) -> None:
        """Become the view with this need: all resources send through it, also those that another view had made."""
        super().__init__(self)
        self._need = need
        self._shared.views[need] = self

    def __repr__(self) -> str:
        return f"OpenDental({self._shared.address.mode})"

    # --- public interface ------------------------------------------------------------------------------

    def at(self, need: Need) -> OpenDental:
        """The same office with this priority."""
        if need not in self._shared.views:
            copy.copy(self)._bind(need)  # noqa: SLF001 # another instance of this class
        return self._shared.views[need]

    @property
    def address(self) -> OfficeAddress:
        """The office's address."""
        return self._shared.address

    @property
    def capabilities(self) -> Capabilities:
        """What is known of the office's version and the key's permissions."""
        return self._shared.capabilities

    def can(self, method: Callable[..., Any], *fields: str) -> Verdict:
        """Whether a declared method (`Appointments.confirm`) is allowed with these fields, as far as known.

        FieldError for a field that the method doesn't have, and for what isn't a method of the API.
        """
        if not hasattr(method, "endpoint"):
            name = getattr(method, "__qualname__", method)
            raise errors.FieldError("can", "method", f"isn't a method of the API: {name}")
        return self.capabilities.can(endpoint_of(method), *fields)

    async def probe(self) -> Capabilities:
        """Request the key's permissions, in one cheap request.

        An office before 22.2 doesn't have that request; its version is requested in a second one. Sets
        `capabilities`, the rate limit and the page limit. Raises KeyRefused, Unreachable and so on.
        """
        try:
            rows = await self.security_perms.list()
        except (errors.NotFound, errors.BadRequest):
            return await self.probe_version()
        held = frozenset(row.means for row in rows if row.HasPermission)
        return self.learn(replace(self.capabilities, permissions=held))

    async def probe_version(self) -> Capabilities:
        """Request the office's version, in one cheap request. Sets `capabilities`."""
        for row in await self.preferences.list(PrefName=VERSION_PREFERENCE):
            if row.PrefName == VERSION_PREFERENCE:
                return self.learn(self.capabilities.with_version(row.ValueString))
        return self.capabilities

    def learn(self, capabilities: Capabilities) -> Capabilities:
        """Set what is known of the office, including its rate limit and page limit."""
        self._shared.capabilities = capabilities
        if capabilities.permissions is not None:
            self._shared.broker.set_pace(pace(self.address.mode, capabilities.permissions))
        return capabilities

    @property
    def status(self) -> BrokerStatus:
        """The broker's current status."""
        return self._shared.broker.status

    @property
    def held_seconds(self) -> float:
        """So long a hub in between may hold a request before it passes it on; 0 without one."""
        return passing.TURN_SECONDS if self._shared.address.mode is Mode.HUB else 0.0

    async def aclose(self) -> None:
        """Stop everything and close the connections."""
        await self._shared.broker.aclose()
        await self._shared.transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    # --- for the declared methods and the journal -----------------------------------------------------

    async def send(self, call: Call) -> Any:
        """Send a call whose answer is one record or nothing."""
        endpoint = call.endpoint
        parts = _encoded(call)  # before the answer's form, which is that of a valid call
        documented = documented_of(endpoint, call.arguments)
        answer = await self._shared.carry(self._need, endpoint, parts, documented)
        if endpoint.record is NoneType:
            _read(endpoint, answer, decode_any)
            return None
        record = _read(endpoint, answer, lambda body: decode_one(body, endpoint.record))
        self._shared.update_clock((record,), answer)
        key = getattr(endpoint.record, "primary_key", None)
        if key is not None and not getattr(record, key) and (made := made_key(answer)) is not None:
            setattr(record, key, made)
        return record

    def rows(self, call: Call, *, raw: bool = False) -> Rows[Any]:
        """A lazy list of a call's pages; nothing is sent before it is awaited.

        `raw`: each row is a dictionary as the office wrote it, with unknown fields and without those that it lacks.
        """
        endpoint = call.endpoint
        record = dict[str, Any] if raw else endpoint.record
        documented = documented_of(endpoint, call.arguments)
        shared, need = self._shared, self._need

        async def fetch(parts: RequestParts) -> Answer:
            return await shared.carry(need, endpoint, parts, documented)

        pages = Pagination(
            endpoint, _encoded(call), fetch, shared.limits, shared.page_limit, shared.update_clock, record
        )
        return Rows(pages, getattr(record, "primary_key", None))

    async def send_raw(
        self, method_name: str, arguments: Mapping[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Send a method by name with wire-ready arguments; returns its status and answer as plain JSON objects.

        A success without a body is None, or the key alone if a Location header names the new row. Raises
        KeyError for an undeclared name; else as every method.
        """
        endpoint = endpoint_named(self, method_name)
        parts = _encoded(Call(endpoint, dict(arguments)))
        documented = documented_of(endpoint, arguments)
        answer = await self._shared.carry(self._need, endpoint, parts, documented, sending)
        said = _read(endpoint, answer, decode_any)
        key = getattr(endpoint.record, "primary_key", None)
        if not isinstance(said, dict | list) and key is not None and (made := made_key(answer)) is not None:
            said = {key: made}
        return answer.status, said


def _encoded(call: Call) -> RequestParts:
    try:
        return request_parts(call)
    except FieldError as wrong:
        raise errors.FieldError(call.endpoint.name, wrong.name, wrong.words) from None


def _read(endpoint: Endpoint, answer: Answer, decode: Callable[[bytes], T]) -> T:
    try:
        return decode(answer.body)
    except CodecError as wrong:
        raise undecoded(endpoint, answer, wrong) from wrong
