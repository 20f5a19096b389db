"""The pinboard as a list: where each appointment is, and what has changed since it was pinned."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.text import NO_TEXT, At, Shape, Text, join, msg
from app.domain.schedule.pinned import Pin
from app.domain.schedule.visit import Visit
from app.sealed.errors import LocalStoreError
from app.services.schedule.pinboard import MOVABLE, Standing
from app.services.schedule.rows import names_of
from app.store.lists import OfficeLists
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.translation import tr

NEWS = {
    Standing.BROKEN: msg("Changed since: it was broken"),
    Standing.OFF: msg("Changed since: it is not on the schedule any more"),
    Standing.GONE: msg("Changed since: it was deleted"),
}


class FormerPlace(Struct, frozen=True):
    """A place that an appointment has left."""

    start: datetime
    minutes: int
    op_num: int
    name: str


class PinRow(Struct, frozen=True):
    """One pinned appointment."""

    apt_num: int
    name: str
    place: str
    """Where it was when it was pinned, and how long it is."""
    news: str
    """What has changed since; empty: nothing."""
    movable: bool
    spoken: str
    former: FormerPlace | None = None
    """Where it was when it was pinned, if it is elsewhere now."""


class PinboardViewModel(QObject):
    """`changed` when `rows` are others. `hand_asked`: place this Visit; by the mouse or by keys."""

    changed = Signal()
    hand_asked = Signal(object, bool)

    def __init__(self, desk: DeskViewModel, drop: DropViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._office = desk.parts.office
        self._board = desk.parts.pinboard()
        self._drop = drop
        self._news_in_hand = ""
        """The news of the appointment that was taken last, as it was then."""
        self.rows: tuple[PinRow, ...] = ()
        self.close = self._board.watch(self._follow)
        """Stops following the pinboard."""
        self._follow()

    @property
    def apt_nums(self) -> frozenset[int]:
        """What is pinned."""
        return frozenset(row.apt_num for row in self.rows)

    async def pin(self, visit: Visit) -> None:
        """Pin an appointment. Raises StoreFailed."""
        await self._board.pin(visit)

    def take(self, apt_num: int, *, by_mouse: bool) -> None:
        """Take an appointment into the hand, to be placed on the days shown."""
        self._desk.parts.scope.start(self._take(apt_num, by_mouse=by_mouse), "take from the pinboard")

    def unpin(self, apt_num: int) -> None:
        """Take an appointment off the pinboard; it stays where it is."""
        self._desk.parts.scope.start(self._unpin(apt_num), "unpin")

    def held(self, apt_num: int) -> Visit | None:
        """An appointment that is dragged from the pinboard, as far as known without asking."""
        visit = self._board.visit(apt_num)
        if visit is not None:
            self._drop.hold(visit)
            self._news_in_hand = next((row.news for row in self.rows if row.apt_num == apt_num), "")
        return visit

    def warn_lost(self, name: str) -> None:
        """Say that placing an appointment was canceled because it is no longer on the pinboard."""
        self._desk.warn(
            tr("{name}: another desk has just moved it, or taken it off the pinboard.", name=name)
        )

    def warn_changed(self, apt_num: int) -> None:
        """Placing an appointment was canceled: say so if that is because another desk has changed it meanwhile."""
        pin = next((each for each in self._board.pins if each.apt_num == apt_num), None)
        row = self._row(pin) if pin is not None else None
        if row is not None and row.news not in ("", self._news_in_hand):
            self._desk.warn(f"{row.name}. {row.news}")

    async def _take(self, apt_num: int, *, by_mouse: bool) -> None:
        if self._office.visit_row(apt_num) is None:
            await self._board.check(Need.CLICK, [apt_num])
        row = next((each for each in self.rows if each.apt_num == apt_num), None)
        visit = self.held(apt_num)
        if row is None:
            return
        if row.news or visit is None:
            self._desk.warn(
                f"{row.name}. {row.news}" if row.news else tr("This appointment can't be read now.")
            )
        if visit is not None and row.movable:
            self.hand_asked.emit(visit, by_mouse)

    async def _unpin(self, apt_num: int) -> None:
        try:
            await self._board.unpin(apt_num)
        except LocalStoreError as error:
            self._desk.fail(error)

    def _follow(self) -> None:
        rows = tuple(self._row(pin) for pin in self._board.pins)
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()

    def _row(self, pin: Pin) -> PinRow:
        standing = self._board.standing(pin)
        place, news = tr(self._place(pin)), tr(self._news(pin, standing))
        spoken = ". ".join(part for part in (pin.name, place, news) if part)
        is_elsewhere = standing in (Standing.MOVED, Standing.OFF, Standing.GONE)
        former = FormerPlace(pin.start, pin.minutes, pin.op_num, pin.name) if is_elsewhere else None
        return PinRow(pin.apt_num, pin.name, place, news, standing in MOVABLE, spoken, former)

    def _place(self, pin: Pin) -> Text:
        names = names_of(self._office.lists or OfficeLists())
        length = msg("{n} min", n=pin.minutes)
        other = pin.by if pin.by != self._desk.parts.outbox.author.name else ""
        by = msg("pinned by {name}", name=other) if other else NO_TEXT
        return join([At(pin.start, Shape.BOTH), names.chair(pin.op_num), length, by], " · ")

    def _news(self, pin: Pin, standing: Standing) -> Text:
        row = self._board.row(pin.apt_num)
        if standing is not Standing.MOVED or row is None or row.AptDateTime is None:
            return NEWS.get(standing, NO_TEXT)
        names = names_of(self._office.lists or OfficeLists())
        same_day = row.AptDateTime.date() == pin.start.date()
        return msg(
            "Changed since: now {time}, {operatory}",
            time=At(row.AptDateTime, Shape.TIME if same_day else Shape.BOTH),
            operatory=names.chair(row.Op),
        )
