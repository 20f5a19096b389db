"""One office, open in the window. The program, the tests and the benches all use this to open theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.bootstrap.loading import give_way, load_here
from app.bootstrap.people.gate import Gate
from app.bootstrap.session import OfficeConnection, Session
from app.core.clock import Clock
from app.views.staff.frame.window import MainWindow
from app.views.theme.tokens import HOUR_HEIGHT

if TYPE_CHECKING:  # these load while the window is already painted
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.screens import ScreenSpec
    from app.views.staff.board.window import BoardWindow
    from app.views.staff.frame.frame import Frame
    from app.views.staff.frame.toasts.toasts import ToastHost
    from app.views.staff.schedule.grid.canvas import ScheduleCanvas
    from app.views.staff.schedule.screen import ScheduleScreen
    from app.views.theme.theme import Theme


async def new_canvas(zoom: int = 100, *, hides_names: bool = False) -> ScheduleCanvas:
    """The widget for the schedule with this zoom in percent; it needs nothing else."""
    await load_here("app.views.staff.schedule.grid.canvas")
    from app.views.staff.schedule.grid.canvas import ScheduleCanvas

    canvas = ScheduleCanvas()
    canvas.set_zoom(round(HOUR_HEIGHT * zoom / 100))
    canvas.scene.hides_names = hides_names
    return canvas


PEOPLE = "app.people"


class Workspace:
    """Built in the order in which it is needed: today's schedule painted, the desk, the frame around both."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        connection: OfficeConnection,
        clock: Clock,
        *,
        screens: Sequence[ScreenSpec] | None = None,
        canvas: ScheduleCanvas | None = None,
    ) -> None:
        """`screens` None: the program's. `canvas` None: a new one, created while the office answers."""
        self.window = window
        self.theme = theme
        self.connection = connection
        self.session = Session(connection, clock, screens)
        self.gate = Gate(window, self.session)
        self.canvas = canvas
        self.desk: DeskViewModel
        self.frame: Frame
        self.toasts: ToastHost
        self.board: BoardWindow | None = None
        """The waiting room board, once it has been opened."""

    async def paint_today(self, *, clinic_num: int | None = None) -> ScheduleCanvas:
        """Paint today's schedule in the empty frame, if it arrives quickly. `clinic_num` None: all clinics.

        Where names are hidden, nothing is painted before the view that hides them.
        """
        await self.gate.let_in()
        await self.session.begin()
        canvas = self.canvas = self.canvas or await new_canvas()
        schedule = await self.session.schedule()
        from app.services.schedule.filter import ScheduleFilter
        from app.viewmodels.staff.schedule.state import Ready

        if clinic_num is not None:
            schedule.set_filter(ScheduleFilter(clinic_num=clinic_num))
        if isinstance(schedule.state, Ready) and not canvas.scene.hides_names:
            canvas.show_grid(schedule.state.grid, schedule.state.now)
            self.window.show_schedule(canvas)
            canvas.setFocus()
            await asyncio.sleep(0)  # it is painted now
        return canvas

    async def open(
        self, prepare: Callable[[Workspace], None] = lambda _: None, *, folded: bool = False
    ) -> None:
        """Build the desk and its frame and show them. `prepare` is called before the frame is shown."""
        canvas = self.canvas or await self.paint_today()
        self.desk = await self.session.open()
        first = next(iter(self.desk.screens.specs))
        await self.desk.screens.show(first)
        await load_here("app.views.staff.frame.frame", "app.views.staff.frame.toasts.toasts")
        from app.viewmodels.staff.commands import MENU
        from app.views.staff.frame.alt_key import AltKeyFilter
        from app.views.staff.frame.frame import Frame
        from app.views.staff.frame.toasts.toasts import ToastHost
        from app.views.staff.frame.typed_key_filter import TypedKeyFilter

        self.frame = Frame(self.desk, self.theme, {first: canvas}, folded=folded)
        TypedKeyFilter(self.desk.typed, self.window, self.frame)
        AltKeyFilter(self.desk.commands[MENU.id].run, self.window, self.frame)
        self.toasts = ToastHost(self.desk.notices, self.theme, self.frame, self.frame.spot_for)
        self.toasts.room_taken.connect(self.frame.make_room)
        self.frame.refit.connect(self.toasts.place)
        self.window.may_close = self.frame.may_close
        self.desk.closing.close_asked.connect(self.window.close)
        self.desk.patient.busy.append(self._is_entering)
        self.desk.tasks.own.sounded.connect(QApplication.beep)
        self.desk.board.opened.connect(self._show_board)
        prepare(self)
        self.show()
        self.frame.view.take_focus()
        await give_way()  # it is painted now: the rest can wait until the schedule is visible
        await self.gate.follow(self.desk)

    @property
    def schedule(self) -> ScheduleScreen:
        """The schedule's screen. KeyError before it is open."""
        from app.bootstrap.screens import SCHEDULE
        from app.views.staff.schedule.screen import ScheduleScreen

        screen = self.frame.view_of(SCHEDULE)
        if not isinstance(screen, ScheduleScreen):
            raise TypeError("another screen is called schedule")
        return screen

    def _is_entering(self) -> bool:
        from app.views.staff.frame.entering import is_entering  # with the first request of another program

        return is_entering(self.window)

    def _show_board(self) -> None:
        board = self.desk.board
        if self.board is None and board.view is not None:
            self.board = board.view(board.model)
        if self.board is not None:
            self.board.present(self.window)

    async def settle_in(self) -> None:
        """Steps that can wait until the schedule is visible."""
        await self.session.settle_in()

    async def offer(self, own: OfficeConnection | None) -> None:
        """After pairing with a hub: offer it what this PC has of its own, from the office that was open before."""
        from app.bootstrap.hub.belongings import offer_belongings

        await offer_belongings(self.desk, own)

    def ask_who(self) -> None:
        """After the first connection: set up the first person, if there is nobody yet."""
        from app.services.people.people import Standing

        if self.desk.parts.staff.standing is Standing.NOBODY:
            self.desk.commands[PEOPLE].run()

    def show(self) -> None:
        """Show it, with its previous state."""
        self.window.show_content(self.frame)

    async def leave(self) -> None:
        """Close it and remove its widgets from the window."""
        await self.session.close()
        self.window.may_close = lambda: True
        self.gate.end()
        self.toasts.end()
        if self.board is not None:
            self.board.deleteLater()
        self.window.drop_content(self.frame)
        self.desk.deleteLater()  # after its screens; otherwise Qt's own references would keep all of it alive
