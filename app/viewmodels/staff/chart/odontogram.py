"""The odontogram: a patient's teeth on a day, the selected tooth, and all of it in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape, join
from app.domain.chart.build import mouth
from app.domain.chart.history import HistoryLine, change_dates, changes_on, history_of
from app.domain.chart.legend import Legend, legend_of
from app.domain.chart.listing import ToothLine, line_of, list_problems, list_teeth
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.viewmodels.translation import tr
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from app.wire.resources.tooth_initials import ToothInitial

EMPTY = mouth((), (), {})
_LATEST_LINES = 6
"""Procedures named in a tooth's hover text."""


class OdontogramState(Struct, frozen=True):
    """What the odontogram shows."""

    mouth: Mouth = EMPTY
    numbering: Numbering = Numbering.UNIVERSAL
    dates: tuple[date, ...] = ()
    """The days on which something changed, the oldest first: where the slider stops before now."""
    at: date | None = None
    """The day that is shown; None: now."""
    selected: str = ""
    """The selected tooth, by Open Dental's name; empty: none."""


class OdontogramViewModel(QObject):
    """Shows the records of one patient. `state_changed` follows every change; `tooth_selected` has the tooth's name.

    A tooth's name is Open Dental's (1-32, A-T, 51-82, AS-TS), whatever the numbering. `numbering_chosen` has the
    Numbering that the user chose, for whoever keeps the setting.
    """

    state_changed = Signal()
    tooth_selected = Signal(str)
    numbering_chosen = Signal(object)

    def __init__(self, parent: QObject | None = None, numbering: Numbering = Numbering.UNIVERSAL) -> None:
        super().__init__(parent)
        self.state = OdontogramState(numbering=numbering)
        self._procedures: tuple[ProcedureLog, ...] = ()
        self._initials: tuple[ToothInitial, ...] = ()
        self._codes: Mapping[int, ProcedureCode] = {}

    # --- what is shown -------------------------------------------------------------------------------------

    def show_records(
        self,
        procedures: Iterable[ProcedureLog],
        initials: Iterable[ToothInitial],
        codes: Mapping[int, ProcedureCode],
        today: date,
    ) -> None:
        """Show a patient's records: newer ones of the same patient, or another's after `clear`. `codes` by CodeNum.

        The day stays, and the selection if the tooth is still there.
        """
        self._procedures, self._initials, self._codes = tuple(procedures), tuple(initials), codes
        found = mouth(self._procedures, self._initials, codes, self.state.at)
        dates = change_dates(self._procedures, codes, today)
        kept = self.state.selected if found.of(self.state.selected) is not None else ""
        self._tell(replace(self.state, mouth=found, dates=dates, selected=kept))

    def clear(self) -> None:
        """Show an empty mouth: another patient's records are still being read."""
        self._procedures, self._initials, self._codes = (), (), {}
        self._tell(OdontogramState(numbering=self.state.numbering))

    def use_numbering(self, numbering: Numbering) -> None:
        """Number the teeth in another system."""
        self._tell(replace(self.state, numbering=numbering))

    def choose_numbering(self, numbering: Numbering) -> None:
        """The user chose another system."""
        if numbering is not self.state.numbering:
            self.use_numbering(numbering)
            self.numbering_chosen.emit(numbering)

    def show_day(self, at: date | None) -> None:
        """Show the mouth as it was on a day; None: now."""
        if at != self.state.at:
            found = mouth(self._procedures, self._initials, self._codes, at)
            self._tell(replace(self.state, mouth=found, at=at))

    def show_step(self, step: int) -> None:
        """Show the slider's step: 0 is the first day with a change, the last one is now."""
        dates = self.state.dates
        self.show_day(dates[max(0, step)] if step < len(dates) else None)

    @property
    def step(self) -> int:
        """The slider's step of the day that is shown."""
        dates, at = self.state.dates, self.state.at
        return len(dates) if at is None else max(0, bisect_right(dates, at) - 1)

    def select(self, name: str) -> None:
        """Select a tooth; an empty name selects none."""
        if name != self.state.selected:
            self._tell(replace(self.state, selected=name))
            self.tooth_selected.emit(name)

    # --- in words ------------------------------------------------------------------------------------------

    def lines(self) -> tuple[ToothLine, ...]:
        """Every tooth in words."""
        return list_teeth(self.state.mouth, self.state.numbering)

    def problems(self) -> list[str]:
        """What of the records can't be drawn."""
        return [tr(words) for words in list_problems(self.state.mouth, self.state.numbering)]

    def legend(self) -> Legend:
        """What the chart shows, and nothing else."""
        return legend_of(self.state.mouth)

    def history(self, name: str) -> tuple[HistoryLine, ...]:
        """A tooth's procedures, the latest first."""
        return history_of(name, self._procedures)

    def words_of(self, name: str) -> str:
        """A tooth in one line: number, what it is, what is charted. Empty if it isn't shown."""
        state = self.state.mouth.of(name)
        if state is None or not state.visible:
            return ""
        line = line_of(state, self.state.numbering)
        return tr("Tooth {number}, {tooth}: {words}", number=line.number, tooth=line.tooth, words=line.words)

    def hover_words(self, name: str) -> str:
        """A tooth's line, and its latest procedures below it."""
        lines = [self.words_of(name)]
        history = self.history(name)
        for each in history[:_LATEST_LINES]:
            when = tr(At(datetime.combine(each.on, time()), Shape.DATE)) if each.on else ""
            what = join([each.code, each.name, each.surfaces])
            lines.append(tr(join([when, what, each.status_words, each.provider], " · ")))
        if len(history) > _LATEST_LINES:
            lines.append(tr("and {n} more", n=len(history) - _LATEST_LINES))
        return "\n".join(line for line in lines if line)

    def day_changes(self) -> list[str]:
        """What changed on the day that is shown; now: nothing."""
        at = self.state.at
        found = changes_on(at, self._procedures, self._codes, self.state.numbering) if at else ()
        return [tr(words) for words in found]

    @property
    def day_words(self) -> str:
        """The day that is shown."""
        at = self.state.at
        if at is None:
            return tr("Now", "the tooth chart as of now")
        return tr("As of {day}", day=At(datetime.combine(at, time()), Shape.DATE))

    def _tell(self, state: OdontogramState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
