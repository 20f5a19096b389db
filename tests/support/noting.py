"""A desk that only takes notes for the audit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.text import NO_TEXT, Text
from app.services.audit.audit import Action


class NotingDesk(QObject):
    """Give it children; `noted` is what they noted, as (action, kind, result)."""

    def __init__(self) -> None:
        super().__init__()
        self.refusal = NO_TEXT
        """Why nothing may be exported; empty: it may."""
        self.noted: list[tuple[Action, str, str]] = []

    @property
    def audit(self) -> NotingDesk:
        """It is its own audit."""
        return self

    def export(self, act: Callable[[], None], refuse: Callable[[Text], None]) -> None:
        """Do it, unless there is a reason not to."""
        if self.refusal:
            refuse(self.refusal)
        else:
            act()

    def why_no_export(self) -> Text:
        """The reason not to."""
        return self.refusal

    def note(
        self,
        action: Action,
        kind: str = "",
        key: int = 0,
        result: str = "",
        *,
        patient: int = 0,
        who: str | None = None,
    ) -> None:
        """As `Audit.note`."""
        self.noted.append((action, kind, result))
