"""The question at the end when the settings can't be saved. The window is closed by then."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QMessageBox

from app.core.file_trouble import why_not
from app.viewmodels.translation import tr

NAME = "Front Desk"  # words: the product's name


async def asked_to_try_again(failed: OSError) -> bool:
    """Ask whether to try again, or to close without these settings."""
    words = tr(
        "Your settings couldn't be saved on this PC. {why}\n\nIf you close now, what you changed in the settings since "
        "they were last saved is lost: the window's place, the columns of tables, the last office. Changes to patients "
        "are saved separately.",
        why=tr(why_not(failed)),
    )
    box = QMessageBox(QMessageBox.Icon.Warning, NAME, words)
    again = box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
    close = box.addButton(tr("Close without saving"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(close)
    answered = asyncio.Event()
    box.finished.connect(lambda _: answered.set())
    box.open()
    try:
        await answered.wait()
        return box.clickedButton() is again
    finally:
        box.deleteLater()
