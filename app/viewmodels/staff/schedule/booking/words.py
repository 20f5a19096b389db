"""The words that ask for openings: read while they are typed, shown as chips, changed by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask
from app.domain.schedule.asking.asked import NOTHING_ASKED, Asked, PieceKind
from app.services.schedule.grids import NO_LISTS
from app.store.lists import OfficeLists
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.booking.asking import ALL_CLINICS, chosen_from_lists, worded
from app.viewmodels.staff.schedule.booking.rules import BookingChoices
from app.viewmodels.staff.schedule.booking.state import BookingState

if TYPE_CHECKING:  # these load when words are typed
    from app.domain.schedule.asking.vocabulary import Vocabulary
    from app.viewmodels.staff.schedule.booking.chips import Chip, Chips, Option

PAUSE_SECONDS = 0.12
"""After the last key, before the words are read."""
ASK = "app.domain.schedule.asking.parser:ask"
CHIPS = "app.viewmodels.staff.schedule.booking.chips:Chips"
VOCABULARY = "app.services.schedule.vocabulary:vocabulary_of"


class BookingWords(QObject):
    """`changed` follows the text.

    `confirmed` is emitted on Enter, once the words are read, with whether all of them are understood.
    """

    changed = Signal()
    confirmed = Signal(bool)

    def __init__(
        self,
        parts: Parts,
        state: Callable[[], BookingState],
        enter: Callable[[BookingState], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._state = state
        self._enter = enter
        self._reading = LatestTask(parts.scope)
        self._typed: str | None = None
        """What was typed and is not read yet."""
        self._ask: Callable[[str, Vocabulary, date], Asked] | None = None
        self._vocabulary_of: Callable[[OfficeLists], Vocabulary] | None = None
        self._chips: type[Chips] | None = None
        self._known: tuple[OfficeLists, Vocabulary] | None = None

    @property
    def text(self) -> str:
        """The words as typed."""
        return self._state().asked.text if self._typed is None else self._typed

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What was understood, and what was not, in the order of the text."""
        state, lists = self._state(), self._parts.office.lists or NO_LISTS
        today = self._parts.clock.now().date()
        return self._chips.of(state, lists, today) if self._chips is not None else ()

    @property
    def wrong_place(self) -> tuple[int, int]:
        """Where the first words are that were not understood."""
        return next((each.places[0] for each in self._state().asked.unknown), (0, 0))

    def provider_choices(self, choices: BookingChoices) -> list[tuple[int, str]]:
        """The providers to choose from, with those that the words ask for."""
        if self._chips is None:
            return choices.providers
        return self._chips.providers(choices, self._state(), self._parts.office.lists or NO_LISTS)

    def type(self, text: str) -> None:
        """Read this text after a short pause."""
        self._typed = text
        self._reading.start(self._read(PAUSE_SECONDS), "words")

    def confirm(self) -> None:
        """Read what was typed without a pause, then emit `confirmed`."""
        self._reading.start(self._confirm(), "words")

    def forget(self) -> None:
        """The panel was closed, or has other entries."""
        self._reading.cancel()
        self._typed = None

    def options(self, at: int) -> list[Option]:
        """What a chip can be changed to."""
        state = self._state()
        if self._chips is None:
            return []
        return self._chips.options(state, state.asked.pieces[at], self._parts.office.lists or NO_LISTS)

    def replace(self, at: int, words: str) -> None:
        """Put other words in the place of a chip's; none: take it out."""
        asked = self._state().asked
        self._put(asked.changed([asked.pieces[at]], words))

    def may_widen(self, clinic_num: int | None) -> bool:
        """Whether only some of the office's clinics are searched. `clinic_num`: the one shown; None: all."""
        asked, lists = self._state().asked, self._parts.office.lists or NO_LISTS
        is_limited = clinic_num is not None or bool(asked.clinics)
        return is_limited and not asked.all_clinics and len(lists.clinics) > 1

    def widen(self) -> None:
        """Search all clinics: the words say so."""
        asked = self._state().asked
        clinics = [each for each in asked.pieces if each.kind is PieceKind.CLINIC]
        self._typed = asked.changed(clinics, ALL_CLINICS)
        self._reading.start(self._read(0), "words")

    def with_chosen(
        self, kind: PieceKind, *, type_num: int | None = None, minutes: int = 0, prov_num: int | None = None
    ) -> BookingState:
        """The entries with what was chosen from a list; the words that ask for something else are taken out."""
        state = chosen_from_lists(self._state(), type_num=type_num, minutes=minutes, prov_num=prov_num)
        return self.without(state, kind)

    def without(self, state: BookingState, *kinds: PieceKind) -> BookingState:
        """These entries, with the words about such things taken out."""
        if not state.asked.text:
            return state
        asked = state.asked
        if any(each.kind in kinds for each in asked.pieces):
            asked = self._understood(asked.without(*kinds))
        return worded(state, asked, self._parts.office)

    def _put(self, text: str) -> None:
        self.forget()
        self._enter(worded(self._state(), self._understood(text), self._parts.office))
        self.changed.emit()

    async def _read(self, seconds: float) -> None:
        await self._parts.clock.sleep(seconds)
        await self._load()
        self._take()

    async def _confirm(self) -> None:
        await self._load()
        self._take()
        self.confirmed.emit(not self._state().asked.unknown)

    def _take(self) -> None:
        if self._typed is not None:
            text, self._typed = self._typed, None
            self._enter(worded(self._state(), self._understood(text), self._parts.office))
        self.changed.emit()

    async def _load(self) -> None:
        if self._ask is None:
            self._ask, self._vocabulary_of, self._chips = await self._parts.load(ASK, VOCABULARY, CHIPS)

    def _understood(self, text: str) -> Asked:
        """What a text asks for; the parser is loaded with the first one."""
        lists = self._parts.office.lists or NO_LISTS
        if not text.strip() or self._ask is None or self._vocabulary_of is None:
            return NOTHING_ASKED
        if self._known is None or self._known[0] is not lists:
            self._known = lists, self._vocabulary_of(lists)
        return self._ask(text, self._known[1], self._parts.clock.now().date())
