"""The kiosk's own process: the welcome page is painted first, everything else loads behind it."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QRect
from PySide6.QtWidgets import QApplication

from app.bootstrap.kiosk.late import Late
from app.bootstrap.kiosk.pipe import SupervisorPipe
from app.bootstrap.kiosk.protocol import CLOSED, KIOSK_WIDTH, SCALE, TITLE, Start
from app.bootstrap.single_instance import SingleInstance
from app.bootstrap.startup_error import report
from app.bootstrap.system.elsewhere import hear
from app.core.paths import FolderUnusable, ProgramFolders, program_folders
from app.services.kiosk.kept import Kept
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.views.kiosk.device.window import STYLE, KioskWindow
from app.views.kiosk.kiosk_view import KioskView

if TYPE_CHECKING:  # loads after the first paint
    from app.bootstrap.kiosk.program import KioskProgram
    from app.core.clock import Clock


def run() -> int:
    """Show the kiosk until staff close it, or it is to be started again; returns the exit code for the supervisor."""
    pipe = SupervisorPipe.found()
    start = pipe.read_start()
    folders = program_folders()
    try:
        folders.make()
    except FolderUnusable as error:
        report(f"The kiosk can't start: {error}")  # words: before anything is loaded
        return CLOSED
    instance = SingleInstance(folders.data)
    if not instance.take():
        report("Front Desk is already running in this account.")  # words: before anything is loaded
        return CLOSED
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("Front Desk")  # words: the product's name
    app.setQuitOnLastWindowClosed(False)
    try:
        return _live(app, pipe, start, folders, instance)
    finally:
        instance.release()


def _live(
    app: QApplication, pipe: SupervisorPipe, start: Start, folders: ProgramFolders, instance: SingleInstance
) -> int:
    first = FirstPaint(folders, start)
    first.paint()
    from app.bootstrap.crash_dumps import disable_crash_dumps

    disable_crash_dumps()  # before the first patient is in memory
    from app.bootstrap.import_hooks import load_httpx
    from app.bootstrap.loop import qt_loop

    load_httpx()
    with qt_loop(app) as loop:
        from app.bootstrap.kiosk.program import KioskProgram, call_in

        program = KioskProgram(app, first, start, pipe, folders, _clock(start))
        _listen(instance, program, pipe)
        hear(lambda: call_in(loop, program.close))
        from app.bootstrap.system import reports
        from app.bootstrap.system.session_end import SessionEnd

        loop.set_exception_handler(reports.from_loop)
        end = SessionEnd(app, lambda: None, program.close, instance.release)
        return loop.run_until_complete(end.watch(program.live()))


def _listen(instance: SingleInstance, program: KioskProgram, pipe: SupervisorPipe) -> None:
    """Close for `--quit`, and the supervisor with it. Later starts find the kiosk in front already."""
    from app.bootstrap.doors.receiver import OnQuit
    from app.bootstrap.system.processes import parent

    instance.listen(lambda _: None, OnQuit(program.close, parent() if pipe.is_there else None))


def _clock(start: Start) -> Clock | None:
    """The practice's in training, else None: the PC's."""
    if not start.training:
        return None
    from app.core.clock import ShiftedClock

    return ShiftedClock(timedelta(seconds=start.training["ahead"]))


class FirstPaint:
    """The window with the welcome page as it was last. What talks to the hub is not loaded yet."""

    def __init__(self, folders: ProgramFolders, start: Start) -> None:
        self.secrets, self.desk, self.clock, self.scope = Late(), Late(), Late(), Late()
        self.kept = Kept(folders.config / "kiosk", self.secrets)
        self.window = KioskWindow(locked=not start.training)
        if start.training:
            self.window.setGeometry(beside_the_desk(QApplication.primaryScreen().availableGeometry()))
        # The early setup has what the welcome page shows; the whole one replaces it with the first heartbeat.
        setup: Any = self.kept.setup()
        scope: Any = self.scope
        self.model = KioskViewModel(self.desk, self.clock, scope, setup)
        self.view = KioskView(self.model)
        self.window.show_page(self.view)

    def paint(self) -> None:
        """Show the window, and wait until it is painted."""
        painted = QEventLoop()
        self.window.painted.connect(painted.quit)
        self.window.appear()
        painted.exec()


def beside_the_desk(screen: QRect) -> QRect:
    """Where the kiosk goes in training: at the right of the screen, upright as most kiosks are."""
    width = min(KIOSK_WIDTH, screen.width())
    title = round(TITLE / SCALE)
    return QRect(screen.right() + 1 - width, screen.top() + title, width, screen.height() - title)
