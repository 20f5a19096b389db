"""What a PC had of its own before it was paired with a hub, and how the office gets it.

It is copied once into the store of the hub's office, and offered from there until somebody decides. The PC's own stays
where it was: once it isn't paired any more, it works with it again.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct, field

from app.api.keys import VaultClosed
from app.core.clock import Clock
from app.domain.people.staff import StaffBook
from app.sealed.documents import DocumentKeeper
from app.services.audit.audit import Action
from app.services.audit.late import LateAudit
from app.services.audit.state import Anchor
from app.services.hub.merges import merged_kept
from app.services.hub.sharing import SharedOffice
from app.services.money.closing.closed_days import DAYS
from app.services.people.entries import pin_entry
from app.services.people.pins import Kept as KeptPin
from app.services.people.secrets import Secrets
from app.services.tasks.notebook import NAME
from app.wire.hub.people import BRING_PEOPLE, BringPeople, Brought, PinHash

OWN = "own before the hub"  # words: a name in the local store


class Belongings(Struct, frozen=True):
    """What a PC had of its own. `decided`: somebody has taken it over or left it."""

    book: StaffBook = StaffBook()
    pins: tuple[PinHash, ...] = ()
    days: bytes = b""
    """The closed days, as stored."""
    kept: Mapping[int, bytes] = field(default_factory=dict)
    """What people keep of the tasks, by UserNum."""
    audit: Anchor | None = None
    """The end of this PC's audit until then."""
    decided: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take over."""
        return not (self.book.members or self.days or self.kept)


async def collected(
    book: StaffBook, documents: DocumentKeeper, secrets: Secrets, office: str, audit: Anchor | None
) -> Belongings:
    """What the PC has in an office's store. `office` names it in the vault. Raises StoreFailed.

    A person whose PIN can't be read comes without one, and needs a start code.
    """
    pins: list[PinHash] = []
    for member in book.members:
        try:
            text = await secrets.read(pin_entry(office, member.user_num))
            kept = msgspec.json.decode(text or "", type=KeptPin)
        except (VaultClosed, msgspec.DecodeError, ValueError):
            continue
        pins.append(PinHash(user_num=member.user_num, hashed=kept.hash, once=kept.once))
    days = await documents.get(DAYS)
    kept_by: dict[int, bytes] = {}
    for member in book.members:
        if (stored := await documents.get(NAME.format(user_num=member.user_num))) is not None:
            kept_by[member.user_num] = stored.data
    return Belongings(book, tuple(pins), days.data if days is not None else b"", kept_by, audit)


class Moving:
    """One PC's belongings, on the way to its office's hub."""

    def __init__(
        self, documents: DocumentKeeper, office: SharedOffice, notes: LateAudit, clock: Clock
    ) -> None:
        """`documents`: this PC's own in the hub's office."""
        self._documents = documents
        self._office = office
        self._notes = notes
        self._clock = clock
        self.own = Belongings(decided=True)
        self.brought = Brought()
        """What the hub said of the people last."""

    async def load(self) -> Belongings:
        """What is still to be decided about."""
        stored = await self._documents.get(OWN)
        if stored is not None:
            self.own = msgspec.msgpack.decode(stored.data, type=Belongings)
        return self.own

    async def keep(self, own: Belongings) -> None:
        """Remember what this PC had, until somebody decides."""
        self.own = own
        await self._documents.put(OWN, msgspec.msgpack.encode(own), self._clock.utc())

    async def take_over(self, accepted: tuple[int, ...] = ()) -> Brought:
        """Give it to the office; what is taken over already stays as it is. Raises ApiError and HubRefused.

        `accepted`: UserNums that a manager decided to add. What isn't clear about people stays open.
        """
        own = self.own
        if own.book.members:
            asked = BringPeople(
                book=msgspec.Raw(msgspec.json.encode(own.book)), pins=own.pins, accepted=accepted
            )
            self.brought = await self._office.hub.link.call(BRING_PEOPLE, asked)
        if own.days:
            await self._office.documents.put(DAYS, own.days, self._clock.utc())
        for user_num, data in own.kept.items():
            await self._bring_kept(NAME.format(user_num=user_num), data)
        if own.audit is not None:
            head = own.audit.head
            self._notes.note(
                Action.PAIRED, "audit", result=f"{own.audit.chain} {head.count}", ref=head.digest.hex()
            )
        left = bool(self.brought.unclear)
        rest = Belongings(own.book, own.pins) if left else Belongings(decided=True)
        await self.keep(rest)
        return self.brought

    async def leave(self) -> None:
        """Take nothing (more) over."""
        await self.keep(Belongings(decided=True))

    async def _bring_kept(self, name: str, data: bytes) -> None:
        """It reaches the hub, and the person's other desks, when that person signs in here."""
        stored = await self._documents.get(name)
        merged = merged_kept(b"", data, stored.data) if stored is not None else data
        await self._documents.put(name, merged, self._clock.utc())
