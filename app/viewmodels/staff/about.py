"""What the program is: version, how to get help, and what it is built on."""

from __future__ import annotations

from PySide6.QtCore import QObject, qVersion

from app.core.installation import (
    Library,
    libraries,
    licenses_folder,
    program_arguments,
    program_file,
    qt_folder,
    terminal_command,
)
from app.core.version import VERSION
from app.viewmodels.translation import tr

LINK_ARGUMENTS = "--patient [PatNum]"  # words: what Open Dental replaces
DIAGNOSE = "diagnose"


class AboutViewModel(QObject):
    """Texts for the page, and what its Copy buttons copy."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.version = tr("Version {version}, with Qt {qt}", version=VERSION, qt=str(qVersion()))
        self.support_command = terminal_command(DIAGNOSE)
        self.link_file = str(program_file())
        self.link_arguments = program_arguments(LINK_ARGUMENTS)
        self.libraries: tuple[Library, ...] = libraries()

    @property
    def qt_notice(self) -> str:
        """What the LGPL asks to be said, with the place of Qt's files."""
        notice = tr(
            "Qt is used under the LGPL 3. You may replace its files with your own build of the same version."
        )
        folder = qt_folder()
        if folder is None:
            return notice
        return " ".join((notice, tr("They are in {folder}.", folder=str(folder))))

    @property
    def licenses_notice(self) -> str:
        """Where the license texts are."""
        folder = licenses_folder()
        if folder is None:
            return tr("Each library has its license text in its own package.")
        return tr("The license texts are in {folder}.", folder=str(folder))
