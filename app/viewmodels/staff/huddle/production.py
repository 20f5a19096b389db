"""The production of a day, week or month: hidden until somebody wants to see it, and again once the screen is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import At, Shape, Text, Words, msg
from app.domain.huddle.production import NO_GOALS, Total, Worth, by, percent, total
from app.domain.huddle.spans import TimeSpan, days_of, next_to
from app.domain.schedule.visit import Visit
from app.services.huddle.production import DayProduction, ProductionReader
from app.services.schedule.filter import ScheduleFilter
from app.viewmodels.amounts import dollars, percent_text
from app.viewmodels.clock_face import locale
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle.day import HuddleDay
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr

UNKNOWN = msg("Unknown")
HIDDEN = msg("Production is hidden, because patients may see this screen.")
EMPTY = msg("No procedures are attached to these appointments.")
MORE_DAYS = msg("The production of a week or a month needs the Queries permission.")
SPAN_WORDS = {
    TimeSpan.DAY: msg("Day"),
    TimeSpan.WEEK: msg("Week"),
    TimeSpan.MONTH: msg("Month"),
}
LIMITED = msg(
    "Net amounts and goals need the Queries permission. Gross amounts are read in the background, one appointment "
    "after the other."
)
BY_QUERY = frozenset({"net", "goal", "percent"})
"""The columns that only queries fill."""
NO_GOAL = msg(
    "No goal: nobody who works then has an hourly production goal in Open Dental (Lists, Providers)."
)


class ProductionRow(Struct, frozen=True):
    """One provider or operatory."""

    key: int
    name: str
    total: Total
    goal: Decimal | None = None

    @property
    def percent(self) -> int | None:
        """How much of the goal is scheduled; None: there is no goal."""
        return percent(self.total.gross, self.goal)


def columns(title: Text, *, goals: bool) -> tuple[Column, ...]:
    """A table's columns."""
    found: list[Column] = [
        Column(id="name", title=title, value=lambda row: row.name, width=16, share=1, optional=False),
        _money("gross", msg("Gross"), lambda row: row.total.gross),
        _money("net", msg("Net"), lambda row: row.total.net, blank=UNKNOWN),
    ]
    if goals:
        found.append(_money("goal", msg("Goal"), lambda row: row.goal))
        found.append(
            Column(
                id="percent",
                title=msg("Of goal"),
                value=lambda row: "" if (part := row.percent) is None else percent_text(part),
                sort=lambda row: row.percent,
                kind=Kind.STATUS,
                width=8,
            )
        )
    return tuple(found)


def _money(
    column: str, title: Text, value: Callable[[ProductionRow], Decimal | None], *, blank: Words = ""
) -> Column:
    return Column(id=column, title=title, value=value, kind=Kind.MONEY, blank=blank, width=12)


class ProductionModel(QObject):
    """`changed`: it was shown or hidden, or further amounts are known."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, day: HuddleDay, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = day
        self._reader = ProductionReader(desk.parts.client, desk.parts.office)
        self._reading = LatestTask(desk.parts.scope)
        self.is_shown = False
        self.span = TimeSpan.DAY
        self.known: DayProduction | None = None
        """None: nothing was read."""
        self._read_at: float | None = None
        self.reading = False
        self.problem = ""
        """Why it couldn't be read; empty: it could."""
        memory = desk.tables or ForgetfulMemory()
        self.providers = TableViewModel(
            "production_providers", msg("Production by provider"), columns(msg("Provider"), goals=True),
            lambda row: row.key, memory, self, empty=EMPTY,
        )  # fmt: skip
        self.operatories = TableViewModel(
            "production_operatories", msg("Production by operatory"), columns(msg("Operatory"), goals=False),
            lambda row: row.key, memory, self, empty=EMPTY,
        )  # fmt: skip
        desk.user.changed.connect(lambda _: self.reveal(shown=False))

    def reveal(self, *, shown: bool) -> None:
        """Show the amounts, or hide them."""
        if shown != self.is_shown:
            self.is_shown = shown
            if shown:
                self.show()
            else:
                self.leave()
            self.changed.emit()

    def choose(self, span: TimeSpan) -> None:
        """Sum the chosen day, its week, or its month."""
        if span is not self.span:
            self.span = span
            self.show()
            self.changed.emit()

    def choose_next(self) -> None:
        """The day, the week, the month, and the day again."""
        every = list(TimeSpan)
        self.choose(every[(every.index(self.span) + 1) % len(every)])

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are summed."""
        return days_of(self.span, self._day.day, locale().firstDayOfWeek().value)

    def step(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) week or month; False: a day is shown, or nothing."""
        if not self.is_shown or self.span is TimeSpan.DAY:
            return False
        self._day.choose_day(next_to(self.span, self._day.day, direction))
        return True

    def show(self) -> None:
        """Read the chosen days, if the amounts may be seen."""
        if self.is_shown:
            known = self.known
            if known is not None and ((known.day, known.last) != self.days or not known.queried):
                self.known = None  # without Queries only the chosen clinic's appointments were read
            self._fill()
            self._reading.start(self._read(), "production")

    def leave(self) -> None:
        """Another tab or screen is shown: the amounts are hidden again, and forgotten."""
        self._reading.cancel()
        self.is_shown = self.reading = False
        self.known = None
        self.changed.emit()  # first of all: the tables are hidden before they are empty
        for table in (self.providers, self.operatories):
            table.show_rows(())

    # --- what is shown ---

    @property
    def age(self) -> timedelta | None:
        """How long ago the amounts were read; None: they are loading, or hidden."""
        at = self._read_at if self.known is not None else None
        return None if at is None else timedelta(seconds=max(self._desk.parts.clock.monotonic() - at, 0.0))

    @property
    def parts(self) -> tuple[Worth, ...]:
        """Those of the chosen clinic."""
        known, clinic = self.known, self._day.clinic
        return tuple(each for each in known.parts if clinic in (0, each.clinic_num)) if known else ()

    @property
    def headline(self) -> str:
        """The sum, in words; empty: nothing is known."""
        if self.known is None or self.known.is_empty:
            return ""
        first, last = (At(datetime.combine(day, time()), Shape.MONTH_DAY) for day in self.days)
        words = self._sum(self.known)
        return (
            words
            if self.span is TimeSpan.DAY
            else tr("{first} – {last}: {sum}", first=first, last=last, sum=words)
        )

    def _sum(self, known: DayProduction) -> str:
        found = total(self.parts)
        if known.unread:
            return tr("Scheduled at least {gross}", gross=dollars(found.gross))
        if found.net is None or not known.queried:
            return tr("Scheduled {gross}", gross=dollars(found.gross))
        return tr("Scheduled {gross}, net {net}", gross=dollars(found.gross), net=dollars(found.net))

    @property
    def goal(self) -> str:
        """How the sum compares with the goal; empty: not known yet."""
        known = self.known
        if known is None or not known.queried or known.done < known.total:
            return ""
        if known.goals is None:
            return tr("The goal can't be read.")
        if (wanted := known.goals.at(self._day.clinic).all) is None:
            return tr(NO_GOAL)
        part = percent_text(percent(total(self.parts).gross, wanted) or 0)
        return tr("Goal {goal}: {percent} is scheduled.", goal=dollars(wanted), percent=part)

    @property
    def notes(self) -> str:
        """Why amounts are missing, or that they are still read."""
        known, lines = self.known, []
        if self.problem:
            lines.append(self.problem)
        if known is not None and not known.queried and self.span is TimeSpan.DAY:
            lines.append(tr(LIMITED))
        if known is not None and known.unread:
            lines.append(tr("{n} appointments couldn't be read.", n=known.unread))
        if self.reading and known is not None:
            lines.append(tr("Loading… {done} of {total}", done=known.done, total=known.total))
        return "\n".join(lines)

    # --- inside ---

    async def _read(self) -> None:
        day, days, huddle = self._day.day, self.days, self._desk.parts.huddle()
        self.reading, self.problem = True, ""
        self._read_at, asked_at = None, self._desk.parts.clock.monotonic()
        try:
            await self._desk.parts.office.reader.open_days((day,), Need.SCREEN)
            visits = self._of_clinic(huddle.visits(day) or ())
            self._take(await self._reader.read(days, visits, self._take, Need.SCREEN))
            self._read_at = asked_at
        except ApiError as error:
            self.problem = explain(error).sentence
        finally:
            self.reading = False
        self._fill()

    def _why_nothing(self) -> Text:
        lacks = self.known is not None and not self.known.queried and self.span is not TimeSpan.DAY
        return MORE_DAYS if lacks else msg("The procedures can't be read.")

    def _of_clinic(self, visits: Sequence[Visit]) -> tuple[Visit, ...]:
        chairs = {row.OperatoryNum: row for row in self._day.lists.operatories}
        shown = ScheduleFilter(clinic_num=self._day.clinic or None)
        return tuple(each for each in visits if shown.shows(each, chairs.get(each.op_num)))

    def _take(self, known: DayProduction) -> None:
        self.known = known
        self._fill()

    def _fill(self) -> None:
        known, parts, names = self.known, self.parts, self._day.names
        for table in (self.providers, self.operatories):
            table.columns.leave_out(BY_QUERY if known is not None and not known.queried else frozenset())
        if known is None or known.is_empty:
            words = self.problem or (tr("Loading…") if self.reading else tr(self._why_nothing()))
            for table in (self.providers, self.operatories):
                table.show_words(words)
        else:
            by_provider = by(parts, lambda each: each.prov_num)
            goals = (known.goals or NO_GOALS).at(self._day.clinic)
            self.providers.show_rows(
                ProductionRow(each, names.provider(each), found, goals.of(each))
                for each, found in sorted(by_provider.items(), key=lambda item: -item[1].gross)
            )
            by_chair = by(parts, lambda each: each.op_num)
            order = {row.OperatoryNum: place for place, row in enumerate(self._day.lists.operatories)}
            self.operatories.show_rows(
                ProductionRow(each, names.chair(each), found)
                for each, found in sorted(by_chair.items(), key=lambda item: order.get(item[0], 999))
            )
        self.changed.emit()
