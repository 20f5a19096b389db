"""What the window lives through: the connection page where it is needed, then the desk of one office."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.bootstrap import collector
from app.bootstrap.doors import Doors
from app.bootstrap.first_schedule import new_canvas, show_first_schedule
from app.bootstrap.lost_settings import can_be_opened, lost_settings
from app.bootstrap.printing import show_preview
from app.bootstrap.reception import Reception, remembering
from app.bootstrap.session import Session, Way
from app.core.clock import Clock, SystemClock
from app.core.logs import Redaction, start_log, stop_log
from app.core.paths import Places
from app.core.settings import Loaded, Settings, SettingsFile
from app.core.settings import Theme as ThemeSetting
from app.core.tasks import TaskScope
from app.views.staff.frame.shell import Shell
from app.views.theme.theme import Theme, ThemeChoice
from app.views.theme.tokens import HOUR_HEIGHT

if TYPE_CHECKING:  # these load after the first paint
    from app.bootstrap.ahead import ReadingAhead
    from app.bootstrap.opened import OpenedOffice
    from app.viewmodels.messages import Message
    from app.viewmodels.staff.connect import Connection
    from app.viewmodels.staff.desk import DeskViewModel
    from app.views.staff.frame.connect_page import ConnectPage
    from app.views.staff.schedule.canvas import ScheduleCanvas
    from app.views.staff.schedule.screen import ScheduleScreen


log = logging.getLogger(__name__)


class OfficeDesk:
    """Opens what the settings name, shows it, and closes it when the window is closed."""

    def __init__(
        self,
        shell: Shell,
        theme: Theme,
        settings: Settings,
        places: Places,
        *,
        training: bool,
        clock: Clock | None = None,
        ahead: ReadingAhead | None = None,
    ) -> None:
        self.shell = shell
        self.theme = theme
        self.settings = settings
        self._places = places
        self._training = training
        self._clock = clock or SystemClock()
        self._redaction = Redaction()
        self._log = start_log(places.logs, self._redaction)
        self._scope = TaskScope("window", self._report)
        self._closed = asyncio.Event()
        self._ahead = ahead
        self._canvas: ScheduleCanvas | None = None
        """Made while another process reads what will stand on it."""
        self._doors = Doors(places, self._clock, ahead=ahead)
        self._reception = Reception(shell, self._doors, self._scope, self._go_to)
        self.session: Session | None = None
        self.loaded = Loaded(settings)
        """What was wrong with the settings as they were read; told once."""
        self.screen: ScheduleScreen | None = None
        self._opened: OpenedOffice | None = None
        shell.closing.connect(self._closed.set)
        shell.dress(theme)

    @property
    def page(self) -> ConnectPage | None:
        """The connection page, while it is shown."""
        return self._reception.page

    async def live(self) -> None:
        """From the first paint to the last."""
        try:
            await self._try_to_open()
            collector.begin(self.shell)
            await self._closed.wait()
        finally:
            await self.close()

    async def _try_to_open(self) -> None:
        try:
            await self.open()
        except Exception as error:
            log.exception("could not open")
            from app.viewmodels.messages import explain

            await self._ask(explain(error.__cause__ or error))

    async def open(self) -> None:
        """Show the desk of the office that the settings name, or the connection page."""
        training = self._training or self.settings.mode == "Training"
        if not training and not can_be_opened(self.settings):
            await self._ask()
            return
        if self._ahead is not None:  # what it reads will be waited for
            self._canvas = await new_canvas(self.settings.zoom)
        if training:
            await self._open_training()
        elif not await self._open_known():
            from app.viewmodels.messages import NO_KEYS

            await self._ask(NO_KEYS)

    async def close(self) -> None:
        """Keep what is to be remembered and let go of everything."""
        self._remember()
        self.shell.hide()  # a window that Qt takes down while it is seen still calls into half of us
        await self._scope.close()  # first: an office may be on its way in
        for session in (self.session, self._opened.session if self._opened is not None else None):
            if session is not None:  # two, while another office is on its way in
                await session.close()
        await self._doors.close()
        stop_log(self._log)

    # --- ways in -------------------------------------------------------------------------------------------

    async def _open_training(self) -> None:
        self.shell.say("Preparing the training practice…")
        await self._show_desk(*await self._doors.training(self.settings))

    async def _open_known(self) -> bool:
        way = await self._doors.known(self.settings)
        if way is not None:
            await self._show_desk(way, self._clock)
        return way is not None

    async def _ask(self, message: Message | None = None) -> None:
        """Show the connection page, saying why where there is a reason."""
        await self._reception.ask(self.settings, message, self._lost_settings(), behind=self._opened)

    async def _go_to(self, found: Connection) -> None:
        """Open an office that has answered. The one that is open stays so until the other one is there."""
        from app.api.modes import Mode

        before, opened = self.settings, self._opened
        self.settings = remembering(before, found.address)
        try:
            if found.address.mode is Mode.TRAINING or found.keys is None:
                await self._open_training()
            else:
                way = await self._doors.named(found.address, found.keys, self.settings)
                await self._show_desk(way, self._clock)
        except Exception:
            if self._opened in (None, opened):
                self.settings = before
            raise
        self._reception.dismiss()

    # --- the desk ------------------------------------------------------------------------------------------

    async def _show_desk(self, way: Way, clock: Clock) -> None:
        before = self._opened
        if before is not None and before.way.journal_path == way.journal_path:
            # The same office, whose journal is open once. What waits in it stays there.
            self.session = self.screen = self._opened = None
            self._reception.stands_before(None)
            await before.leave()
            before = None
        session = self.session = Session(way, clock)
        try:
            await self._show_session(session, way, before)
        except Exception:
            await session.close()
            self.session = before.session if before is not None else None
            raise
        await session.settle_in()

    async def _show_session(self, session: Session, way: Way, before: OpenedOffice | None) -> None:
        self._redaction.hide(way.keys.developer, way.keys.customer)
        canvas, self._canvas = self._canvas, None
        canvas = canvas or await new_canvas(self.settings.zoom)
        await show_first_schedule(session, self.shell, canvas, clinic_num=self._clinic_num(way))
        desk = await session.open()
        from app.bootstrap.opened import open_screen

        desk.theme_asked.connect(self._other_theme)
        desk.print_asked.connect(lambda: show_preview(self.shell, desk))
        desk.office_asked.connect(lambda: self._scope.start(self._ask(), "another office"))
        opened = open_screen(self.shell, self.theme, session, way, desk, canvas)
        self._recall(desk, opened.screen, way)
        opened.show()
        self._opened, self.screen = opened, opened.screen
        self._reception.stands_before(opened)
        await asyncio.sleep(0)  # it is painted now: what follows can wait until people see their schedule
        if before is not None:
            await before.leave()
        for words in self._set_aside(desk):
            desk.notices.say(words, kind="warning")

    def _clinic_num(self, way: Way) -> int | None:
        """The clinic that was chosen last; a look at the training practice is not this office's."""
        return self.settings.clinic_num or None if way.address.mode.value == self.settings.mode else None

    def _lost_settings(self) -> str:
        """What of the settings could not be used; told once."""
        loaded, self.loaded = self.loaded, Loaded(self.settings)
        return lost_settings(loaded)

    def _set_aside(self, desk: DeskViewModel) -> list[str]:
        """What could not be read on this computer, and where it lies now."""
        words = [lost] if (lost := self._lost_settings()) else []
        if desk.parts.journal.store.damage:
            words.append("Changes saved on this PC may be lost. See Needs attention.")
        return words

    def _recall(self, desk: DeskViewModel, screen: ScheduleScreen, way: Way) -> None:
        """Show the schedule as it was left, and keep in mind how it is changed."""
        if desk.parts.mode == self.settings.mode:
            filters, clinic_num = desk.filters, self._clinic_num(way)
            filters.changed.connect(lambda: self._keep_in_mind(clinic_num=filters.clinic_num or 0))
            filters.choose(clinic_num=clinic_num, prov_num=None)
        screen.canvas.zoomed.connect(
            lambda pixels: self._keep_in_mind(zoom=round(pixels * 100 / HOUR_HEIGHT))
        )
        screen.panel.fold(not self.settings.side_panel)
        screen.panel.fold_changed.connect(lambda folded: self._keep_in_mind(side_panel=not folded))

    def _keep_in_mind(self, **changes: int) -> None:
        self.settings = self.settings.changed(**changes)

    def _other_theme(self) -> None:
        theme = ThemeSetting.LIGHT if self.theme.tokens.dark else ThemeSetting.DARK
        self.settings = self.settings.changed(theme=theme)
        self.theme.choose(ThemeChoice(theme.value))

    def _remember(self) -> None:
        self.settings = self.settings.changed(geometry=self.shell.geometry_text())
        try:
            SettingsFile(self._places.config / "settings.json").save(self.settings)
        except OSError as error:
            log.warning("the settings could not be saved: %s", type(error).__name__)

    def _report(self, error: BaseException) -> None:
        log.error("a task of the window failed", exc_info=error)
