"""The desk beside a kiosk in training: the program in mode Hub, paired by what its parent writes to standard input."""

from __future__ import annotations

import math
import os
import signal
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from app.bootstrap.import_hooks import load_keyring
from app.bootstrap.kiosk.pipe import STANDARD_INPUT, STANDARD_OUTPUT, read_line, wait_for_end
from app.bootstrap.kiosk.protocol import KIOSK_WIDTH, SCALE, SCALE_VARIABLE, TITLE
from app.bootstrap.kiosk.training_line import PairedDesk, change_line
from app.bootstrap.people.staff import ANA
from app.core.clock import ShiftedClock
from app.core.paths import program_folders
from app.core.settings import Settings, SettingsFile
from app.views.staff.frame.window import MainWindow

if TYPE_CHECKING:  # loads with the vault
    from keyring.backend import KeyringBackend


def run() -> int:
    """Start the desk; it ends with its parent, which Ctrl+C reaches as well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    paired = PairedDesk.read(read_line())
    _fill_vault(paired)
    folders = program_folders()
    folders.make()
    file = SettingsFile(folders.config / "settings.json")
    if not file.load().settings.mode:  # else it comes back after a crash
        file.save(Settings(mode="Hub", hub=paired.url, hub_id=paired.hub_id, user=ANA.name))
    from app.bootstrap.desktop import Beside
    from app.bootstrap.desktop import run as run_desk

    clock = ShiftedClock(timedelta(seconds=paired.ahead))
    return run_desk(training=False, beside=Beside(_beside_a_kiosk, clock, made_up=True))


def _fill_vault(paired: PairedDesk) -> None:
    """Keep the pairing in memory only: it must not get into anybody's vault."""
    load_keyring()
    import keyring

    keyring.set_keyring(_vault(paired))


def _vault(paired: PairedDesk) -> KeyringBackend:
    from app.api.vault import SERVICE
    from app.bootstrap.tour.office_server import TourVault

    class ParentsVault(TourVault):
        """The parent remembers what is kept here, for a start after a crash."""

        def set_password(self, service: str, username: str, password: str) -> None:
            super().set_password(service, username, password)
            os.write(STANDARD_OUTPUT, change_line(username, password))

        def delete_password(self, service: str, username: str) -> None:
            super().delete_password(service, username)
            os.write(STANDARD_OUTPUT, change_line(username, None))

    vault = ParentsVault()
    for name, text in paired.vault.items():
        vault.set_password(SERVICE, name, text)
    return vault


def _beside_a_kiosk(window: MainWindow) -> None:
    """Leave room for the kiosk at the right, and close with the parent."""
    screen, own = window.screen().availableGeometry(), float(os.environ.get(SCALE_VARIABLE) or 1)
    width = max(screen.width() - math.ceil(KIOSK_WIDTH * SCALE / own), window.minimumWidth())
    title = math.ceil(TITLE / own)
    window.setGeometry(QRect(screen.left(), screen.top() + title, width, screen.height() - title))

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
