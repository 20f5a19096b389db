"""`python -m app --kiosk`: the supervisor's process."""

from __future__ import annotations

import logging
import signal
from types import FrameType

from app.bootstrap.crash_dumps import disable_crash_dumps
from app.bootstrap.kiosk.protocol import COMMAND
from app.bootstrap.kiosk.supervisor import Supervisor, program_command
from app.core.logs import Redaction, start_log, stop_log
from app.core.paths import FolderUnusable, program_folders

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
        return supervisor.run()
    finally:
        stop_log(handler)
