"""Check-in in a desk's memory, kept up to date by the hub's change stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from msgspec.structs import replace

from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.services.check_in.hub import HubCalls, HubLines, HubTrouble, ask
from app.services.check_in.reading import HubReading
from app.wire.hub.actions import HubAction, Kind, Message, Nothing, Reply
from app.wire.hub.check_in import (
    ARRIVAL_SEEN,
    ARRIVALS,
    CHANGE_KIOSK_OFFICE,
    DECIDE,
    KIOSK_OFFICE,
    KIOSKS_LIST,
    ORDER,
    PROPOSALS,
    Arrival,
    ArrivalSeen,
    ChangeKioskOffice,
    Decide,
    Decision,
    GiveOrder,
    KioskOffice,
    KioskState,
    Proposal,
    ProposalsOf,
)
from app.wire.hub.devices import NEW_CODE, REVOKE, DeviceNamed, NewCode, PairingCode
from app.wire.hub.kiosk import ContactField, OrderKind
from app.wire.hub.stream import Changed, Connected, StreamLine, Topic

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


class CheckIn:
    """Today's arrivals, the open proposals, the kiosks and their setup. Each is None until it has been read.

    Watchers are called with the topic that changed. Its actions raise HubTrouble.
    """

    def __init__(self, hub: HubCalls, lines: HubLines, clock: Clock, scope: TaskScope) -> None:
        self._hub = hub
        self._lines = lines
        self._observers = Observers[Topic]()
        self._unwatch: tuple[Callable[[], None], ...] = ()
        self._begun = False
        tell, common = self._observers.notify, (clock, scope)
        self._arrivals = HubReading(partial(_arrivals, hub), *common, partial(tell, Topic.ARRIVALS))
        self._proposals = HubReading(partial(_proposals, hub), *common, partial(tell, Topic.PROPOSALS))
        self._kiosks = HubReading(partial(_kiosks, hub), *common, partial(tell, Topic.KIOSKS))
        self._office = HubReading(partial(_office, hub), *common, partial(tell, Topic.KIOSK_OFFICE))
        self._readings: dict[Topic, HubReading[Any]] = {
            Topic.ARRIVALS: self._arrivals,
            Topic.PROPOSALS: self._proposals,
            Topic.KIOSKS: self._kiosks,
            Topic.KIOSK_OFFICE: self._office,
        }

    @property
    def arrivals(self) -> tuple[Arrival, ...] | None:
        """Today's, newest first."""
        return self._arrivals.value

    @property
    def proposals(self) -> tuple[Proposal, ...] | None:
        """Those with an open field, and changed health or insurance: of today, or not made a task yet."""
        return self._proposals.value

    @property
    def kiosks(self) -> tuple[KioskState, ...] | None:
        """Every kiosk that is not revoked."""
        return self._kiosks.value

    @property
    def office(self) -> KioskOffice | None:
        """How the kiosks are set up."""
        return self._office.value

    def why(self, topic: Topic) -> HubTrouble | None:
        """Why the last read of this failed; None: it did not."""
        return self._readings[topic].why

    def watch(self, watcher: Callable[[Topic], object]) -> Callable[[], None]:
        """Subscribe. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    def watch_lines(self, watcher: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Subscribe to what the hub tells. Returns a function that unsubscribes."""
        return self._lines.watch(watcher)

    def begin(self) -> None:
        """Follow the hub: everything is read now, and again when the stream tells of a change."""
        if not self._begun:
            self._begun = True
            self._unwatch = (
                self._lines.watch(self._hear),
                self._lines.watch_standing(lambda standing: None if standing else self._check_kiosks()),
            )
            self.read_again()

    def close(self) -> None:
        """Stop following."""
        for end in self._unwatch:
            end()

    def read_again(self, topics: Iterable[Topic] = ()) -> None:
        """Read these again, or everything."""
        for topic in tuple(topics) or tuple(self._readings):
            self._readings[topic].want()

    async def call(self, action: HubAction[A, R], message: A, person: str | None = None) -> R:
        """Ask the hub. `person`: as `HubCalls.call`."""
        return await ask(self._hub, action, message, person)

    # --- actions -------------------------------------------------------------------------------------------

    async def see(self, arrivals: Sequence[Arrival], who: str) -> None:
        """Staff saw these: they go away at all desks."""
        numbers = tuple(each.arrival_num for each in arrivals if not each.seen_by)
        if not numbers:
            return
        await self.call(ARRIVAL_SEEN, ArrivalSeen(arrival_nums=numbers, who=who))
        self._arrivals.put(
            tuple(
                replace(each, seen_by=each.seen_by or who) if each.arrival_num in numbers else each
                for each in self.arrivals or ()
            )
        )

    async def decide(
        self,
        proposal_num: int,
        field: ContactField,
        decision: Decision,
        who: str,
        person: str | None = None,
    ) -> None:
        """Record a decision about one field. `person`: the token of who decided, if someone else is here now."""
        message = Decide(proposal_num=proposal_num, field=field, decision=decision, who=who)
        await self.call(DECIDE, message, person)
        self._proposals.put(
            tuple(
                _decided(each, field, decision, who) if each.proposal_num == proposal_num else each
                for each in self.proposals or ()
            )
        )

    async def order(self, device_num: int, kind: OrderKind, text: str = "") -> None:
        """Give a kiosk an order."""
        await self.call(ORDER, GiveOrder(device_num=device_num, kind=kind, text=text))
        self.read_again((Topic.KIOSKS,))

    async def new_code(self, name: str) -> PairingCode:
        """A code that pairs a new kiosk."""
        return await self.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name=name))

    async def remove(self, device_num: int) -> None:
        """Refuse a kiosk from now on."""
        await self.call(REVOKE, DeviceNamed(device_num=device_num))
        self._kiosks.put(tuple(each for each in self.kiosks or () if each.device_num != device_num))

    async def set_up(self, change: ChangeKioskOffice) -> KioskOffice:
        """Replace the setup and the rules."""
        office = await self.call(CHANGE_KIOSK_OFFICE, change)
        self._office.put(office)
        return office

    # --- inside --------------------------------------------------------------------------------------------

    def _check_kiosks(self) -> None:
        """The stream broke off, and nobody tells that a kiosk is gone: `why` is known until the hub is back."""
        self.read_again((Topic.KIOSKS,))

    def _hear(self, line: StreamLine) -> None:
        if isinstance(line, Connected):
            self.read_again()
        elif isinstance(line, Changed) and line.topic in self._readings:
            self.read_again((line.topic,))
        elif isinstance(line, Changed) and line.topic is Topic.DEVICES:
            self.read_again((Topic.KIOSKS,))


async def _arrivals(hub: HubCalls) -> tuple[Arrival, ...]:
    return (await ask(hub, ARRIVALS, Nothing())).arrivals


async def _proposals(hub: HubCalls) -> tuple[Proposal, ...]:
    return (await ask(hub, PROPOSALS, ProposalsOf())).proposals


async def _kiosks(hub: HubCalls) -> tuple[KioskState, ...]:
    return (await ask(hub, KIOSKS_LIST, Nothing())).kiosks


async def _office(hub: HubCalls) -> KioskOffice:
    return await ask(hub, KIOSK_OFFICE, Nothing())


def _decided(proposal: Proposal, field: ContactField, decision: Decision, who: str) -> Proposal:
    fields = tuple(
        replace(each, decision=decision, by=who) if each.field is field else each for each in proposal.fields
    )
    return replace(proposal, fields=fields)
