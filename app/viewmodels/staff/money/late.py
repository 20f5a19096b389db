"""The way into the money panels from every screen. Nothing of a panel is imported before it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.later import load_name
from app.journal.entries import Entry
from app.viewmodels.choices import RememberedChoice
from app.viewmodels.staff.money.panels import (
    ADJUST,
    CHECK_OUT,
    PANELS,
    PAYMENT,
    PLAN,
    REFUND,
    MoneyPanel,
    PanelSpec,
)
from app.viewmodels.staff.money.twin_notices import TwinNotices
from app.viewmodels.staff.patient_commands import NOBODY
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr, typed
from app.viewmodels.verdict import Verdict

if TYPE_CHECKING:  # the desk has the panels, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.money.papers import MoneyPapers

KIND = "payment"  # words: a kind of write
"""The journal's name of the write, without importing it."""
PAPERS = "app.viewmodels.staff.money.papers:MoneyPapers"


class OpenPanel(Struct, frozen=True):
    """A panel that has been loaded."""

    model: MoneyPanel
    view: Callable[..., Any]
    """The factory of its widget."""


class LateMoney(QObject):
    """Opens the panels, for the selected patient only.

    `opened` is emitted with a panel's id when it is to be shown; it is in `panels` by then.
    """

    opened = Signal(str)
    left = Signal(str)
    """A panel was closed or replaced."""
    previewed = Signal(object, object)
    """A print preview's class, and the viewmodel that it is called with."""
    file_asked = Signal(str, object)
    """Ask where to save a PDF: a file's name, and what is called with the path."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._specs = {spec.command.id: spec for spec in PANELS}
        self.pay_type = RememberedChoice("", self)
        """The DefNum of the payment type that was used last; empty: none was."""
        self.panels: dict[str, OpenPanel] = {}
        """Those that have been opened, by id."""
        self._papers: MoneyPapers | None = None
        self._twins = TwinNotices(desk)
        self.commands = [
            desk.command(spec.command, self._opener(spec), self._may_open(spec)) for spec in PANELS
        ]
        desk.outcomes.changers[KIND] = self._change
        desk.patient.changed.connect(self._follow)
        desk.patient.busy.append(lambda: self.entering)

    @property
    def entering(self) -> bool:
        """Whether money is being entered in one of them."""
        return any(each.model.is_dirty for each in self.panels.values())

    def take_payment(self, pat_num: int, amount: Decimal | None = None, *, plan: int = 0) -> None:
        """Take a payment; `amount` in US dollars is proposed. `plan`: the PayPlanNum that it is for; 0: none."""
        self._start(PAYMENT, pat_num, amount=amount, plan=plan)

    def refund(self, pat_num: int, pay_num: int = 0) -> None:
        """Refund a payment; 0: one to be chosen."""
        self._start(REFUND, pat_num, pay_num=pay_num)

    def adjust(self, pat_num: int, proc_num: int = 0) -> None:
        """Add an adjustment, attached to a procedure unless it is 0."""
        self._start(ADJUST, pat_num, proc_num=proc_num)

    def plan(self, pat_num: int, plan_num: int = 0) -> None:
        """Show a payment plan; 0: make one."""
        self._start(PLAN, pat_num, plan_num=plan_num)

    def check_out(self, pat_num: int) -> None:
        """Check out a patient who leaves."""
        self._start(CHECK_OUT, pat_num)

    def reprint(self, pat_num: int, pay_num: int) -> None:
        """Print the receipt of a payment again; it says that it is a copy."""
        self._desk.parts.scope.start(self._reprint(pat_num, pay_num), "receipt")

    async def papers(self) -> MoneyPapers:
        """What prints, saves and stores receipts and walkout statements."""
        if self._papers is None:
            (made,) = await self._desk.parts.load(PAPERS)
            self._papers = made(self._desk)
        return cast("MoneyPapers", self._papers)

    def leave(self, panel_id: str) -> None:
        """A panel was closed or replaced: what was entered is kept, and the user is told how to go on."""
        model, command = self.panels[panel_id].model, self._specs[panel_id].command
        if model.person is not None and model.is_dirty:
            said = tr(
                "{what} for {name}: not posted yet. {key} continues.",
                what=typed(command.title),
                name=model.person.display,
                key=command.shortcut,
            )
            self._desk.notices.say(said)
        model.leave()
        self.left.emit(panel_id)

    def close(self) -> None:
        """The desk was closed."""
        for each in self.panels.values():
            each.model.close()

    async def _reprint(self, pat_num: int, pay_num: int) -> None:
        papers = await self.papers()
        try:
            await papers.reprint(pat_num, pay_num)
        except ApiError as error:
            self._desk.fail(error)

    def _change(self, entry: Entry) -> None:
        """Go on with a refused payment."""
        self._start(PAYMENT, int(entry.intent.arguments["PatNum"]), entry=entry)

    def _start(self, panel_id: str, pat_num: int, **about: Any) -> None:
        self._desk.parts.scope.start(self._open(self._specs[panel_id], pat_num, **about), panel_id)

    def _opener(self, spec: PanelSpec) -> Callable[[], Coroutine[Any, Any, None]]:
        async def work() -> None:
            if (current := self._desk.patient.current) is not None:
                await self._open(spec, current.pat_num)

        return work

    async def _open(self, spec: PanelSpec, pat_num: int, **about: Any) -> None:
        """Select the patient, so that strip and panel never show two of them, and open the panel."""
        panel_id, patient = spec.command.id, self._desk.patient
        if patient.current is None or patient.current.pat_num != pat_num:
            patient.select(pat_num, Origin.FAMILY)
        if panel_id not in self.panels:
            model, view = await self._desk.parts.load(spec.model, spec.view)
            self._twins.watch()
            if panel_id not in self.panels:
                self.panels[panel_id] = OpenPanel(model(self._desk), view)
        person = self._desk.chosen.person()
        if person is None or person.pat_num != pat_num:
            return  # somebody else was selected while it loaded
        self.panels[panel_id].model.begin(person, **about)
        self.opened.emit(panel_id)

    def _follow(self) -> None:
        """Another patient is selected: a panel of the one before would take money for the wrong account."""
        current = self._desk.patient.current
        pat_num = current.pat_num if current is not None else 0
        for each in self.panels.values():
            if each.model.person is not None and each.model.person.pat_num != pat_num:
                each.model.finished.emit()
        for command in self.commands:
            command.refresh()

    def _may_open(self, spec: PanelSpec) -> Callable[[], Verdict]:
        def verdict() -> Verdict:
            if self._desk.patient.current is None:
                return NOBODY
            found = self._desk.parts.client.can(load_name(spec.needs))
            return Verdict(ok=found.ok, reason=found.reason)

        return verdict
