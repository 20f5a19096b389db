"""The page of the office hub: run it on this PC or connect to one; then its devices, and pairing a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.viewmodels.staff.closing import losing_words
from app.viewmodels.staff.hub.code import PairingCodes
from app.viewmodels.staff.hub.devices import DeviceRow, HubDevices
from app.viewmodels.staff.hub.host import HostPhase, HostState, HubHost
from app.viewmodels.staff.hub.work import HubWork
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel


class HubPageViewModel(QObject):
    """`work.changed`: what is shown may have changed. `finished`: the page was closed."""

    finished = Signal()

    def __init__(self, desk: DeskViewModel, host: HubHost | None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._host = host
        self.work = HubWork(desk, self)
        self.is_open = False
        self.stop_question = ""
        """What others lose, before the hub is stopped; empty: nothing is asked."""
        self.devices: HubDevices | None = None
        """None where this desk has no hub."""
        self.codes: PairingCodes | None = None
        parts, changed = desk.parts, self.work.changed
        if parts.hub is not None:
            self.devices = HubDevices(parts.hub, parts.clock, self.work, self._paired)
            self.codes = PairingCodes(parts.hub, parts.clock, parts.scope, self.work)
        self._unwatch = [parts.staff.watch(changed.emit)]
        if host is not None:
            self._unwatch.append(host.watch(lambda _: changed.emit()))

    @property
    def host(self) -> HostState:
        """The hub on this PC."""
        return self._host.state if self._host is not None else HostState()

    @property
    def why_not(self) -> str:
        """Why this PC can't run the hub; empty: it can."""
        return tr("This window can't run the office hub.") if self._host is None else tr(self._host.why_not)

    @property
    def where(self) -> str:
        """Which hub this desk is connected to, as a sentence; empty: none."""
        if (hub := self._desk.parts.hub) is None:
            return ""
        if self.host.phase is HostPhase.RUNS:
            return tr("The office hub runs on this PC. Other PCs find it by themselves.")
        at = hub.place.url.partition("://")[2]
        return tr("This PC is connected to the office hub at {address}.", address=at)

    def begin(self) -> None:
        """The page is shown."""
        self.is_open, self.work.sentence, self.stop_question = True, "", ""
        if self.devices is not None:
            self.devices.doubted = 0
            self.devices.read()
        self.work.changed.emit()

    def leave(self) -> None:
        """The page is not shown any more."""
        self.is_open = False
        if self.codes is not None:
            self.codes.forget()

    def dismiss(self) -> None:
        """Close the page."""
        self.leave()
        self.finished.emit()

    def close(self) -> None:
        """The desk was closed."""
        self.leave()
        for part in (self.devices, self.codes):
            if part is not None:
                part.close()
        for unwatch in self._unwatch:
            unwatch()

    def run_here(self) -> None:
        """Run the hub on this PC."""
        if self._host is not None:
            self.work.change(self._host.run_here())

    def stop_here(self, *, sure: bool = False) -> None:
        """Stop the hub on this PC. Others who use it are asked about first."""
        if self._host is None:
            return
        self.stop_question = "" if sure or not self._host.others else tr(losing_words(self._host.others))
        if self.stop_question:
            self.work.changed.emit()
        else:
            self.work.change(self._host.stop_here())

    def keep_hub(self) -> None:
        """Don't stop it."""
        self.stop_question = ""
        self.work.changed.emit()

    def connect_to_hub(self) -> None:
        """Choose a hub for this PC."""
        if self._host is not None:
            self._host.connect()

    def _paired(self, new: tuple[DeviceRow, ...]) -> None:
        """A code was used."""
        if self.codes is not None:
            self.codes.spend()
        for row in new:
            self._desk.notices.say(tr("{name} is paired with the office hub.", name=row.name))
