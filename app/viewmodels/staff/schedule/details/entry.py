"""The field that adds a procedure: code or words, then where it is done: "D2740 14", "crown 14", "2392 3 MO"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import ExplainedError
from app.domain.chart.typed_codes import CodeFinder, Found, fitting
from app.domain.chart.typed_places import Site, name_of, question_of, read_sites
from app.domain.schedule.visit import Visit
from app.services.patients.chart.teeth import TeethReader
from app.services.visits.facts import VisitFacts
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.changes import ProcedureChanges
from app.viewmodels.staff.schedule.details.placing import chart_problem, site_label
from app.viewmodels.translation import tr
from app.wire.resources.procedure_codes import ProcedureCode

MOST = 6
"""Codes that are offered."""


class EntryState(Struct, frozen=True):
    """What is shown. `problem`: why it can't be added; `hint`: what is asked, or what Enter adds."""

    text: str = ""
    offers: tuple[str, ...] = ()
    hint: str = ""
    problem: str = ""


class ProcedureEntry(QObject):
    """`changed` when `state` did. `wanted`: the keyboard should go to the field; `choose`: to what is offered."""

    changed = Signal()
    wanted = Signal()
    choose = Signal()

    def __init__(self, desk: DeskViewModel, changes: ProcedureChanges, parent: QObject) -> None:
        super().__init__(parent)
        self.state = EntryState()
        self._desk = desk
        self._changes = changes
        self._finder: CodeFinder | None = None
        self._refused: ApiError | None = None
        self._reading = False
        self._chart = desk.parts.patients.of(TeethReader)
        self._chart.watch(lambda _: self._known())
        self._release: Callable[[], None] | None = None
        self._visit: Visit | None = None
        self._facts = VisitFacts(0)
        self._asked: list[ProcedureCode] = []
        """Codes of a set that nobody has said the place of."""
        self._entered = False
        """Enter was pressed before the codes or the chart were there."""
        self._warned = ""
        """The text that the chart has something against, which was said."""
        changes.place_asked.connect(self._ask)

    def show(self, visit: Visit | None, facts: VisitFacts | None) -> None:
        """Add to this appointment; None: to none. What was typed for another one is dropped."""
        if (visit.apt_num if visit is not None else 0) != (
            self._visit.apt_num if self._visit is not None else 0
        ):
            self._leave()
        self._visit, self._facts = visit, facts or VisitFacts(visit.apt_num if visit is not None else 0)

    def prepare(self) -> None:
        """The page is opened: read the office's codes behind what it shows."""
        self._read(Need.PREFETCH)

    def type_text(self, text: str) -> None:
        """Something was typed."""
        if text != self.state.text:
            self._entered = False
            self._warned = ""
            self._read(Need.CLICK)
            self._need_chart()
            self._tell(text)

    def confirm(self) -> None:
        """Enter: add it, ask what is missing, or let the user choose among several codes."""
        if not self.state.text.strip():
            return
        if self._finder is None or self._chart_is_coming():
            self._entered = True  # as soon as they are there
            self._read(Need.CLICK)
            self._need_chart()
            return
        found = self._found()
        if len(found.codes) == 1:
            self._add(found.codes[0], found.place)
        elif found.codes:
            self._tell(self.state.text)
            self.choose.emit()
        else:
            self._tell(self.state.text, tr("No procedure code fits “{text}”.", text=self.state.text.strip()))

    def pick(self, place: int) -> None:
        """One of the offered codes was chosen."""
        found = self._found()
        if place < len(found.codes):
            self._add(found.codes[place], found.place)

    def drop(self) -> bool:
        """Esc: drop what is typed or asked; whether there was any."""
        had = bool(self.state.text or self._asked)
        self._asked = self._asked[1:]
        self._next()
        return had

    def _leave(self) -> None:
        if self._asked and self._visit is not None:
            codes = ", ".join(code.ProcCode for code in self._asked)
            self._desk.notices.say(
                tr("Not added for {name}: {codes}. Nobody said where.", name=self._visit.name, codes=codes),
                kind="warning",
            )
        self._asked = []
        if self._release is not None:
            self._release()
            self._release = None
        self._next()

    # --- what is known ---------------------------------------------------------------------------------------

    def _read(self, need: Need) -> None:
        if self._finder is None and not self._reading:
            self._reading = True
            self._desk.parts.scope.start(self._read_codes(need), "procedure codes")

    async def _read_codes(self, need: Need) -> None:
        try:
            self._finder = CodeFinder(await self._desk.parts.office.codes.offered(need))
            self._refused = None
        except ApiError as error:
            self._refused, self._entered = error, False
        finally:
            self._reading = False
        self._known()

    def _known(self) -> None:
        """The codes, or a chart, are there."""
        if self._entered and self._finder is not None and not self._chart_is_coming():
            self._entered = False
            self.confirm()
        elif self.state.text:
            self._tell(self.state.text, self.state.problem)

    def _need_chart(self) -> None:
        if self._visit is not None and self._release is None:
            self._release = self._chart.need(self._visit.pat_num, Need.CLICK)

    def _chart_is_coming(self) -> bool:
        """Whether the patient's teeth are being read. Where they can't be read, nothing is compared with them."""
        if self._visit is None:
            return False
        state = self._chart.state(self._visit.pat_num)
        if isinstance(state, Ready):
            return isinstance(state.value.initials, Unread) or isinstance(state.value.codes, Unread)
        return not isinstance(state, Refused)

    # --- what is typed ---------------------------------------------------------------------------------------

    def _found(self) -> Found:
        if self._finder is None:
            return Found()
        likely = frozenset(row.CodeNum for row in self._facts.planned)
        found = self._finder.find(self.state.text, likely)
        if len(found.codes) < 2:
            return found
        try:
            sites = read_sites(found.codes[0], found.place, self._changes.numbering)
        except ExplainedError:
            sites = ()
        return Found(fitting(found.codes, sites)[:MOST], found.place)

    def _add(self, code: ProcedureCode, place: str) -> None:
        if self._visit is None:
            return
        try:
            sites = read_sites(code, place, self._changes.numbering)
        except ExplainedError as error:
            self._tell(f"{code.ProcCode} {place}".strip(), f"{tr(error.words)}.")
            return
        if not sites:
            self._tell(f"{code.ProcCode} ")
            self.wanted.emit()
            return
        text = f"{code.ProcCode} {place}".strip()
        if self._warned != text and (warning := self._against(code, sites)):
            self._warned = text
            self._tell(text, warning)
            return
        if problem := self._changes.add_at(self._visit, self._facts, code, sites):
            self._tell(text, tr(problem))
            return
        if code in self._asked:
            self._asked.remove(code)
        self._next()

    def _against(self, code: ProcedureCode, sites: Sequence[Site]) -> str:
        state = self._chart.state(self._visit.pat_num) if self._visit is not None else None
        if not isinstance(state, Ready):
            return ""
        problem = chart_problem(code, sites, state.value, self._changes.numbering)
        return tr("{problem}. Enter adds it anyway.", problem=problem) if problem else ""

    def _ask(self, visit: Visit, code: ProcedureCode) -> None:
        if self._visit is None or visit.apt_num != self._visit.apt_num:
            return
        self._asked.append(code)
        if len(self._asked) == 1 and not self.state.text.strip():
            self._next()

    def _next(self) -> None:
        """An empty field, or the next code that is asked for."""
        self._entered, self._warned = False, ""
        if self._asked:
            self._need_chart()
            self._tell(f"{self._asked[0].ProcCode} ")
            self.wanted.emit()
        else:
            self._tell("")

    def _tell(self, text: str, problem: str = "") -> None:
        self.state = EntryState(text)
        found = self._found()
        offers = found.codes if len(found.codes) > 1 else ()
        state = EntryState(
            text, tuple(self._line(code, found.place) for code in offers), self._hint(found), problem
        )
        self.state = state
        self.changed.emit()

    def _hint(self, found: Found) -> str:
        if self._refused is not None and self._finder is None:
            return explain(self._refused).sentence
        if self._finder is None:
            return tr("Reading the office's codes…") if self.state.text else ""
        if len(found.codes) != 1:
            return ""
        (code,) = found.codes
        label = self._line(code, found.place)
        question = tr(question_of(code)) if not found.place.strip() else ""
        return "\n".join(each for each in (label, question) if each)

    def _line(self, code: ProcedureCode, place: str) -> str:
        """D2740 CrnCer · Crown, all ceramic · #14."""
        label = ""
        try:
            sites = read_sites(code, place, self._changes.numbering)
            label = ", ".join(site_label("", site, self._changes.numbering).strip() for site in sites)
        except ExplainedError:
            label = place
        return " · ".join(each for each in (name_of(code), code.Descript.strip(), label) if each)
