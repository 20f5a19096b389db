"""What this PC had of its own before it was paired with the office's hub: taken over once, or left."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.core.text import many
from app.sealed.errors import LocalStoreError
from app.services.hub.moving import Moving
from app.viewmodels.banners import Banner
from app.viewmodels.messages import explain
from app.viewmodels.staff.people.late import PEOPLE
from app.viewmodels.translation import tr
from app.wire.hub.people import Unclear, UnclearPerson

if TYPE_CHECKING:  # the desk has it, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

BANNER = "own before the hub"  # words: an id


class UnclearLine(Struct, frozen=True):
    """One person whom a manager may add."""

    user_num: int
    words: str
    may_add: bool


class BroughtViewModel(QObject):
    """`changed` follows everything. `taken`: the people here sign in with their PINs from now on."""

    changed = Signal()
    taken = Signal()

    def __init__(self, desk: DeskViewModel, moving: Moving) -> None:
        super().__init__(desk)
        self._desk = desk
        self._moving = moving
        self.busy = False
        self.sentence = ""
        """What became of it, or why it wasn't possible."""
        if self.is_open:
            banner = Banner(BANNER, self.words, tr("Show"))
            desk.banners.show(banner, desk.commands[PEOPLE.id].run)

    @property
    def is_open(self) -> bool:
        """Whether there is something to decide about."""
        return not self._moving.own.decided and not self._moving.own.is_empty

    @property
    def has_people(self) -> bool:
        """Whether people are among it: then nobody need be set up first."""
        return self.is_open and bool(self._moving.own.book.members)

    @property
    def words(self) -> str:
        """What this PC had."""
        *others, last = self._what() or [""]
        what = tr("{others} and {last}", others=", ".join(others), last=last) if others else last
        return tr("From before it was paired with the office's hub, this PC has {what}.", what=what)

    @property
    def unclear(self) -> tuple[UnclearLine, ...]:
        """People that have to be decided about one by one, after the rest was taken over."""
        return tuple(
            UnclearLine(each.user_num, _words_of(each), each.why is not Unclear.OTHER_NAME)
            for each in self._moving.brought.unclear
        )

    def take_over(self) -> None:
        """Give it to the office; what is unclear is asked then."""
        self._run(self._take_over(()))

    def add(self, user_num: int) -> None:
        """Add one of the unclear people, with the PIN from this PC."""
        self._run(self._take_over((user_num,)))

    def leave(self) -> None:
        """Take nothing (more) over; this PC has it again once it isn't paired any more."""
        self._run(self._leave())

    def _what(self) -> list[str]:
        own = self._moving.own
        people = tr(many("{n} people with PINs", "one person with a PIN", len(own.book.members)))
        kinds = (
            (people, own.book.members),
            (tr("closed days"), own.days),
            (tr("reminders, read marks and drafts of tasks"), own.kept),
        )
        return [words for words, there in kinds if there]

    async def _take_over(self, accepted: tuple[int, ...]) -> None:
        first = not self._moving.brought.unclear
        brought = await self._moving.take_over(accepted)
        if brought.added:
            self.sentence = tr("Added to the office's list: {names}", names=", ".join(brought.added))
            await self._desk.parts.staff.load()
            self._desk.parts.staff.changed()
        elif first:
            self.sentence = tr("Taken over. The people of this PC are on the office's list already.")
        if not self.is_open and self._desk.parts.staff.signed_in is None:
            self.taken.emit()

    async def _leave(self) -> None:
        await self._moving.leave()
        self.sentence = ""

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        if self.busy or not self.is_open:
            work.close()
            return
        self.busy, self.sentence = True, ""
        self.changed.emit()
        self._desk.parts.scope.start(self._guarded(work), "belongings")

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except HubRefused:
            self.sentence = tr(
                "Only a manager can add people to the office's list. Sign in as one, then try again."
            )
        except (ApiError, LocalStoreError) as error:
            self.sentence = explain(error).sentence
        self.busy = False
        if not self.is_open:
            self._desk.banners.hide(BANNER)
        self.changed.emit()


def _words_of(person: UnclearPerson) -> str:
    name, there = person.name, person.there
    if person.why is Unclear.OTHER_NAME:
        return tr(
            "The office's list has {name}'s Open Dental user under the name {there}.", name=name, there=there
        )
    if person.why is Unclear.OTHER_NUMBER:
        return tr("The office's list already has a {name}, with another Open Dental user.", name=name)
    return tr("{name} isn't on the office's list of people.", name=name)
