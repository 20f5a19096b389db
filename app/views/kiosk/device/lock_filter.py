"""Takes away every key, click and gesture that could lead out of the check-in pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)
"""With S: the staff page."""
CHORD_KEY = Qt.Key.Key_S
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_KEYS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Space,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
    }
)
"""Keys without a character that the pages use; all others without one are taken away."""
_KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_TAKEN = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.ToolTip,
        QEvent.Type.WhatsThis,
        QEvent.Type.EnterWhatsThisMode,
        QEvent.Type.Shortcut,
        QEvent.Type.NativeGesture,
    }
)
_MOUSE = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
)


class LockFilter(QObject):
    """An event filter of the whole application, from `lock` until `unlock`."""

    def __init__(self, app: QApplication, staff: Callable[[], None]) -> None:
        """`staff` is called when the staff's keys are pressed."""
        super().__init__(app)
        self._app = app
        self._staff = staff
        self._locked = False

    def lock(self) -> None:
        """Begin."""
        if not self._locked:
            self._locked = True
            self._app.installEventFilter(self)

    def unlock(self) -> None:
        """End."""
        self._locked = False
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether an event is taken away."""
        kind = event.type()
        if kind in _TAKEN:
            event.ignore()
            return True
        if kind in _KEY_EVENTS and isinstance(event, QKeyEvent):
            return self._takes_key(event)
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            # The middle button pastes on X11, the right one opens menus, the others go back in history.
            return event.button() is not Qt.MouseButton.LeftButton
        return False

    def _takes_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        if event.key() == CHORD_KEY and modifiers & CHORD == CHORD:
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._staff()
            return True
        if may_pass(event.key(), modifiers, event.text()):
            return False
        event.accept()  # a shortcut that nothing takes would go to Qt's own commands
        return True


def may_pass(key: int, modifiers: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a key reaches the pages: characters and movement, nothing with Ctrl, Alt or the Windows key.

    AltGr writes characters in many languages, and is Ctrl+Alt on Windows; other keys with both write nothing.
    """
    shifted = modifiers & Qt.KeyboardModifier.ShiftModifier
    if key in _KEYS:
        # Shift+Delete cuts; Alt+Space opens the window's menu.
        return not modifiers & _MODIFIERS and not (shifted and key == Qt.Key.Key_Delete)
    if not text or not text.isprintable():
        return False
    held = modifiers & _MODIFIERS
    return not held or held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
