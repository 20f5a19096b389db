"""Picks patients, providers or appointment types by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.domain.texts.folding import folded
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr

MOST_OFFERS = 6
PAUSE_SECONDS = 0.15


class Named(Struct, frozen=True):
    """One of them: its key number, and its name as it is shown."""

    number: int
    name: str


Find = Callable[[str], Awaitable[Sequence[Named]]]
Name = Callable[[int], str]


class Picker(QObject):
    """`chosen` are those that are picked, `offers` those that match what is typed. `changed` when these change."""

    changed = Signal()

    def __init__(
        self, desk: DeskViewModel, find: Find, name: Name, picked: Callable[[tuple[int, ...]], None]
    ) -> None:
        """`find` finds what matches a text, `name` names a number; `picked` gets the numbers after each change."""
        super().__init__(desk)
        self._desk = desk
        self._find = find
        self._name = name
        self._picked = picked
        self._finding = LatestTask(desk.parts.scope)
        self._numbers: tuple[int, ...] = ()
        self.offers: tuple[Named, ...] = ()
        self.typed = ""
        self.words = ""
        """Why nothing is offered."""

    @property
    def chosen(self) -> tuple[Named, ...]:
        """In the order in which they were picked."""
        return tuple(Named(each, self._name(each)) for each in self._numbers)

    def begin(self, numbers: Sequence[int]) -> None:
        """Show these as picked."""
        self._numbers, self.offers, self.typed, self.words = tuple(numbers), (), "", ""
        self.changed.emit()

    def type_text(self, text: str) -> None:
        """Offer what matches."""
        self.typed = text
        if text.strip():
            self._finding.start(self._offer(text), "pick")
        else:
            self._finding.cancel()
            self.offers, self.words = (), ""
            self.changed.emit()

    def pick(self, place: int) -> None:
        """Pick one of those that are offered."""
        if place < len(self.offers):
            number = self.offers[place].number
            self._set((*(each for each in self._numbers if each != number), number))

    def confirm(self) -> None:
        """Enter: the first one that matches."""
        self.pick(0)

    def drop(self, number: int) -> None:
        """One of them is not picked any more."""
        self._set(tuple(each for each in self._numbers if each != number))

    def _set(self, numbers: tuple[int, ...]) -> None:
        self.begin(numbers)
        self._picked(numbers)

    async def _offer(self, text: str) -> None:
        await self._desk.parts.clock.sleep(PAUSE_SECONDS)
        try:
            found = await self._find(text)
        except ApiError as error:
            self.offers, self.words = (), explain(error).sentence
        else:
            left = [each for each in found if each.number not in self._numbers]
            self.offers = tuple(left[:MOST_OFFERS])
            self.words = "" if left else tr("Nothing has this name.")
        self.changed.emit()


def patient_picker(desk: DeskViewModel, picked: Callable[[tuple[int, ...]], None]) -> Picker:
    """Picks patients: the same search as everywhere."""
    parts = desk.parts

    async def find(text: str) -> Sequence[Named]:
        hits = await parts.search.search(text)
        return [Named(each.person.pat_num, each.person.display) for each in hits]

    def name(number: int) -> str:
        person = parts.office.person(number)
        return person.display if person is not None else tr("Patient no. {n}", n=number)

    return Picker(desk, find, name, picked)


def provider_picker(desk: DeskViewModel, picked: Callable[[tuple[int, ...]], None]) -> Picker:
    """Picks providers who are not hidden."""

    def rows() -> dict[int, str]:
        lists = desk.parts.office.lists
        found = lists.providers if lists is not None else ()
        return {
            each.ProvNum: " ".join(
                filter(None, (each.Abbr, f"({each.FName} {each.LName})".replace("( )", "")))
            )
            for each in found
            if not each.IsHidden
        }

    return _listed(desk, rows, picked)


def type_picker(desk: DeskViewModel, picked: Callable[[tuple[int, ...]], None]) -> Picker:
    """Picks appointment types."""

    def rows() -> dict[int, str]:
        lists = desk.parts.office.lists
        found = lists.appointment_types if lists is not None else ()
        return {each.AppointmentTypeNum: each.AppointmentTypeName for each in found if not each.IsHidden}

    return _listed(desk, rows, picked)


def _listed(
    desk: DeskViewModel, rows: Callable[[], dict[int, str]], picked: Callable[[tuple[int, ...]], None]
) -> Picker:
    async def find(text: str) -> Sequence[Named]:
        wanted = folded(text).split()
        return [
            Named(number, name)
            for number, name in rows().items()
            if all(each in folded(name) for each in wanted)
        ]

    return Picker(desk, find, lambda number: rows().get(number, tr("No. {n}", n=number)), picked)
