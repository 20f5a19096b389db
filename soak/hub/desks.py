"""Desks that take money and write notes through the hub, over real TLS, with the program's own journal."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.api.client import OpenDental
from app.api.http import to_hub
from app.api.hub.access import HubAccess
from app.api.hub.persons import PersonTokens
from app.api.hub.place import HubPlace, MovingTransport
from app.api.modes import hub_address
from app.core.tasks import TaskScope
from app.journal.settler import Patience
from app.sealed.key_slots import VAULT
from app.sealed.store import LocalStore
from soak.acts import Act, Kind
from soak.clock import FastClock
from soak.desk import SEAL, at_work
from soak.doom import Doom, DoomedTransport
from soak.told import Told
from soak.town import tasks_of

ACTS = (Kind.PAYMENT, Kind.PREPAYMENT, Kind.ADJUSTMENT, Kind.NOTE)
LOOKS = (4.0, 12.0, 30.0)
MANAGER = 1
"""Who is signed in at every desk."""
LINGERS = 45.0
"""Seconds of the fast time that a desk looks for equal postings of another one."""
SAME_EVERY = 5
"""One in so many payments is taken at another desk too."""


@dataclass(frozen=True, slots=True)
class DeskAt:
    """Where a desk is, and what it has to do."""

    name: str
    access: HubAccess
    person: str
    url: str
    folder: Path
    told: Path
    clock: Path


async def live(desk: DeskAt, next_acts: Callable[[], tuple[Act, ...]], until: Callable[[], bool]) -> None:
    """Do acts in rounds until it is time; then wait until everything is settled."""
    errors: list[BaseException] = []
    told, number = Told(desk.told, desk.name), 0
    while not until():
        number += 1
        async with contextlib.AsyncExitStack() as stack:
            clock = FastClock(desk.clock)
            place = HubPlace(desk.url)
            persons = PersonTokens()
            persons.enter(MANAGER, desk.person)
            wire = MovingTransport(to_hub(desk.access.certificate), place, persons)
            line = DoomedTransport(wire, Doom(0), clock)
            client = OpenDental(hub_address(desk.url), desk.access, line, clock=clock, on_error=errors.append)
            stack.push_async_callback(client.aclose)
            store = await LocalStore.open(desk.folder / f"{desk.name}-{number}.db", {VAULT: SEAL}, clock)
            stack.push_async_callback(store.close)
            scope = TaskScope(desk.name, errors.append)
            stack.push_async_callback(scope.close)
            working = await at_work(
                desk.name,
                next_acts(),
                line,
                client,
                store=store,
                clock=clock,
                told=told,
                scope=scope,
                patience=Patience(looks=LOOKS),
                stack=stack,
            )
            await working.run(frozenset(), LINGERS)
        await asyncio.sleep(0)
    told.close()
    if errors:
        raise errors[0]


class Acts:
    """Makes the acts of all desks: some of them the same payment at two desks."""

    def __init__(self, seed: int, desks: int) -> None:
        self._dice = random.Random(seed)
        self._seed = seed
        self._desks = desks
        self._count = 0
        self._patient = 0
        self._for: dict[int, list[Act]] = {each: [] for each in range(desks)}

    def of(self, desk: int) -> tuple[Act, ...]:
        """The next acts of a desk."""
        mine, self._for[desk] = self._for[desk], []
        self._patient += 1
        for _ in range(3):
            mine.append(self._act(desk, self._patient))
        return tuple(mine)

    def _act(self, desk: int, patient: int) -> Act:
        self._count += 1
        tag = f"[s{self._seed}-{desk}-{self._count}]"
        kind = self._dice.choice(ACTS)
        amount = f"{self._dice.randrange(500, 20_000) / 100:.2f}"
        if kind is Kind.NOTE:
            return Act(tag, kind, patient, amount, task=tasks_of(patient)[self._count % 8])
        if kind is Kind.PAYMENT and self._count % SAME_EVERY == 0 and self._desks > 1:
            other = (desk + 1 + self._dice.randrange(self._desks - 1)) % self._desks
            self._for[other].append(Act(f"[s{self._seed}-{other}-{self._count}same]", kind, patient, amount))
        return Act(tag, kind, patient, amount)
