"""A month of waits and punctuality by provider."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import At, Shape, Text, many, msg
from app.domain.schedule.clashes import Names
from app.domain.waiting_room.punctuality import Punctuality, by_provider, everyone
from app.services.waiting_room.limit import long_wait
from app.services.waiting_room.punctuality import MonthOfWaits, PunctualityReader
from app.viewmodels.amounts import percent_text
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle.day import HuddleDay
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr

EMPTY = msg("No arrival and seating times were recorded in this month.")
FRESH = timedelta(minutes=10)
"""A month that was read longer ago is read again when it is shown."""


def columns(names: Callable[[], Names]) -> tuple[Column, ...]:
    """`names` gives those of providers, as far as they are known."""
    return (
        Column(
            id="provider",
            title=msg("Provider"),
            value=lambda row: names().provider(row.prov_num),
            width=13,
            share=1,
            optional=False,
        ),
        _number("visits", msg("Appointments"), 12, lambda row: row.visits),
        _number("wait", msg("Average wait, min"), 15, lambda row: round(row.average_wait)),
        _number("longest", msg("Longest wait, min"), 15, lambda row: row.longest),
        _number("long", msg("Long waits"), 9, lambda row: row.long_waits),
        _number("late_patients", msg("Late patients"), 11, lambda row: row.late_patients),
        _number("punctual", msg("On time, %"), 10, lambda row: row.punctual),
        _number("delay", msg("Average delay, min"), 16, _delay),
    )


def _delay(row: Punctuality) -> int | None:
    return None if row.average_delay is None else round(row.average_delay)


def _number(column: str, title: Text, width: int, value: Callable[[Punctuality], int | None]) -> Column:
    return Column(id=column, title=title, value=value, kind=Kind.NUMBER, width=width, share=1)


class WaitsModel(QObject):
    """`changed`: other figures, or a part of them."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, day: HuddleDay, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self._reader = PunctualityReader(desk.parts.client, desk.parts.office)
        self._reading = LatestTask(desk.parts.scope)
        self.known: MonthOfWaits | None = None
        """None: nothing was read."""
        self._read_at: float | None = None
        self.reading = False
        self.problem = ""
        """Why it couldn't be read; empty: it could."""
        self.table = TableViewModel(
            "waits",
            msg("Waits and punctuality"),
            columns(lambda: day.names),
            lambda row: row.prov_num,
            desk.tables or ForgetfulMemory(),
            self,
            empty=EMPTY,
        )

    def show(self, *, again: bool = False) -> None:
        """Read the month that ends on the chosen day, unless that was just done."""
        last = min(self._day.day, self._desk.now().date())
        if self.known is not None and self.known.last != last:
            self.known, self._read_at = None, None
        self._fill()
        coming = self.reading and self.known is not None and self.known.last == last
        if again or not (self._is_fresh or coming):
            self._reading.start(self._read(last), "waits")

    def leave(self) -> None:
        """Another tab or screen is shown: stop reading."""
        self._reading.cancel()
        self.reading = False

    # --- what is shown ---

    @property
    def age(self) -> timedelta | None:
        """How long ago the month was read; None: it is loading."""
        at = self._read_at
        return None if at is None else timedelta(seconds=max(self._desk.parts.clock.monotonic() - at, 0.0))

    @property
    def rows(self) -> tuple[Punctuality, ...]:
        """By provider, of the chosen clinic."""
        return by_provider(self.known.parts, self._day.clinic) if self.known is not None else ()

    @property
    def headline(self) -> str:
        """The office's figures in a sentence; empty: nothing is known."""
        known, all_ = self.known, everyone(self.rows)
        if known is None or not all_.visits:
            return ""
        wait = tr(
            "{first} – {last}: {minutes} min average wait",
            first=_day_words(known.first),
            last=_day_words(known.last),
            minutes=round(all_.average_wait),
        )
        if all_.punctual is None:
            return wait
        return tr("{wait}, {percent} began on time", wait=wait, percent=percent_text(all_.punctual))

    @property
    def notes(self) -> str:
        """What the figures mean, and that they are still read."""
        lines = [self.problem] if self.problem else []
        if self.reading and self.known is not None and self.known.entries:
            count = self.known.entries
            lines.append(
                tr(
                    many(
                        "Reading the appointments' history in the background: {n} entries so far",
                        "Reading the appointments' history in the background: {n} entry so far",
                        count,
                    )
                )
            )
        limit = long_wait(self._desk.parts.office.lists)
        lines.append(
            tr(
                "A wait is from arrival to seating; a long one is {limit} min or more. On time: seated within 10 min "
                "of the start. Patients who came 5 min late or more aren't counted there.",
                limit=limit,
            )
            if limit
            else tr(
                "A wait is from arrival to seating. On time: seated within 10 min of the start. Patients who came "
                "5 min late or more aren't counted there."
            )
        )
        if names := self._without_list:
            lines.append(
                tr(
                    "Providers who aren't told, because no task list has their name: {names}.",
                    names=names,
                )
            )
        return "\n".join(lines)

    # --- inside ---

    @property
    def _without_list(self) -> str:
        """Providers who could not be told of a patient who waits."""
        alerts = self._desk.waiting.alerts
        found = alerts.without_list if alerts is not None else ()
        return ", ".join(sorted(self._day.names.provider(each) for each in found))

    @property
    def _is_fresh(self) -> bool:
        age = self.age
        return age is not None and age < FRESH

    async def _read(self, last: date) -> None:
        self.reading, self.problem = True, ""
        asked_at = self._desk.parts.clock.monotonic()
        self._fill()
        try:
            self._take(await self._reader.read(last, self._take, Need.SCREEN))
            self._read_at = asked_at
        except ApiError as error:
            self.problem = explain(error).sentence
        finally:
            self.reading = False
        self._fill()

    def _take(self, known: MonthOfWaits) -> None:
        self.known = known
        self._fill()

    def _fill(self) -> None:
        if self.known is None:
            self.table.show_words(self.problem or tr("Loading…"))
        else:
            self.table.show_rows(self.rows)
        self.changed.emit()


def _day_words(day: date) -> At:
    return At(datetime.combine(day, time()), Shape.MONTH_DAY)
