"""The field that adds a procedure: code or words, then where it is done: "D2740 14", "crown 14", "2392 3 MO"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.text import ExplainedError
from app.domain.chart.typed_codes import Found, fitting
from app.domain.chart.typed_places import question_of, read_sites
from app.domain.schedule.visit import Visit
from app.services.visits.facts import VisitFacts
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.changes import ProcedureChanges
from app.viewmodels.staff.schedule.details.compared import OfficeCodes, PatientTeeth
from app.viewmodels.staff.schedule.details.placing import site_label
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
        self._codes = OfficeCodes(desk, self._known)
        self._teeth = PatientTeeth(desk, self._known)
        self._visit: Visit | None = None
        self._facts = VisitFacts(0)
        self._asked: list[ProcedureCode] = []
        """Codes of a set whose tooth or area is still missing."""
        self._entered = False
        """Enter was pressed before the codes or the chart were there."""
        self._warned = ""
        """The text whose problem with the chart is shown: Enter again adds it."""
        changes.place_asked.connect(self._ask)

    def show(self, visit: Visit | None, facts: VisitFacts | None) -> None:
        """Add to this appointment; None: to none. What was typed for another one is dropped."""
        before, apt_num = (each.apt_num if each is not None else 0 for each in (self._visit, visit))
        if apt_num != before:
            self._leave()
        self._visit, self._facts = visit, facts or VisitFacts(apt_num)

    def prepare(self) -> None:
        """The page is opened: read the office's codes behind what it shows."""
        self._codes.read(Need.PREFETCH)

    def type_text(self, text: str) -> None:
        """Something was typed."""
        if text != self.state.text:
            self._entered = False
            self._warned = ""
            self._prepare()
            self._tell(text)

    def confirm(self) -> None:
        """Enter: add it, ask what is missing, or let the user choose among several codes."""
        if not self.state.text.strip():
            return
        self._prepare()
        if self._codes.finder is None or self._teeth.is_coming:
            self._entered = True  # as soon as they are there
            return
        found = self._found(self.state.text)
        if len(found.codes) == 1:
            self._add(found.codes[0], found.place)
        elif found.codes:
            self._tell(self.state.text)
            self.choose.emit()
        else:
            self._tell(self.state.text, tr("No procedure code fits “{text}”.", text=self.state.text.strip()))

    def pick(self, place: int) -> None:
        """One of the offered codes was chosen."""
        found = self._found(self.state.text)
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
            self._leave_out(self._visit, self._asked)
        self._asked = []
        self._teeth.leave()
        self._next()

    def _leave_out(self, visit: Visit, codes: Sequence[ProcedureCode]) -> None:
        """Report the codes that were not added: the page shows another appointment now."""
        listed = ", ".join(code.ProcCode for code in codes)
        words = tr(
            "Not added for {name}: {codes}. No tooth or area was entered.", name=visit.name, codes=listed
        )
        self._desk.notices.say(words, kind="warning")

    def _known(self) -> None:
        """The codes or the chart are there."""
        if self._codes.refused is not None:
            self._entered = False
        if self._entered and self._codes.finder is not None and not self._teeth.is_coming:
            self._entered = False
            self.confirm()
        elif self.state.text:
            self._tell(self.state.text, self.state.problem)

    def _prepare(self) -> None:
        """Read what the typed text is compared with: the codes and the chart."""
        self._codes.read(Need.CLICK)
        if self._visit is not None:
            self._teeth.need(self._visit.pat_num)

    # --- what is typed ---------------------------------------------------------------------------------------

    def _found(self, text: str) -> Found:
        if self._codes.finder is None:
            return Found()
        likely = frozenset(row.CodeNum for row in self._facts.planned)
        found = self._codes.finder.find(text, likely)
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
        numbering = self._changes.numbering
        try:
            sites = read_sites(code, place, numbering)
        except ExplainedError as error:
            self._tell(f"{code.ProcCode} {place}".strip(), f"{tr(error.words)}.")
            return
        if not sites:
            self._tell(f"{code.ProcCode} ")
            self.wanted.emit()
            return
        text = f"{code.ProcCode} {place}".strip()
        if self._warned != text and (warning := self._teeth.against(code, sites, numbering)):
            self._warned = text
            self._tell(text, warning)
            return
        if problem := self._changes.add_at(self._visit, self._facts, code, sites):
            self._tell(text, tr(problem))
            return
        if code in self._asked:
            self._asked.remove(code)
        self._next()

    def _ask(self, visit: Visit, code: ProcedureCode) -> None:
        if self._visit is None or visit.apt_num != self._visit.apt_num:
            self._leave_out(visit, [code])
            return
        self._asked.append(code)
        if len(self._asked) == 1 and not self.state.text.strip():
            self._next()

    def _next(self) -> None:
        """An empty field, or the next code that is asked for."""
        self._entered, self._warned = False, ""
        if self._asked:
            self._prepare()
            self._tell(f"{self._asked[0].ProcCode} ")
            self.wanted.emit()
        else:
            self._tell("")

    def _tell(self, text: str, problem: str = "") -> None:
        found = self._found(text)
        offers = found.codes if len(found.codes) > 1 else ()
        self.state = EntryState(
            text,
            tuple(self._line(code, found.place) for code in offers),
            "" if problem else self._hint(text, found),
            problem,
        )
        self.changed.emit()

    def _hint(self, text: str, found: Found) -> str:
        if self._codes.refused is not None:
            return explain(self._codes.refused).sentence
        if self._codes.finder is None:
            return tr("Loading the office's codes…") if text else ""
        if len(found.codes) != 1:
            return ""
        (code,) = found.codes
        label = self._line(code, found.place)
        question = tr(question_of(code)) if not found.place.strip() else ""
        return "\n".join(each for each in (label, question) if each)

    def _line(self, code: ProcedureCode, place: str) -> str:
        """D2740 #14 · Crown, all ceramic."""
        numbering = self._changes.numbering
        try:
            sites = read_sites(code, place, numbering)
            label = ", ".join(site_label("", site, numbering).strip() for site in sites)
        except ExplainedError:
            label = place
        return " · ".join(
            each for each in (f"{code.ProcCode} {label}".strip(), code.Descript.strip()) if each
        )
