"""The openings in the booking panel: found, chosen from, and checked again when the schedule changes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask, TaskScope
from app.services.schedule.openings import CHOICES, MORE, Opening, OpeningFinder, OpeningWish
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.viewmodels.messages import explain
from app.viewmodels.staff.schedule.booking.rules import about_openings, opening_row
from app.viewmodels.staff.schedule.booking.state import OpeningRow


class Offered(Struct, frozen=True):
    """The openings on the panel."""

    rows: tuple[OpeningRow, ...] = ()
    chosen: int | None = None
    looking: bool = False
    more: bool = False
    """Whether more may be found."""
    words: str = ""


class OpeningSearch(QObject):
    """Searches openings; `changed` follows them and the office's lists."""

    changed = Signal()
    picked = Signal(object)
    """The Opening that the user chose."""

    def __init__(
        self, office: Office, finder: OpeningFinder, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._finder = finder
        self._search = LatestTask(scope)
        self._wish: OpeningWish | None = None
        self._picked: Opening | None = None
        """The opening that the user chose; it stays chosen while it is offered."""
        self._picked_for: OpeningWish | None = None
        self._found_for: OpeningWish | None = None
        """The search that found what is offered; another one than `_wish` until that has ended."""
        self._offers_one = False
        self._picks = False
        """Whether the one that will be found counts as picked."""
        self._count = CHOICES
        """How many openings are searched for."""
        self.offered = Offered()
        self._unwatch = office.watch(self._follow)

    def look(self, wish: OpeningWish) -> None:
        """Search for openings, unless this search is already done. The old ones stay until the new ones arrive."""
        if wish == self._wish and self.offered.chosen is not None and not self._offers_one:
            return
        if self._wish is None or replace(wish, elsewhere=()) != replace(self._wish, elsewhere=()):
            self._count, self._picks = CHOICES, False
        self._seek(wish, None)

    def more(self) -> None:
        """Search for ten openings, then ten more each time. The chosen one stays chosen."""
        if self._wish is not None and not self._offers_one:
            self._count = self._count // MORE * MORE + MORE
            self._seek(self._wish, self.offered.chosen)

    def offer(self, wish: OpeningWish, opening: Opening) -> None:
        """Offer this opening only."""
        self.stop()
        self._wish = self._found_for = self._picked_for = wish
        self._picked, self._offers_one = opening, True
        self._show(Offered(self._rows(wish, [opening]), 0))

    def choose(self, row: int) -> None:
        """Choose one of the openings; those of an earlier search can't be booked: the entries have changed."""
        if 0 <= row < len(self.offered.rows):
            self._picked, self._picked_for = self.offered.rows[row].opening, self._wish
        if 0 <= row < len(self.offered.rows) and self._found_for == self._wish:
            self._show(replace(self.offered, chosen=row))
            self.picked.emit(self.offered.rows[row].opening)

    def pick(self) -> None:
        """The chosen opening counts as picked by the user; while a search runs, the one that it finds."""
        if self.offered.chosen is None:
            self._picks = self.offered.looking
        else:
            self.choose(self.offered.chosen)

    @property
    def has_pick(self) -> bool:
        """Whether the user chose the one that is chosen."""
        chosen = self.offered.chosen
        return chosen is not None and self.offered.rows[chosen].opening == self._picked

    def forget(self) -> None:
        """Clear the openings and the choice."""
        self.stop()
        self._wish = self._found_for = self._picked = self._picked_for = None
        self._picks = False
        self._show(Offered())

    def stop(self) -> None:
        """Cancel the search."""
        self._search.cancel()
        self.offered = replace(self.offered, looking=False)

    def close(self) -> None:
        """Stop following the office."""
        self._unwatch()

    def _seek(self, wish: OpeningWish, chosen: int | None) -> None:
        """Search; `chosen`: the old opening that can be booked until then."""
        is_repeated = wish == self._found_for and not self._offers_one
        self._wish, self._offers_one = wish, False
        self._show(replace(self.offered, looking=True, words="", chosen=chosen))
        self._search.start(self._find(wish, is_repeated=is_repeated), "openings")

    async def _find(self, wish: OpeningWish, *, is_repeated: bool) -> None:
        try:
            found = await self._finder.first(wish, self._count)
        except ApiError as error:
            self._show(replace(self.offered, looking=False, words=explain(error).sentence))
            return
        kept = self._picked if self.offered.chosen is None else self.offered.rows[self.offered.chosen].opening
        rows = self._rows(wish, found)
        is_chosen = is_repeated and self.offered.chosen is not None
        if is_chosen and kept is not None and kept not in found and self._is_free(wish, kept):
            others = [each for each in found if each.start != kept.start]
            rows = self._rows(wish, sorted((*others, kept), key=lambda each: each.start))
        chosen = next((at for at, row in enumerate(rows) if row.opening == kept), None)
        is_lost = is_repeated and kept is not None and (kept, wish) == (self._picked, self._picked_for)
        if chosen is None and rows and not is_lost:
            chosen = 0  # not if the one the user picked is gone: Enter would book another one
        self._found_for = wish
        words = about_openings(wish, rows, self._office.clock.now())
        self._show(Offered(rows, chosen, more=len(found) == self._count, words=words))
        if self._picks:
            self._picks = False
            self.pick()

    def _follow(self, change: Change) -> None:
        """When a day with offered openings changes, show new clashes and search again.

        The chosen opening can be booked meanwhile, unless something has come in its way.
        """
        wish, rows, chosen = self._wish, self.offered.rows, self.offered.chosen
        days = {row.opening.start.date() for row in rows}
        if change.kind is ChangeKind.LISTS:
            self.changed.emit()
        if wish is None or days.isdisjoint(change.dates):
            return
        judged = self._rows(wish, [row.opening for row in rows])
        if judged == rows:
            return
        self._show(replace(self.offered, rows=judged))
        if not self._offers_one:
            self._seek(wish, None if chosen is None or judged[chosen] != rows[chosen] else chosen)

    def _is_free(self, wish: OpeningWish, opening: Opening) -> bool:
        """Whether it is on a day in memory, without clashes."""
        (row,) = self._rows(wish, (opening,))
        return self._office.day(opening.start.date()) is not None and not row.warning

    def _rows(self, wish: OpeningWish, openings: Iterable[Opening]) -> tuple[OpeningRow, ...]:
        return tuple(
            opening_row(self._office, wish, each, unchecked=self._finder.is_unchecked(wish, each))
            for each in openings
        )

    def _show(self, offered: Offered) -> None:
        self.offered = offered
        self.changed.emit()
