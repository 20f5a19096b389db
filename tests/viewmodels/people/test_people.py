"""The page of the people, and the ways to them from every screen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.people.rights import Demand, Right
from app.services.people.authority import Approval, NotAllowed
from app.services.people.manager import StaffManager
from app.services.people.people import Standing
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.booking.rules import entered_by
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.people.pages import done, opened

REFUND = Demand(Right.REFUND, Decimal(120))


async def test_a_person_is_added_and_removed(desk: DeskViewModel) -> None:
    """Open Dental's users without hidden ones are offered; the start code is shown, and a removed person is gone."""
    page = await opened(desk)
    assert page.users is not None
    hana = next(each for each in page.users if each.name == "Hana")
    assert not {1, 2} & {each.user_num for each in page.users}
    page.invite(0, "lead")
    assert page.sentence == "Choose an Open Dental user."
    page.invite(hana.user_num, "lead")
    await done(page)
    assert page.code.startswith("Start code for Hana: ")
    member = page.book.member(hana.user_num)
    assert member is not None
    assert (member.role, member.initials) == ("lead", "HA")
    assert hana not in page.users
    page.change_role(member, "front desk")
    await done(page)
    before = page.code
    page.new_code(member)
    await done(page)
    assert page.code != before
    page.remove(member)
    await done(page)
    assert page.book.member(hana.user_num) is None


async def test_without_the_right_nothing_changes(desk: DeskViewModel) -> None:
    """Ben may look; every change is refused by the service itself, also past the page."""
    staff = desk.parts.staff
    page = await opened(desk)
    ben = page.book.member(2)
    assert ben is not None
    staff.enter(ben)
    manager, before = StaffManager(staff, desk.parts.client, desk.parts.audit), page.book
    assert page.users is not None
    for change in (
        manager.invite(page.users[0], "manager"),
        manager.new_code(before.members[0]),
        manager.change_role(ben, "manager"),
        manager.remove(before.members[0]),
        manager.lock_after(240),
        manager.change_limits(before.roles[0]),
    ):
        with pytest.raises(NotAllowed):
            await change
    page.change_role(ben, "manager")
    await done(page)
    assert "may not do this alone" in page.sentence
    assert page.book == before


async def test_a_manager_stays_and_nobody_removes_herself(desk: DeskViewModel) -> None:
    """The page says why."""
    page = await opened(desk)
    ana = page.book.member(1)
    assert ana is not None
    page.remove(ana)
    await done(page)
    assert page.sentence == "You can't remove yourself."
    page.change_role(ana, "lead")
    await done(page)
    assert "has to be a manager" in page.sentence


async def test_the_first_person(desk: DeskViewModel, served: Served) -> None:
    """With nobody there the page sets up the first one, in one step, and refuses an easy PIN."""
    staff = desk.parts.staff
    await staff.people.start_over(served.keys.customer)
    staff.signed_in = None
    assert await staff.load() is Standing.NOBODY
    with pytest.raises(NotAllowed, match="Set up the first person"):
        staff.check([REFUND])
    page = await opened(desk)
    assert page.setting_up
    for pin, again, said in (("1234", "1234", "too easy"), ("2794", "2795", "differ")):
        page.set_up(3, pin, again)
        assert said in page.sentence
    page.set_up(0, "2794", "2794")
    assert page.sentence == "Choose an Open Dental user."
    page.set_up(3, "2794", "2794")
    await done(page)
    assert desk.user.name == "Hana"
    staff.check([REFUND])


async def test_a_guarded_act_asks_a_second_person(desk: DeskViewModel) -> None:
    """What Ben may not do is tried again with Ana's approval; canceled, it stays refused."""
    staff = desk.parts.staff
    ben = staff.people.book.member(2)
    assert ben is not None
    staff.enter(ben)
    acts: list[Approval | None] = []

    async def act(approval: Approval | None) -> str:
        staff.check([REFUND], approval)
        acts.append(approval)
        return "done"

    asked = desk.parts.scope.start(desk.people.guarded(act), "refund")
    await until(lambda: desk.people.approval is not None and bool(desk.people.approval.state.what))
    desk.people.approval.approve("2794")
    assert await asked == "done"
    assert len(acts) == 1
    desk.people.approval.opened.connect(desk.people.approval.cancel)
    with pytest.raises(NotAllowed):
        await desk.people.guarded(act)


async def test_bookings_name_the_person_where_the_office_takes_it(desk: DeskViewModel) -> None:
    """From 25.1.27 on a booking is sent with the user who is signed in; before that it isn't."""
    client = desk.parts.client
    client.learn(client.capabilities.with_version("25.1.27.0"))
    assert entered_by(desk.parts) == 1
    client.learn(client.capabilities.with_version("25.1.26.0"))
    assert entered_by(desk.parts) == 0
