"""Asks where to save a file, or where one is, without blocking the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.viewmodels.translation import tr


def ask_path(
    parent: QWidget, title: str, kind: str, suffix: str, file_name: str, then: Callable[[Path], None]
) -> None:
    """Open the system's dialog in the documents folder; `kind` names the files with this suffix ("PDF files")."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, folder, f"{kind} (*.{suffix})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(file_name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def ask_program(parent: QWidget, title: str, name: str, chosen: str, then: Callable[[Path], None]) -> None:
    """Ask for the file of an installed program with this name; `chosen` is the path chosen before, or empty."""
    dialog = QFileDialog(parent, title, str(Path(chosen).parent) if chosen else "", f"{name} ({name})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


class CsvChooser:
    """Asks where to save a table."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def ask_file(self, file_name: str, then: Callable[[Path], None]) -> None:
        """Offer this name, and call back with the path; not if the user cancels."""
        ask_path(self._parent, tr("Save as a CSV file"), tr("CSV files"), "csv", file_name, then)
