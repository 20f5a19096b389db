"""Today's check-ins as a table."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QObject

from app.core.text import At, msg
from app.services.check_in.check_in import CheckIn
from app.viewmodels.staff.check_in.arrivals import KioskArrivals
from app.viewmodels.staff.check_in.words import GREEN, SHORT_RESULTS, why_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr, typed
from app.wire.hub.check_in import Arrival
from app.wire.hub.stream import Topic


class TodayRow(Struct, frozen=True):
    """One event with the patient's name."""

    arrival: Arrival
    name: str


COLUMNS = (
    Column(
        id="time",
        title=msg("Time"),
        value=lambda row: tr(At(row.arrival.at)),
        sort=lambda row: row.arrival.at,
        width=10,
        optional=False,
    ),
    Column(id="patient", title=msg("Patient"), value=lambda row: row.name, width=22, share=2, optional=False),
    Column(
        id="result",
        title=msg("Result"),
        value=lambda row: SHORT_RESULTS[row.arrival.result],
        kind=Kind.STATUS,
        tone=lambda row: "" if row.arrival.result in GREEN else "money",
        width=16,
        optional=False,
    ),
    Column(id="why", title=msg("Why"), value=lambda row: typed(why_words(row.arrival)), width=24, share=3),
    Column(id="kiosk", title=msg("Check-in PC"), value=lambda row: row.arrival.kiosk, width=14, share=1),
    Column(id="seen", title=msg("Seen by"), value=lambda row: row.arrival.seen_by, width=12, share=1),
)


class TodayTable(QObject):
    """Newest first; Enter selects the patient's appointment."""

    def __init__(self, desk: DeskViewModel, check_in: CheckIn, arrivals: KioskArrivals) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self._arrivals = arrivals
        self.table = TableViewModel(
            "check-ins",  # words: a name in the settings
            msg("Today's check-ins"),
            COLUMNS,
            lambda row: row.arrival.arrival_num,
            desk.tables or ForgetfulMemory(),
            self,
            empty=msg("Nobody has used a check-in PC today."),
        )
        self.table.opened.connect(self._open)
        arrivals.changed.connect(self._show)
        self._unwatch = check_in.watch(lambda topic: self._show() if topic is Topic.ARRIVALS else None)
        self._show()

    def see(self, rows: Sequence[TodayRow]) -> None:
        """Staff saw these."""
        self._arrivals.see([each.arrival.arrival_num for each in rows])

    def may_see(self, rows: Sequence[TodayRow]) -> bool:
        """Whether one of these was not seen yet."""
        return any(each.arrival in self._arrivals.unseen for each in rows)

    def close(self) -> None:
        """Stop following."""
        self._unwatch()

    def _show(self) -> None:
        arrivals = self._check_in.arrivals
        if arrivals is None:
            trouble = self._check_in.why(Topic.ARRIVALS)
            self.table.show_words(tr(trouble.words) if trouble is not None else tr("Loading…"))
        else:
            self.table.show_rows(TodayRow(each, self._arrivals.name(each)) for each in arrivals)

    def _open(self, row: TodayRow) -> None:
        if row.arrival.apt_num:
            self._desk.chosen.visit_asked.emit(row.arrival.apt_num, row.arrival.at.date())
