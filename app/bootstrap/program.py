"""The window's content over time: the connection page if needed, then one office's workspace."""

from __future__ import annotations

import asyncio
import logging
from functools import cached_property, partial
from typing import TYPE_CHECKING

from app.bootstrap import collector
from app.bootstrap.connecting.connect_flow import ConnectFlow, remembering
from app.bootstrap.connecting.connections import Connections
from app.bootstrap.doors.entrance import Entrance
from app.bootstrap.hub.host import LocalHubHost
from app.bootstrap.lost_settings import can_be_opened
from app.bootstrap.people.gate import NotSignedIn
from app.bootstrap.preferences import Preferences
from app.bootstrap.printing import show_preview
from app.bootstrap.progress import told_when_slow
from app.bootstrap.session import OfficeConnection
from app.bootstrap.system import reports
from app.bootstrap.system.keeping import SettingsKeeping
from app.bootstrap.system.placing import tell_of_places
from app.bootstrap.system.unexpected import UnexpectedErrors
from app.bootstrap.updates.running import ProgramUpdates
from app.bootstrap.workspace import Workspace, new_canvas
from app.core.clock import Clock, SystemClock
from app.core.logs import Redaction, start_log, stop_log
from app.core.paths import ProgramFolders
from app.core.settings import Loaded, Settings
from app.core.tasks import TaskScope
from app.viewmodels.translation import tr
from app.views.staff.frame.window import MainWindow
from app.views.theme.theme import Theme

if TYPE_CHECKING:  # these load after the first paint
    from app.bootstrap.doors.open_dental import OpenDentalOpener
    from app.bootstrap.early import EarlyOffice
    from app.viewmodels.messages import Message
    from app.viewmodels.staff.connect import Connection
    from app.views.staff.frame.connecting.connect_page import ConnectPage
    from app.views.staff.schedule.screen import ScheduleScreen


log = logging.getLogger(__name__)


class Program:
    """Opens the office that the settings name, shows it, and closes it with the window."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        loaded: Loaded,
        folders: ProgramFolders,
        clock: Clock | None = None,
        *,
        training: bool,
        early: EarlyOffice | None = None,
        made_up: bool = False,
    ) -> None:
        """`made_up`: as of HubDoor."""
        self.window = window
        self.theme = theme
        self.preferences = Preferences(folders, loaded, theme)
        self._training = training
        self._clock = clock or SystemClock()
        self._redaction = Redaction()
        self._log = start_log(folders.logs, self._redaction)
        self._scope = TaskScope("window", self._report)
        self._while_slow = partial(told_when_slow, self._scope, self._clock, window.say)
        self._closed = asyncio.Event()
        self._unexpected = UnexpectedErrors()
        self._connections = Connections(folders, self._clock, early, made_up=made_up)
        self._connect_flow = ConnectFlow(window, self._connections, self._scope, self._go_to)
        self.workspace: Workspace | None = None
        """The open office."""
        self._coming: Workspace | None = None
        """The office being opened."""
        self.keeping = SettingsKeeping(self.preferences, self._scope, self._clock, lambda: self.workspace)
        self.entrance = Entrance(window, self._connect_flow, self._scope, lambda: self.workspace)
        self._connect_flow.went_back = self.entrance.opened
        places = (self._go_to, self._choose_hub, lambda: self.workspace)
        self.hub_host = LocalHubHost(self._connections, self.preferences, self._scope, *places)
        office = (window, lambda: self.workspace, self._scope)
        self.updates = ProgramUpdates(folders.data, self.preferences.update_from, *office)
        window.closing.connect(self._closed.set)
        window.dress(theme)

    @property
    def page(self) -> ConnectPage | None:
        """The connection page, while it is shown."""
        return self._connect_flow.page

    @property
    def screen(self) -> ScheduleScreen | None:
        """The schedule's screen, once an office is open."""
        return None if self.workspace is None else self.workspace.schedule

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self.preferences.settings

    async def live(self) -> None:
        """Run from the first paint to the last."""
        try:
            opening = self._scope.start(self._try_to_open(), "opening")
            closed = self._scope.start(self._closed.wait(), "closed")
            self._scope.start(self.updates.run(), "updates")
            await asyncio.wait((opening, closed), return_when=asyncio.FIRST_COMPLETED)
            collector.begin(self.window)
            await closed  # also while an office is being opened: a vault or a server may take long
            self.save()
            await self.keeping.at_end()
        finally:
            await self.close()

    async def open(self) -> None:
        """Show the office that the settings name, or the connection page."""
        training = self._training or self.settings.mode == "Training"
        if not training and self.settings.hub_runs:
            with self._while_slow(tr("Starting the office hub…")):
                await self.hub_host.resume()
        if not training and not can_be_opened(self.settings):
            await self._ask()
            return
        if training:
            await self._open_training()
        elif (trouble := await self._open_known()) is not None:
            await self._ask(trouble)

    def save(self) -> None:
        """Save the settings, with the window's place."""
        self.preferences.change(geometry=self.window.geometry_text())
        self.keeping.save()

    async def close(self) -> None:
        """Save the settings and close everything."""
        self.save()
        self.window.hide()  # if Qt destroyed a visible window, it would call into half-destroyed objects
        await self._scope.close()  # first: an office may be opening
        for workspace in (self._coming, self.workspace):
            if workspace is not None:
                await workspace.session.close()
        await self.hub_host.close()
        await self._connections.close()
        self._unexpected.close()
        stop_log(self._log)

    # --- opening an office ---------------------------------------------------------------------------------

    async def _try_to_open(self) -> None:
        try:
            await self.open()
        except Exception as error:
            log.exception("could not open")
            from app.viewmodels.messages import explain

            self._unexpected.report()
            await self._ask(explain(error.__cause__ or error))

    async def _open_training(self) -> None:
        with self._while_slow(tr("Preparing the training practice…")):
            way, clock = await self._connections.training(self.settings)
        await self._show(way, clock)

    async def _open_known(self) -> Message | None:
        """Open the last office. Returns the problem if that fails."""
        from app.api.keys import VaultClosed

        try:
            with self._while_slow(tr("Waiting for the stored keys…")):
                connection = await self._connections.last_office(self.settings)
        except VaultClosed as closed:
            from app.viewmodels.messages import explain

            return explain(closed)
        if connection is None:
            from app.viewmodels.messages import no_keys

            return no_keys()
        try:
            await self._show(connection, self._clock)
        except NotSignedIn as error:
            from app.viewmodels.messages import explain

            return explain(error)
        return None

    async def _ask(self, message: Message | None = None, *, mode: str = "") -> None:
        """Show the connection page, with the reason if there is one. `mode`: chosen at first; empty: the last one."""
        lost, fixed = self.preferences.lost(), self.preferences.fixed
        settings = self.settings.changed(mode=mode) if mode and "mode" not in fixed else self.settings
        await self._connect_flow.show(settings, message, lost, behind=self.workspace, fixed=fixed)
        self._unexpected.report()

    async def _go_to(self, found: Connection) -> None:
        """Open an office that has answered. The open one stays until the other one is ready."""
        from app.api.modes import Mode

        before, opened = self.settings, self.workspace
        self.preferences.settings = remembering(before, found)
        try:
            if found.address.mode is Mode.TRAINING or found.keys is None:
                await self._open_training()
            else:
                own = await self._connections.own_office(before) if found.address.mode is Mode.HUB else None
                enter = self._connections.keep_in_memory if found.for_today else self._connections.store
                connection = await enter(found.address, found.keys, self.settings)
                await self._show(connection, self._clock)
                if self.workspace is not None:
                    await self.workspace.offer(own)
                    self.workspace.ask_who()
        except Exception:
            if self.workspace in (None, opened):
                self.preferences.settings = before
            raise
        self._connect_flow.dismiss()

    # --- the office ----------------------------------------------------------------------------------------

    async def _show(self, connection: OfficeConnection, clock: Clock) -> None:
        before = self.workspace
        if before is not None and before.connection.store_path == connection.store_path:
            # The same office, whose journal can be open only once. What waits in it stays there.
            self.workspace = None
            self._connect_flow.set_behind(None)
            await before.leave()
            before = None
        self._redaction.hide(*connection.keys.hidden)
        if connection.hub is not None:
            connection.hub.place.watch(lambda url: self.preferences.change(hub=url))
        canvas = await new_canvas(self.settings.zoom, hides_names=self.settings.hides_names)
        workspace = self._coming = Workspace(self.window, self.theme, connection, clock, canvas=canvas)
        try:
            await workspace.paint_today(clinic_num=self.preferences.clinic_num(connection))
            await workspace.open(self._prepare, folded=not self.settings.side_panel)
        except Exception:
            await workspace.session.close()
            self._coming = None
            raise
        self.workspace, self._coming = workspace, None
        self._connect_flow.set_behind(workspace)
        if before is not None:
            await before.leave()
        self._tell_what_was_lost(workspace)
        self.entrance.opened(workspace)
        await workspace.settle_in()

    def _prepare(self, workspace: Workspace) -> None:
        """Connect the program's actions to an office before its frame is shown."""
        self._unexpected.report()  # the desk has loaded what it needs
        workspace.desk.asked.connect(self._do)
        workspace.desk.hub.host = host = self.hub_host
        workspace.desk.updates.follow(self.updates)
        workspace.desk.closing.others = lambda: host.others
        workspace.schedule.model.asked.connect(self._do)
        self.preferences.recall(workspace)

    @cached_property
    def _open_dental(self) -> OpenDentalOpener:
        from app.bootstrap.doors.open_dental import OpenDentalOpener

        return OpenDentalOpener(self.window, self.preferences)

    def _do(self, command_id: str) -> None:
        from app.viewmodels.staff import commands
        from app.viewmodels.staff.patient_commands import OPEN_IN
        from app.viewmodels.staff.schedule.commands import PRINT

        match command_id:
            case commands.THEME.id:
                self.preferences.toggle_theme()
            case commands.OFFICE.id:
                self._scope.start(self._ask(), "another office")
            case commands.OPEN_DENTAL.id if self.workspace is not None:
                self._open_dental.choose(self.workspace.desk)
            case OPEN_IN.id if self.workspace is not None:
                self._scope.start(self._open_dental.open(self.workspace.desk), "Open Dental")
            case PRINT.id if self.screen is not None:
                show_preview(self.window, self.screen.model)

    def _tell_what_was_lost(self, workspace: Workspace) -> None:
        """Report what could not be read on this PC, and where it was moved."""
        notices = workspace.desk.notices
        if lost := self.preferences.lost():
            notices.say(lost, kind="warning")
        if workspace.desk.parts.journal.store.damage:
            notices.say(tr("Changes saved on this PC may be lost. See Needs attention."), kind="warning")
        self._scope.start(tell_of_places(self.preferences.folders, notices), "folders")

    def _choose_hub(self) -> None:
        """Show the connection page with the office hub chosen."""
        self._scope.start(self._ask(mode="Hub"), "office hub")

    def _report(self, error: BaseException) -> None:
        log.error("a task of the window failed", exc_info=error)
        reports.of_task(error)
