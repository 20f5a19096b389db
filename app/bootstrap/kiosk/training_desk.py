"""The desk beside a kiosk in training: the program in mode Hub, paired by what its parent writes to standard input."""

from __future__ import annotations

import threading
from datetime import timedelta

from PySide6.QtCore import QObject, QRect, Signal

from app.bootstrap.import_hooks import load_keyring
from app.bootstrap.kiosk.pipe import STANDARD_INPUT, read_line, wait_for_end
from app.bootstrap.kiosk.protocol import SCALE
from app.bootstrap.kiosk.screen import KIOSK_WIDTH, TITLE
from app.bootstrap.kiosk.training_line import PairedDesk
from app.core.clock import ShiftedClock
from app.core.paths import program_folders
from app.core.settings import Settings, SettingsFile
from app.views.staff.frame.window import MainWindow


def run() -> int:
    """Start the desk; it ends with its parent."""
    paired = PairedDesk.read(read_line())
    _fill_vault(paired)
    folders = program_folders()
    folders.make()
    SettingsFile(folders.config / "settings.json").save(
        Settings(mode="Hub", hub=paired.url, hub_id=paired.hub_id, user="Ana")  # words: a made-up name
    )
    from app.bootstrap.desktop import run as run_desk

    return run_desk(
        training=False, shown=_beside_a_kiosk, clock=ShiftedClock(timedelta(seconds=paired.ahead))
    )


def _fill_vault(paired: PairedDesk) -> None:
    """Keep the pairing in memory only: it must not get into anybody's vault."""
    load_keyring()
    import keyring

    from app.api.vault import SERVICE
    from app.bootstrap.tour.office_server import TourVault

    vault = TourVault()
    vault.set_password(SERVICE, paired.entry, paired.access)
    keyring.set_keyring(vault)


def _beside_a_kiosk(window: MainWindow) -> None:
    """Leave room for the kiosk at the right, and close with the parent."""
    screen = window.screen().availableGeometry()
    width = max(screen.width() - round(KIOSK_WIDTH * SCALE), window.minimumWidth())
    window.setGeometry(QRect(screen.left(), screen.top() + TITLE, width, screen.height() - TITLE))

    parent = _Parent(window)
    parent.ended.connect(window.close)
    threading.Thread(target=parent.watch, name="parent", daemon=True).start()


class _Parent(QObject):
    """The process that started this one."""

    ended = Signal()

    def watch(self) -> None:
        """Block until it has ended; the signal reaches the window in its own thread."""
        wait_for_end(STANDARD_INPUT)
        self.ended.emit()
