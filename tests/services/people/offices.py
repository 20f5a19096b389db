"""An office whose staff sign in: two people, with the vault and the list in memory."""

from __future__ import annotations

from argon2 import PasswordHasher

from app.api.keys import VaultClosed
from app.domain.people.staff import Member
from app.services.audit.audit import Action
from app.services.people.hashing import Argon2Hashing
from app.services.people.local_people import LocalPeople
from app.services.people.pins import Pins
from app.services.people.secrets import SecretsInMemory
from app.services.people.staff import Staff
from tests.support.manual_clock import ManualClock

OFFICE = "office"
KEY = "customer-key"
ANA = Member(1, "Ana", "manager", "AN")
BEN = Member(2, "Ben", "front desk", "BE")
CAL = Member(3, "Cal", "lead", "CA")
PINS = {1: "2794", 2: "5163", 3: "8306"}


class BookFile:
    """The list as a file that a test can edit or lose."""

    def __init__(self) -> None:
        self.data: bytes | None = None

    async def read(self) -> bytes | None:
        """As BookFile."""
        return self.data

    async def write(self, data: bytes) -> None:
        """As BookFile."""
        self.data = data


class Vault(SecretsInMemory):
    """A vault that a test can close."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = False
        self.left: int | None = None
        """How many more writes it takes before the program ends; None: any number."""

    async def read(self, name: str) -> str | None:
        """As Secrets."""
        self._open()
        return await super().read(name)

    async def write(self, name: str, text: str) -> None:
        """As Secrets."""
        self._open()
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise VaultClosed("ended")
        await super().write(name, text)

    def _open(self) -> None:
        if self.closed:
            raise VaultClosed("locked")


class SignedOffice:
    """One PC; `start` is a start of the program on it."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.file = BookFile()
        self.vault = Vault()
        self.notes: list[str] = []
        """What the audit was told: who, action, kind, key, result."""

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
        parts = (who or "", action.value, kind, str(key or ""), result)
        self.notes.append(" ".join(part for part in parts if part))

    async def start(self) -> Staff:
        """Start the program with what is on the PC."""
        quick = Argon2Hashing(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        pins = Pins(self.vault, quick, OFFICE, self.clock)
        staff = Staff(LocalPeople(self.file, self.vault, pins, OFFICE, KEY), self.clock, self)
        await staff.load()
        return staff

    async def with_staff(self) -> Staff:
        """Ana (manager, signed in), Ben (front desk) and Cal (lead)."""
        staff = await self.start()
        await staff.set_up(ANA, PINS[1])
        for member in (BEN, CAL):
            code = await staff.people.invite(member)
            await staff.people.choose_pin(member.user_num, code, PINS[member.user_num])
        return staff
