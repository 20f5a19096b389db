"""Notes for the audit from anything that belongs to a desk: tables and previews don't know the desk otherwise."""

from __future__ import annotations

import logging
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from app.services.audit.audit import Action, Audit

log = logging.getLogger(__name__)


@runtime_checkable
class Audited(Protocol):
    """What has an audit: the desk."""

    @property
    def audit(self) -> Audit:
        """Its audit."""
        ...


def note(inside: QObject, action: Action, kind: str, result: str = "") -> None:
    """Note an action of the desk that this object belongs to, by its parents."""
    owner: QObject | None = inside
    while owner is not None and not isinstance(owner, Audited):
        owner = owner.parent()
    if isinstance(owner, Audited):
        owner.audit.note(action, kind, result=result)
    else:
        log.warning("not in the audit, because it belongs to no desk: %s", action)
