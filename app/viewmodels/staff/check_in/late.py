"""The way from every screen to check-in. Nothing of it is imported without an office hub."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.text import NO_TEXT, Text, msg
from app.viewmodels.staff.check_in.commands import CHANGES, KIOSKS, SEEN
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has it, and passes itself to it
    from app.services.check_in.hub import HubCalls, HubLines
    from app.viewmodels.staff.check_in.arrivals import KioskArrivals
    from app.viewmodels.staff.desk import DeskViewModel

MODEL = "app.viewmodels.staff.check_in.model:CheckInModel"
PANEL_MODEL = "app.viewmodels.staff.check_in.changes_panel:ChangesPanelViewModel"
PANEL_VIEW = "app.views.staff.check_in.changes_panel:ChangesPanel"
NEEDS_HUB = msg("Check-in PCs need the office hub. Set it up first: File, Office hub.")
_NO_HUB = Verdict(ok=False, reason=NEEDS_HUB)
_NOT_YET = Verdict(ok=False, reason=msg("Front Desk is still connecting to the office hub."))
_NOTHING_UNSEEN = Verdict(ok=False, reason=msg("All check-ins have been seen."))
_NO_CHANGES = Verdict(ok=False, reason=msg("There are no changes from check-in."))


class LateCheckIn(QObject):
    """`changed` when arrivals, proposals or kiosks have changed.

    `opened`: the panel with the changes is to be shown, with its `panel` and `panel_view` loaded.
    """

    changed = Signal()
    opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self.check_in: Any = None
        """The CheckInModel, once a hub is followed."""
        self.model: Any = None
        """The panel's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of the panel."""
        self.commands = (
            desk.command(SEEN, self._see, self._may_see),
            desk.command(CHANGES, self.review, self._may_review),
        )
        for signal in (self.changed, desk.patient.changed):
            signal.connect(self._refresh)

    @property
    def has_hub(self) -> bool:
        """Whether this desk has an office hub."""
        return self.check_in is not None or self._desk.parts.hub is not None

    @property
    def arrivals(self) -> KioskArrivals | None:
        """What kiosks have told of today; None without a hub."""
        found: KioskArrivals | None = self.check_in.arrivals if self.check_in is not None else None
        return found

    @property
    def is_open(self) -> bool:
        """Whether the panel with the changes is shown."""
        return self.model is not None and bool(self.model.is_open)

    def words_of(self, pat_num: int) -> Text:
        """How many changes a patient made at check-in, for the strip; empty: none."""
        words: Text = self.check_in.changes.words_of(pat_num) if self.check_in is not None else NO_TEXT
        return words

    async def begin(self, hub: HubCalls, lines: HubLines) -> None:
        """Follow the hub, once the schedule is visible."""
        (model,) = await self._desk.parts.load(MODEL)
        self.check_in = model(self._desk, hub, lines)
        self.check_in.changed.connect(self.changed)
        self.changed.emit()

    async def review(self) -> None:
        """Open the panel with the changes, the selected patient's first."""
        model, view = await self._desk.parts.load(PANEL_MODEL, PANEL_VIEW)
        if self.model is None:
            self.model, self.view = model(self._desk, self.check_in), view
        self.model.begin()
        self.opened.emit()

    def show_kiosks(self) -> None:
        """Show the check-in PCs."""
        self._desk.screens.run(self._desk.commands[KIOSKS.id])

    def close(self) -> None:
        """The desk was closed."""
        if self.check_in is not None:
            self.check_in.close()

    async def _see(self) -> None:
        await self.check_in.arrivals.see_all()

    def _may_see(self) -> Verdict:
        if self.check_in is None:
            return _NOT_YET if self.has_hub else _NO_HUB
        return YES if self.check_in.arrivals.unseen else _NOTHING_UNSEEN

    def _may_review(self) -> Verdict:
        if self.check_in is None:
            return _NOT_YET if self.has_hub else _NO_HUB
        return YES if self.check_in.changes.cards else _NO_CHANGES

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()
