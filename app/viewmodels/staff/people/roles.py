"""What each role may do, and after how many minutes the window is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import msg
from app.domain.money.adjustment_types import AdjustmentType
from app.domain.money.typed_amount import read_amount
from app.domain.people.right_words import HAVE_AMOUNTS, TITLES
from app.domain.people.rights import Right
from app.domain.people.roles import MANAGER, Grant, Role
from app.viewmodels.clock_face import locale
from app.viewmodels.staff.money.adjustment.types import AdjustmentTypes
from app.viewmodels.staff.people.changing import Changing
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

HAVE_TYPES = (Right.ADJUSTMENT, Right.WRITE_OFF)
"""Rights that can be limited to types of adjustments."""


class RightLine(Struct, frozen=True):
    """A right of the shown role."""

    right: Right
    title: str
    grant: Grant | None
    """None: the role doesn't have it."""

    @property
    def has_amount(self) -> bool:
        """Whether it can be limited to an amount."""
        return self.right in HAVE_AMOUNTS

    @property
    def has_days(self) -> bool:
        """Whether it can be limited to days."""
        return self.right is Right.BACK_DATE

    @property
    def has_types(self) -> bool:
        """Whether it can be limited to types of adjustments."""
        return self.right in HAVE_TYPES


class RolesViewModel(Changing):
    """The rights of one role at a time."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.role = "front desk"  # words: an id
        self._types = AdjustmentTypes(desk, self)
        self._types.changed.connect(self.changed)

    @property
    def lines(self) -> tuple[RightLine, ...]:
        """The rights of the shown role."""
        role = self._shown()
        return tuple(RightLine(each, tr(TITLES[each]), role.grant(each)) for each in Right)

    @property
    def fixed(self) -> bool:
        """Whether the shown role can't be changed."""
        return self.role == MANAGER or not self.may_manage

    def show_role(self, role: str) -> None:
        """Show what a role may do."""
        self.role = role
        self.say("")

    def grant(self, right: Right, granted: bool) -> None:
        """Give the shown role a right, or take it."""
        role = self._shown()
        if granted is (role.grant(right) is not None):
            return
        rest = tuple(each for each in role.grants if each.right != right)
        self._change(replace(role, grants=(*rest, Grant(right)) if granted else rest))

    def type_amount(self, right: Right, text: str) -> None:
        """Limit a right to an amount as typed; blank: any."""
        where = locale()
        read = read_amount(text, point=where.decimalPoint(), group=where.groupSeparator())
        if read.problem:
            self.say(tr(read.problem))
        else:
            self._limit(right, lambda grant: replace(grant, most=read.value))

    def type_days(self, right: Right, text: str) -> None:
        """Limit a right to a number of days as typed; blank: any."""
        if text and not (text.isascii() and text.isdigit()):
            self.say(tr(msg("Enter a number of days.")))
        else:
            days = int(text) if text else None
            self._limit(right, lambda grant: replace(grant, days_back=days))

    def begin(self) -> None:
        """The page is shown: read the office's adjustment types."""
        self._types.read()

    def types(self, right: Right) -> tuple[AdjustmentType, ...]:
        """The office's types that a right is about; empty: they are loading, or it is about none."""
        if right not in HAVE_TYPES:
            return ()
        return tuple(each for each in self._types.types if each.writes_off is (right is Right.WRITE_OFF))

    def choose_type(self, right: Right, adj_type: int, chosen: bool) -> None:
        """Let a right of the shown role be about this type too, or not; all of them are no limit."""
        every, grant = {each.num for each in self.types(right)}, self._shown().grant(right)
        if grant is None:
            return
        before = set(grant.adj_types) or every
        types = before | {adj_type} if chosen else before - {adj_type}
        if not types:  # no types at all would mean all of them
            self.say(tr(msg("At least one type has to stay. To allow none, remove the right.")))
            return
        limit = () if types >= every else tuple(sorted(types))
        self._limit(right, lambda each: replace(each, adj_types=limit))

    def lock_after(self, minutes: int) -> None:
        """Lock the window after so many minutes."""
        if minutes != self.book.lock_minutes:
            self.run(self.manager.lock_after(minutes))

    def _shown(self) -> Role:
        return next((each for each in self.book.roles if each.id == self.role), Role("", ""))

    def _limit(self, right: Right, change: Callable[[Grant], Grant]) -> None:
        role = self._shown()
        changed = tuple(change(each) if each.right == right else each for each in role.grants)
        self._change(replace(role, grants=changed))

    def _change(self, role: Role) -> None:
        if role != self._shown():
            self.run(self.manager.change_limits(role))
