"""Desks of an office whose hub keeps the people: each with its own vault, and an audit that a test can read."""

from __future__ import annotations

from argon2 import PasswordHasher

from app.api.hub.link import HubLink
from app.core.tasks import TaskScope
from app.domain.people.staff import Member
from app.hub.shared.pins import HubPins
from app.services.audit.audit import Action
from app.services.hub.people import HubPeople
from app.services.people.hashing import Argon2Hashing
from app.services.people.pins import Pins
from app.services.people.staff import Staff
from tests.services.people.offices import ANA, BEN, CAL, PINS, BookFile, Vault
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

__all__ = ["ANA", "BEN", "CAL", "PINS", "Desk", "quick_hashing", "set_up"]


def quick_hashing() -> Argon2Hashing:
    """Hashes that cost nothing."""
    return Argon2Hashing(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


class Desk:
    """One paired PC. `start` is a start of the program on it."""

    def __init__(self, link: HubLink, clock: FastClock, tasks: TaskScope) -> None:
        self.link = link
        self.clock = clock
        self.tasks = tasks
        self.file, self.vault = BookFile(), Vault()
        self.notes: list[str] = []
        self.people: HubPeople
        self.staff: Staff

    def note(
        self,
        action: Action,
        kind: str = "",
        key: int = 0,
        result: str = "",
        *,
        patient: int = 0,
        who: str | None = None,
    ) -> None:
        """As Audit."""
        self.notes.append(" ".join(part for part in (who or "", action.value, kind, result) if part))

    async def start(self) -> Staff:
        """Start the program, with nobody signed in."""
        self.link.persons.clear()
        offline = Pins(self.vault, quick_hashing(), "office", self.clock)
        self.people = HubPeople(self.link, self.file, offline, self.clock, self.tasks)
        self.staff = Staff(self.people, self.clock, self)
        await self.staff.load()
        return self.staff

    async def sign_in(self, member: Member) -> Staff:
        """Start, and sign a person in."""
        staff = await self.start()
        await staff.sign_in(member.user_num, PINS[member.user_num])
        return staff


async def set_up(hub: HubOffice, clock: FastClock, tasks: TaskScope) -> tuple[Desk, Desk]:
    """Two desks; Ana (manager, signed in at the first one), Ben (front desk) and Cal (lead) have chosen their PINs."""
    hub.hub.part(HubPins).hashing = quick_hashing()
    one = Desk(await hub.desk("Desk 1"), clock, tasks)
    two = Desk(await hub.desk("Desk 2"), clock, tasks)
    staff = await one.start()
    await staff.set_up(ANA, PINS[1])
    for member in (BEN, CAL):
        code = await staff.people.invite(member)
        await staff.people.choose_pin(member.user_num, code, PINS[member.user_num])
        await staff.sign_in(ANA.user_num, PINS[1])
    await two.start()
    return one, two
