"""What leaves the program from a table or a preview: asked of and noted by the desk that it belongs to.

They don't know the desk; their parents lead to it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from app.core.text import Text
from app.domain.people.rights import Demand, Right
from app.services.audit.audit import Action, Audit

EXPORTING = Demand(Right.EXPORT)

log = logging.getLogger(__name__)


@runtime_checkable
class Audited(Protocol):
    """What has an audit and knows the rights of the person: the desk."""

    @property
    def audit(self) -> Audit:
        """Its audit."""
        ...

    def export(self, act: Callable[[], None], refuse: Callable[[Text], None]) -> None:
        """Do it if the person may export, or a second one approves; else say why not."""
        ...

    def why_no_export(self) -> Text:
        """Why the person may not export; empty: she may."""
        ...


def note(inside: QObject, action: Action, kind: str, result: str = "") -> None:
    """Note an action of the desk that this object belongs to."""
    if (desk := desk_of(inside)) is not None:
        desk.audit.note(action, kind, result=result)
    else:
        log.warning("not in the audit, because it belongs to no desk: %s", action)


def desk_of(inside: QObject) -> Audited | None:
    """The desk that an object belongs to by its parents."""
    owner: QObject | None = inside
    while owner is not None and not isinstance(owner, Audited):
        owner = owner.parent()
    return owner if isinstance(owner, Audited) else None
