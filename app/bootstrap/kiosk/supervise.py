"""`python -m app --kiosk`: the supervisor's process. It starts the kiosk first, and loads the supervisor meanwhile."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.bootstrap.kiosk.launch import COMMAND, launch, program_command

if TYPE_CHECKING:  # they load while the kiosk starts
    import subprocess
    from types import FrameType

EWX_LOGOFF = 0


def supervise() -> int:
    """Keep the kiosk running until staff close it. Returns the exit code."""
    return _stay_beside(launch(program_command(COMMAND)))


def _stay_beside(kiosk: subprocess.Popen[bytes]) -> int:
    """Load the supervisor and let it take over the process that has been started."""
    import signal

    from app.bootstrap.crash_dumps import disable_crash_dumps
    from app.bootstrap.kiosk.supervisor import Supervisor
    from app.bootstrap.kiosk.trial import KioskTrial
    from app.core.logs import Redaction, start_log, stop_log
    from app.core.paths import FolderUnusable, program_folders

    disable_crash_dumps()
    folders = program_folders()
    trial = KioskTrial(folders.data)
    supervisor = Supervisor(program_command(COMMAND), on_start=trial.started, started=kiosk)
    supervisor.on_beat = trial.beat

    def end(_: int, __: FrameType | None) -> None:
        supervisor.stop()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, end)
    try:
        folders.make()
        handler = start_log(folders.logs / "watchdog", Redaction())
    except (FolderUnusable, OSError) as error:
        supervisor.stop()
        from app.bootstrap.startup_error import report

        report(f"The kiosk can't start: {error}")  # words: before anything is loaded
        return 1
    try:
        code = supervisor.run()
        trial.ended()
        _sign_out_where_this_is_the_shell()
        return code
    finally:
        stop_log(handler)


def _sign_out_where_this_is_the_shell() -> None:
    """On a Windows account whose shell is the kiosk, closing it leaves nothing on the screen: sign the account out."""
    if sys.platform == "win32":
        import ctypes

        user = ctypes.windll.user32
        if not user.GetShellWindow():  # without Explorer
            user.ExitWindowsEx(EWX_LOGOFF, 0)
