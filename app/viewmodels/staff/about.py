"""What the program is: version, how to get help, and what it is built on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, qVersion
from shiboken6 import isValid

from app.core import licenses
from app.core.installation import (
    licenses_folder,
    own_command,
    program_arguments,
    program_file,
    qt_folder,
    terminal_command,
)
from app.core.root import ROOT
from app.core.tasks import TaskScope
from app.core.version import VERSION
from app.services.support import NoSupportFile, support_file, usual_files
from app.viewmodels.translation import tr

LINK_ARGUMENTS = "--patient [PatNum]"  # words: what Open Dental replaces
DIAGNOSE = "diagnose"
FULL_LINE = 50
"""A line with as many characters goes on in the next one, if that doesn't begin something."""
MOST_HANGING = 8
"""How much further in than its first line a paragraph may go on."""
_BEGINS = re.compile(r".*\S {3}|[*•-] |\(?[a-z0-9]{1,2}[.)] |={3}|-{3}")
"""A list, a table, or a line below a head."""


class AboutViewModel(QObject):
    """Texts for the page, what its Copy buttons copy, and the file for support. `changed`: that file's state."""

    changed = Signal()

    def __init__(self, scope: TaskScope, say: Callable[[str], object], parent: QObject | None = None) -> None:
        """`say` tells where the file is when the page has been closed meanwhile."""
        super().__init__(parent)
        self._scope, self._say = scope, say
        self.version = tr("Version {version}, with Qt {qt}", version=VERSION, qt=str(qVersion()))
        self.support_command = terminal_command(DIAGNOSE)
        self.support_words = ""
        """What has become of the file for support; empty: nobody asked for it."""
        self.support_path: Path | None = None
        """Where the file is, once it is written."""
        self.is_collecting = False
        self.link_file = str(program_file())
        self.link_arguments = program_arguments(LINK_ARGUMENTS)
        self.parts: tuple[licenses.Part, ...] = licenses.parts()

    @property
    def qt_notice(self) -> str:
        """What the LGPL requires us to state, with the place of Qt's files and of its sources."""
        notice = tr(
            "Qt is used under the LGPL 3. You may replace its files with your own build of the same version. "
            "The first entry under Licenses says how, and where to get the source code."
        )
        folder = qt_folder()
        if folder is None:
            return notice
        return " ".join((notice, tr("Qt's files are in {folder}.", folder=str(folder))))

    @property
    def licenses_notice(self) -> str:
        """Where the license texts are as files, and the bill of materials."""
        folder, bill = licenses_folder(), ROOT / licenses.BILL
        if folder is None or not bill.is_file():
            return tr("Each library has its license text in its own package.")
        return " ".join(
            (
                tr("The license texts are in {folder}.", folder=str(folder)),
                tr("The list of all parts with versions (CycloneDX) is {file}.", file=str(bill)),
            )
        )

    def title_of(self, part: licenses.Part) -> str:
        """A part as the list shows it."""
        return f"{part.name} {part.version}".rstrip()

    def text_of(self, part: licenses.Part) -> str:
        """A part's license and its texts."""
        return f"{self.title_of(part)}\n{part.license}\n\n{flowing(licenses.text_of(part))}"

    def collect(self) -> None:
        """Write the file for support; again if it is asked for again."""
        if not self.is_collecting:
            self.is_collecting = True
            self._show(tr("Collecting… This can take up to a minute."))
            self._scope.start(self._collect(), "file for support")

    async def _collect(self) -> None:
        try:
            places = usual_files(datetime.now().astimezone())
            path = await support_file(own_command(DIAGNOSE), places)
        except NoSupportFile as failed:
            self.is_collecting = False
            self._show(tr(failed.words))
        else:
            self.is_collecting, self.support_path = False, path
            self._show(tr("The file is {path}.", path=str(path)))

    def _show(self, words: str) -> None:
        self.support_words = words
        if isValid(self):
            self.changed.emit()
        else:
            self._say(words)


def flowing(text: str) -> str:
    """The text with its paragraphs on one line each: they are broken for 80 columns, and the window has others."""
    lines: list[str] = []
    is_full, began = False, 0
    for line in text.splitlines():
        words, indent = line.strip(), _indent(line)
        if is_full and words and not _BEGINS.match(words) and indent - began <= MOST_HANGING:
            lines[-1] += f" {words}"
        else:
            lines.append(line.rstrip())
            began = indent
        is_full = len(line.rstrip()) >= FULL_LINE
    return "\n".join(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
