"""What the field that adds a procedure compares its text with: the office's codes, and the patient's teeth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.api.errors import ApiError
from app.api.need import Need
from app.domain.chart.numbering import Numbering
from app.domain.chart.typed_codes import CodeFinder
from app.domain.chart.typed_places import Site
from app.services.patients.chart.teeth import TeethReader
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.placing import chart_problem
from app.viewmodels.translation import tr
from app.wire.resources.procedure_codes import ProcedureCode


class OfficeCodes:
    """The office's codes, read once; `on_read` is called when they are there, or refused."""

    def __init__(self, desk: DeskViewModel, on_read: Callable[[], None]) -> None:
        self._desk = desk
        self._on_read = on_read
        self._reading = False
        self.finder: CodeFinder | None = None
        self.refused: ApiError | None = None

    def read(self, need: Need) -> None:
        """Read them, unless they are there."""
        if self.finder is None and not self._reading:
            self._reading = True
            self._desk.parts.scope.start(self._read(need), "procedure codes")

    async def _read(self, need: Need) -> None:
        try:
            self.finder = CodeFinder(await self._desk.parts.office.codes.offered(need))
            self.refused = None
        except ApiError as error:
            self.refused = error
        finally:
            self._reading = False
        self._on_read()


class PatientTeeth:
    """The chart of one patient. Where it can't be read, nothing is compared with it."""

    def __init__(self, desk: DeskViewModel, on_read: Callable[[], None]) -> None:
        self._part = desk.parts.patients.of(TeethReader)
        self._part.watch(lambda pat_num: on_read() if pat_num == self._pat_num else None)
        self._pat_num = 0
        self._release: Callable[[], None] | None = None

    def need(self, pat_num: int) -> None:
        """Read this patient's chart: something is typed."""
        if pat_num != self._pat_num:
            self.leave()
            self._pat_num = pat_num
            self._release = self._part.need(pat_num, Need.CLICK)

    def leave(self) -> None:
        """The chart is no longer needed."""
        if self._release is not None:
            self._release()
        self._pat_num, self._release = 0, None

    @property
    def is_coming(self) -> bool:
        """Whether the chart is being read."""
        state = self._part.state(self._pat_num)
        if isinstance(state, Ready):
            return isinstance(state.value.initials, Unread) or isinstance(state.value.codes, Unread)
        return self._pat_num != 0 and not isinstance(state, Refused)

    def against(self, code: ProcedureCode, sites: Sequence[Site], numbering: Numbering) -> str:
        """What in the chart contradicts a new procedure; empty: nothing, as far as it is known."""
        state = self._part.state(self._pat_num)
        if not isinstance(state, Ready):
            return ""
        problem = chart_problem(code, sites, state.value, numbering)
        return tr("{problem}. Enter adds it anyway.", problem=problem) if problem else ""
