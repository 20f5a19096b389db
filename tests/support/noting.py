"""A desk that only takes notes for the audit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.services.audit.audit import Action


class NotingDesk(QObject):
    """Give it children; `noted` is what they noted, as (action, kind, result)."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[tuple[Action, str, str]] = []

    @property
    def audit(self) -> NotingDesk:
        """It is its own audit."""
        return self

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
