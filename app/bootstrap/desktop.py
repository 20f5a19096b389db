"""The program's window: painted first, filled as its parts load."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.bootstrap.single_instance import SingleInstance
from app.core.paths import places as standard_places
from app.core.settings import Settings, SettingsFile
from app.views.staff.shell import Shell
from app.views.theme.theme import Theme, ThemeChoice

if TYPE_CHECKING:  # loads after the first paint
    from app.bootstrap.office import OfficeDesk


def run(*, training: bool) -> int:
    """Start the program; a second copy on the same PC brings the first to the front instead."""
    places = standard_places()
    places.make()
    instance = SingleInstance(places.data)
    if not instance.take() and instance.call_first():
        return 0
    settings = SettingsFile(places.config / "settings.json").load().settings
    app = QApplication(sys.argv[:1])
    theme, shell = make_window(app, settings)
    from qasync import QEventLoop as AsyncLoop

    loop = AsyncLoop(app)
    with loop:
        from app.bootstrap.office import OfficeDesk

        desk: OfficeDesk = OfficeDesk(shell, theme, settings, places, training=training)
        instance.listen(shell.to_front)
        loop.run_until_complete(desk.live())
    instance.release()
    return 0


def make_window(app: QApplication, settings: Settings) -> tuple[Theme, Shell]:
    """Dress the application and show its window; comes back once the window is painted."""
    app.setApplicationName("Front Desk")
    theme = Theme(app, ThemeChoice(settings.theme.value))
    shell = Shell(theme, settings.geometry)
    painted = QEventLoop()
    shell.painted.connect(painted.quit)
    shell.show()
    painted.exec()
    return theme, shell
