"""An office that is open in the window: its session, and what the window shows of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.bootstrap.session import Session, Way
from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.frame.rail import Rail
from app.views.staff.frame.shell import Shell
from app.views.staff.frame.toasts import ToastHost
from app.views.staff.frame.typed_key_filter import TypedKeyFilter
from app.views.staff.schedule.canvas import ScheduleCanvas
from app.views.staff.schedule.screen import ScheduleScreen
from app.views.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class OpenedOffice:
    """What is kept while another office is asked for, so that one can go back to it as it was left."""

    shell: Shell
    session: Session
    way: Way
    desk: DeskViewModel
    screen: ScheduleScreen
    rail: Rail
    toasts: ToastHost

    def show(self) -> None:
        """Show it at first; the rail of an office that was shown before goes."""
        self.shell.set_rail(self.rail)
        self.shell.show_screen(self.screen)
        self.screen.canvas.setFocus()

    def show_again(self) -> None:
        """Show it as it was left: the keyboard goes back to where it was."""
        self.rail.show()
        self.shell.show_screen(self.screen)

    def hide(self) -> None:
        """Make room for the connection page; what belongs to the office's screen goes with it."""
        self.rail.hide()

    async def leave(self) -> None:
        """Close it and take what is seen of it out of the window."""
        await self.session.close()
        self.toasts.end()
        self.shell.drop_rail(self.rail)
        self.shell.drop_screen(self.screen)
        self.desk.deleteLater()  # after its screen; Qt's own references would keep all of it for ever


def open_screen(
    shell: Shell, theme: Theme, session: Session, way: Way, desk: DeskViewModel, canvas: ScheduleCanvas
) -> OpenedOffice:
    """Build the screen around a desk; `canvas` shows its schedule already."""
    screen = ScheduleScreen(desk, theme, canvas)
    TypedKeyFilter(desk.typed, shell, screen)
    toasts = ToastHost(desk.notices, theme, shell)
    toasts.room_taken.connect(screen.panel.make_room)
    return OpenedOffice(shell, session, way, desk, screen, Rail(desk.commands, theme), toasts)
