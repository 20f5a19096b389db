"""The office's rules while an appointment is scheduled: who may break them, and which patients are restricted."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.people.rights import Demand, Right
from app.domain.schedule.clashes import OVERRIDDEN, Clash
from app.viewmodels.staff.parts import Parts
from app.viewmodels.translation import tr

MOST_NAMES = 3
BREAKING = Demand(Right.SCHEDULE_RULES)


class SchedulingRules(QObject):
    """`prepare` before something is scheduled."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts

    def prepare(self) -> None:
        """Read which patients are restricted, unless that was done lately."""
        restricted = self._parts.office.restricted
        if restricted.is_due:
            self._parts.scope.start(restricted.load(), "restricted patients")

    def lines(self, clashes: tuple[Clash, ...], *, asked: bool = True) -> list[str]:
        """The clashes as text; at the end, if the right is `asked` for, who may break the rules among them."""
        lines = [tr(clash.words) for clash in clashes]
        if asked and any(clash.kind in OVERRIDDEN for clash in clashes):
            lines.append(self._who())
        return lines

    def _who(self) -> str:
        staff = self._parts.staff
        if staff.may(BREAKING):
            return tr("You may override this.")
        names = [member.name for member in staff.approvers([BREAKING])]
        if not names:
            return tr("You may not override this.")
        return tr("To override: PIN of {names}.", names=", ".join(names[:MOST_NAMES]))
