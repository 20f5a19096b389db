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


async def test_a_limit_to_types_of_adjustments(desk: DeskViewModel) -> None:
    """The office's types are offered, write-offs apart; all of them are no limit, and the last one stays."""
    page = await opened(desk)
    roles = page.roles
    await until(lambda: bool(roles.types(Right.ADJUSTMENT)))
    numbers = [each.num for each in roles.types(Right.ADJUSTMENT)]
    assert not set(numbers) & {each.num for each in roles.types(Right.WRITE_OFF)}
    assert roles.types(Right.REFUND) == ()

    async def choose(number: int, *, chosen: bool) -> tuple[int, ...]:
        roles.choose_type(Right.ADJUSTMENT, number, chosen=chosen)
        await until(lambda: not roles.busy)
        grant = roles._shown().grant(Right.ADJUSTMENT)
        assert grant is not None
        return grant.adj_types

    assert await choose(numbers[0], chosen=False) == tuple(sorted(numbers[1:]))
    assert not roles._shown().allows(Demand(Right.ADJUSTMENT, Decimal(5), numbers[0]))
    assert roles._shown().allows(Demand(Right.ADJUSTMENT, Decimal(5), numbers[1]))
    assert await choose(numbers[0], chosen=True) == ()
    for number in numbers:  # one after another: without any the right would be one to all of them again
        expected = sorted(numbers[numbers.index(number) + 1 :]) or numbers[-1:]
        assert await choose(number, chosen=False) == tuple(expected)
    assert roles.sentence == "At least one type has to stay. To allow none, remove the right."
