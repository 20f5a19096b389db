"""The program's window: painted first, filled as its parts load."""

# words: said before anything is loaded

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.bootstrap.single_instance import Claim, SingleInstance
from app.bootstrap.startup_error import report
from app.bootstrap.training_time import OPENS_AT_MINUTE
from app.bootstrap.updates.starts import Starts
from app.core.paths import HOME_VARIABLE, FolderUnusable, ProgramFolders, program_folders
from app.core.policy import overruled, read_policy
from app.core.root import RESOURCES
from app.core.settings import Settings, SettingsFile
from app.views.staff.frame.window import MainWindow
from app.views.theme.palette import STYLE, ThemeChoice, apply_palette
from app.views.theme.tokens import Tokens

if TYPE_CHECKING:  # these load after the first paint
    import asyncio

    from app.bootstrap.early import EarlyOffice
    from app.bootstrap.program import Program
    from app.core.clock import Clock
    from app.core.outside import OutsideRequest
    from app.views.theme.theme import Theme


LISTENS_AFTER_MILLISECONDS = 1500
"""After the usual end of startup, which it would delay; a second start retries for much longer."""
NOT_CALLED = {
    Claim.BUSY: "Front Desk is already running on this computer, and is busy. Look for its window.",
    Claim.OTHER_SESSION: (
        "Front Desk is open in another Windows session of this user, and both would use the same folder. "
        "Close it there or sign out there, then try again."
    ),
    Claim.OTHER_VERSION: "Another version of Front Desk is running. Close it, then try again.",
}
"""What a start says that could not pass on what it was asked for."""
ICON = str(RESOURCES / "front-desk.svg")
WHAT_TO_DO = (
    "Let this user write there, or name a folder that can be written to in the environment variable "
    f"{HOME_VARIABLE}, then start again."
)


class Beside(NamedTuple):
    """What differs at the desk beside a kiosk in training."""

    shown: Callable[[MainWindow], None] = lambda _: None
    """It gets the painted window."""
    clock: Clock | None = None
    """None: this PC's."""
    made_up: bool = False
    """As of HubDoor."""


USUAL = Beside()


def run(
    *,
    training: bool,
    patience: float | None = None,
    request: OutsideRequest | None = None,
    beside: Beside = USUAL,
) -> int:
    """Start the program; a second copy on the same PC brings the first to the front, or waits while that one closes.

    `patience` is in seconds; None: the default. `request` is shown by the first copy, else by this one once an office
    is open. `beside`: how the desk of a training with a kiosk starts.
    """
    folders = program_folders()
    try:
        folders.make()
    except FolderUnusable as error:
        report(f"Front Desk cannot start: {error}. {WHAT_TO_DO}")
        return 1
    instance, starts = SingleInstance(folders.data), Starts(folders.data)
    if not _claim(instance, patience, request, starts):
        return 0
    loaded = overruled(SettingsFile(folders.config / "settings.json").load(), read_policy())
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    window, system = make_window(app, loaded.settings, training=training)
    beside.shown(window)
    from app.bootstrap.crash_dumps import disable_crash_dumps

    disable_crash_dumps()  # before the first patient is in memory
    early = None if training else _paint_early(window, loaded.settings, folders)
    theme = make_theme(app, loaded.settings, system, styled=True)
    from app.bootstrap.loop import qt_loop

    with qt_loop(app) as loop:
        from app.bootstrap.program import Program

        given = (window, theme, loaded, folders, beside.clock)
        program = Program(*given, training=training, early=early, made_up=beside.made_up)
        window.closing.connect(starts.ended)
        _live(app, loop, instance, program, request)
    return 0


def show_icon(app: QApplication) -> None:
    """Show the program's icon in title bars and the taskbar, once the window is painted: it takes two milliseconds.

    Windows shows the executable's own icon for files and links only. It joins window and pinned link by the
    executable's path, so the process takes no application id of its own: the links would need the same one.
    """
    app.setWindowIcon(QIcon(ICON))


def _claim(
    instance: SingleInstance, patience: float | None, request: OutsideRequest | None, starts: Starts
) -> bool:
    """Whether this is the only copy. Reports why another one could not be called."""
    claim = instance.claim(patience, request)
    if claim in NOT_CALLED:
        report(NOT_CALLED[claim])
    if claim is not Claim.OURS:
        starts.ended()  # another copy runs: this start says nothing about the version
    return claim is Claim.OURS


def _live(
    app: QApplication,
    loop: asyncio.AbstractEventLoop,
    instance: SingleInstance,
    program: Program,
    request: OutsideRequest | None,
) -> None:
    """Run the program until its window is closed."""
    show_icon(app)
    _listen_soon(instance, program.window, program)
    if request is not None:
        program.entrance.ask(request)
    from app.bootstrap.system import reports
    from app.bootstrap.system.session_end import SessionEnd, ended_by_signal

    loop.set_exception_handler(reports.from_loop)
    end_telling = reports.tell(lambda error: _call(loop, say_failed, program, error))
    end = SessionEnd(app, program.save, lambda: _close(program), instance.release)
    try:
        with ended_by_signal(end.stop):
            loop.run_until_complete(end.watch(program.live()))
    finally:
        end_telling()
        instance.release()  # before the loop closes: it waits for its threads, and one of them may hang


def _listen_soon(instance: SingleInstance, window: MainWindow, program: Program) -> None:
    """Answer later starts once startup is done, until the window is closed."""
    listen_timer = QTimer(window)
    listen_timer.setSingleShot(True)
    listen_timer.timeout.connect(lambda: _listen(instance, program))
    listen_timer.start(LISTENS_AFTER_MILLISECONDS)
    window.closing.connect(listen_timer.stop)  # a window that is closed at once never starts to listen
    window.closing.connect(instance.fall_silent)


def _listen(instance: SingleInstance, program: Program) -> None:
    import asyncio  # loaded long ago, but not before the first paint

    from app.bootstrap.doors.receiver import OnQuit
    from app.bootstrap.system.elsewhere import hear

    loop = asyncio.get_running_loop()
    instance.listen(program.entrance.ask, OnQuit(lambda: _close(program)))
    hear(lambda: _call(loop, _close, program))


def _close(program: Program) -> None:
    """Close without a question: nobody may be at the PC. What is not sent stays in the journal."""
    program.keeping.hurry()
    program.window.may_close = lambda: True
    program.window.close()


def _call(loop: asyncio.AbstractEventLoop, function: Callable[..., object], *args: object) -> None:
    """Call it in the loop, from any thread; too late, there is nobody to tell."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(function, *args)


def say_failed(program: Program, error: BaseException) -> None:
    """Say that something went wrong that nobody handled; its report is in the folder for logs."""
    if program.workspace is not None:
        from app.viewmodels.messages import explain

        program.workspace.desk.notices.fail(explain(error))


def _paint_early(window: MainWindow, settings: Settings, folders: ProgramFolders) -> EarlyOffice | None:
    """Show today as it was saved last, before anything else is loaded."""
    from app.bootstrap.early import early_office

    early = early_office(settings, folders, time.strftime("%Y-%m-%d"))
    if early is not None:
        early.paint(window)
    return early


def make_window(
    app: QApplication, settings: Settings, *, training: bool = False
) -> tuple[MainWindow, Tokens]:
    """Show the window, painted once: the first paint needs no more than a palette.

    The second part is what the desktop itself wears, for `make_theme`.
    """
    app.setApplicationName("Front Desk")
    app.setQuitOnLastWindowClosed(False)  # what is open is closed first; then the loop ends by itself
    if settings.language:
        from app.bootstrap.language import speak

        speak(app, settings.language)
    system = apply_palette(app, ThemeChoice(settings.theme.value))
    now = time.localtime()
    minute = OPENS_AT_MINUTE if training else now.tm_hour * 60 + now.tm_min
    window = MainWindow(
        settings.geometry,
        minute,
        settings.zoom,
        folded=not settings.side_panel,
        locked=settings.sign_in and not training,
    )
    painted = QEventLoop()
    window.painted.connect(painted.quit)
    window.show()
    painted.exec()
    return window, system


def make_theme(app: QApplication, settings: Settings, system: Tokens, *, styled: bool = False) -> Theme:
    """Dress the application. `styled`: it was made with the program's style."""
    from app.views.theme.theme import Theme

    return Theme(app, ThemeChoice(settings.theme.value), system, styled=styled)
