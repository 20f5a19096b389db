"""`python -m app --kiosk`: the supervisor's process."""

from __future__ import annotations

import logging
import signal
import sys
from types import FrameType

from app.bootstrap.crash_dumps import disable_crash_dumps
from app.bootstrap.kiosk.protocol import COMMAND
from app.bootstrap.kiosk.supervisor import Supervisor, program_command
from app.core.logs import Redaction, start_log, stop_log
from app.core.paths import FolderUnusable, program_folders

EWX_LOGOFF = 0

log = logging.getLogger(__name__)


def supervise() -> int:
    """Keep the kiosk running until staff close it. Returns the exit code."""
    disable_crash_dumps()
    folders = program_folders()
    try:
        folders.make()
        handler = start_log(folders.logs / "watchdog", Redaction())
    except (FolderUnusable, OSError) as error:
        from app.bootstrap.startup_error import report

        report(f"The kiosk can't start: {error}")  # words: before anything is loaded
        return 1
    supervisor = Supervisor(
        program_command(COMMAND), on_start=lambda pid: log.info("the kiosk runs as %d", pid)
    )

    def end(_: int, __: FrameType | None) -> None:
        supervisor.stop()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, end)
    try:
        code = supervisor.run()
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
