"""The office's people as the hub keeps them, and what each of them may do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.domain.people.right_words import HAVE_AMOUNTS
from app.domain.people.rights import Demand, Right
from app.domain.people.staff import Member, StaffBook
from app.hub.database.shared_tables import staff_book
from app.hub.handling import Asker, Refusal
from app.hub.hub import Hub
from app.hub.shared.pins import HubPins
from app.hub.shared.sign_ins import REMEMBERED_SECONDS, SignIns, Used
from app.wire.hub.people import OfficePeople
from app.wire.hub.stream import Changed, Topic

MANAGE = Demand(Right.MANAGE_PEOPLE)
NOT_ALLOWED = "not allowed"
PEOPLE_CHANGED = "people changed"
NOBODY_LEFT = "no manager"

_PLACE = b"staff book"
_ROW = staff_book.c.id == 1


class OfficeStaff:
    """`hub.part(OfficeStaff)`. A change takes effect with the next request, at another hub within a second."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self.pins = hub.part(HubPins)
        self.sign_ins = hub.part(SignIns)
        self._read: tuple[float, int, StaffBook] | None = None

    # --- questions -----------------------------------------------------------------------------------------

    async def book(self) -> tuple[int, StaffBook]:
        """The list and its version; version 0 with an empty list: nobody has been set up."""
        moment = self._hub.clock.monotonic()
        if self._read is None or moment - self._read[0] >= REMEMBERED_SECONDS:
            version, book = await self._hub.database.run(self._stored)
            self._read = moment, version, book
        return self._read[1:]

    async def people(self, asker: Asker) -> OfficePeople:
        """The list as it is sent to a desk."""
        version, book = await self.book()
        you = await self.person_of(asker.device_num, asker.person)
        return OfficePeople(
            version=version,
            book=msgspec.Raw(msgspec.json.encode(book)),
            you=you.user_num if you is not None else 0,
        )

    async def person_of(self, device_num: int, token: str) -> Member | None:
        """Who is signed in at a desk with this token; None: nobody, or someone who was removed."""
        user_num = await self.sign_ins.holder(device_num, token)
        return (await self.book())[1].member(user_num) if user_num else None

    async def require(self, asker: Asker, *demands: Demand) -> Member:
        """Who is signed in at the desk that asks, if that person may do all of this. Raises Refusal."""
        return await self.check(asker.device_num, asker.person, demands)

    async def require_manager(self, asker: Asker) -> str:
        """The name of the manager at the desk that asks; "" until people sign in, when everybody is one.

        For what belongs to the whole office: its devices, and how its kiosks are set up. Raises Refusal.
        """
        if not await self.signs_in():
            return ""
        return (await self.require(asker, MANAGE)).name

    async def named(self, asker: Asker, said: str) -> str:
        """Who is at the desk that asks: once people sign in, whoever the hub knows there, whatever the desk says."""
        if not await self.signs_in():
            return said.strip()
        member = await self.person_of(asker.device_num, asker.person)
        return member.name if member is not None else ""

    async def check(self, device_num: int, token: str, demands: Sequence[Demand]) -> Member:
        """Who has the token at this desk, if that person may do all of it, alone or with consents that are used up.

        Raises Refusal (403, "not allowed") else.
        """
        return (await self.check_once(device_num, token, demands))[0]

    async def check_once(self, device_num: int, token: str, demands: Sequence[Demand]) -> tuple[Member, Used]:
        """As `check`, with the consents that were used up."""
        member = await self.person_of(device_num, token)
        if member is None:
            raise Refusal(403, NOT_ALLOWED)
        book = (await self.book())[1]
        missing = [each for each in demands if not book.allows(member.user_num, each)]
        used = await self._with_consent(device_num, member, missing) if missing else ()
        if used is None:
            raise Refusal(403, NOT_ALLOWED)
        return member, used

    async def signs_in(self) -> bool:
        """Whether anyone has been set up: until then nobody signs in, and what needs a right is refused."""
        return bool((await self.book())[1].members)

    async def _with_consent(self, device_num: int, member: Member, missing: Sequence[Demand]) -> Used | None:
        book = (await self.book())[1]
        given = await self.sign_ins.consents(device_num, member.user_num)
        numbers: list[int] = []
        for demand in missing:
            found = next(
                (
                    number
                    for number, by, what in given
                    if covers(what, demand) and number not in numbers and book.allows(by, what)
                ),
                None,
            )
            if found is None:
                return None
            numbers.append(found)
        return await self.sign_ins.use(numbers)

    # --- changes -------------------------------------------------------------------------------------------

    async def write(
        self, version: int, book: StaffBook, also: Callable[[sa.Connection], None] = lambda _: None
    ) -> None:
        """Replace the list if it has still this version, and do `also` in the same transaction. Raises Refusal.

        Who is not on it any more is signed out everywhere, at once.
        """
        if not book.managers:
            raise Refusal(409, NOBODY_LEFT)
        before = (await self.book())[1]
        gone = [each.user_num for each in before.members if book.member(each.user_num) is None]

        def change(connection: sa.Connection) -> bool:
            if not self._replace(connection, version, book):
                return False
            for user_num in gone:
                self.pins.drop(connection, user_num)
            self.sign_ins.end_all_of(connection, gone)
            also(connection)
            return True

        try:
            is_changed = await self._hub.database.run(change)
        except IntegrityError:  # another desk set up the first person at the same moment
            is_changed = False
        self.changed()
        if not is_changed:
            raise Refusal(409, PEOPLE_CHANGED)

    async def start_over(self) -> None:
        """Forget everyone, with PINs and sign-ins."""

        def empty(connection: sa.Connection) -> None:
            connection.execute(sa.delete(staff_book))
            self.pins.drop_all(connection)
            self.sign_ins.end_all(connection)

        await self._hub.database.run(empty)
        self.changed()

    def changed(self) -> None:
        """Read it again, and tell the desks."""
        self._read = None
        self.sign_ins.forget()
        self._hub.stream.tell(Changed(Topic.PEOPLE))

    def _replace(self, connection: sa.Connection, version: int, book: StaffBook) -> bool:
        body = self._hub.seal.close(msgspec.json.encode(book), _PLACE)
        if not version:
            if connection.execute(sa.select(staff_book.c.id)).first() is not None:
                return False
            connection.execute(sa.insert(staff_book).values(id=1, version=1, body=body))
            return True
        same = _ROW & (staff_book.c.version == version)
        done = connection.execute(sa.update(staff_book).where(same).values(version=version + 1, body=body))
        return done.rowcount == 1

    def _stored(self, connection: sa.Connection) -> tuple[int, StaffBook]:
        row = connection.execute(sa.select(staff_book).where(_ROW)).one_or_none()
        if row is None:
            return 0, StaffBook()
        return row.version, msgspec.json.decode(self._hub.seal.open(row.body, _PLACE), type=StaffBook)


def covers(approved: Demand, demand: Demand) -> bool:
    """Whether a request asks for no more than what was approved; it may not show the amount."""
    return (
        approved.right is demand.right
        and (
            demand.amount is None
            or demand.right not in HAVE_AMOUNTS
            or (approved.amount is not None and demand.amount <= approved.amount)
        )
        and demand.adj_type in (0, approved.adj_type)
        and demand.days_back <= approved.days_back
    )
