"""The kiosk's `tr`: the patient's language, which may change between two touches.

As `app.viewmodels.translation`, without the texts of lower layers: their module takes longer to import than
the welcome page may take to paint.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = ""


def tr(source: str, comment: str = "", /, **values: str | int) -> str:
    """A text in the patient's language with its {fields} filled in."""
    found = QCoreApplication.translate(CONTEXT, source, comment or None)
    for name, value in values.items():
        found = found.replace(f"{{{name}}}", str(value))
    return found
