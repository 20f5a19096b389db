"""What each role may do, changed on the page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.people.rights import Demand, Right
from app.services.people.people import NotPossibleNow
from app.viewmodels.staff.desk import DeskViewModel
from tests.support.qt_loop import until
from tests.viewmodels.people.pages import opened


async def test_limits_of_a_role(desk: DeskViewModel) -> None:
    """Rights and limits count at once and are read as typed; a manager's can't be changed."""
    page = await opened(desk)
    roles = page.roles
    ben = page.book.member(2)
    assert ben is not None
    roles.show_role("front desk")
    roles.grant(Right.REFUND, granted=True)
    await until(lambda: not roles.busy)
    roles.type_amount(Right.REFUND, "$ 1,120.00")
    await until(lambda: not roles.busy)
    role = page.book.role_of(ben)
    assert role.allows(Demand(Right.REFUND, Decimal(1120)))
    assert not role.allows(Demand(Right.REFUND, Decimal("1120.01")))
    roles.type_amount(Right.REFUND, "12,50")
    assert roles.sentence
    roles.type_days(Right.BACK_DATE, "x")
    assert roles.sentence == "Enter a number of days."
    roles.lock_after(5)
    await until(lambda: not roles.busy)
    assert page.book.lock_minutes == 5
    with pytest.raises(NotPossibleNow):
        await roles.manager.change_limits(page.book.roles[-1])
