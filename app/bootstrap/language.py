"""The interface's language. English needs no translation: the source strings are English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from app.core.root import RESOURCES

FOLDER = RESOURCES / "translations"


def speak(app: QCoreApplication, language: str) -> bool:
    """Translate the interface and Qt's own dialogs into a language ("es"); returns whether a translation exists.

    Call it before any text is made: existing texts stay as they are.
    """
    if not language:
        return False
    ours = QTranslator(app)
    if not ours.load(f"front-desk_{language}", str(FOLDER)):
        return False
    qt = QTranslator(app)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    return app.installTranslator(ours)


def has(language: str) -> bool:
    """Whether the interface is translated into a language."""
    return (FOLDER / f"front-desk_{language}.qm").is_file()
