"""The notice of a new version."""

from __future__ import annotations

from app.bootstrap.updates.starts import News
from app.core.version import VERSION
from app.services.updates.standing import Phase, Standing
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.support.qt_loop import until
from tests.viewmodels.updates.hosts import Host, ready


async def test_a_version_that_is_ready_is_offered_once(model: ScheduleScreenViewModel) -> None:
    """A quiet notice that stays until it is closed, and leads to what is new."""
    desk = model.desk
    host = Host(Standing(Phase.LOOKING))
    desk.updates.follow(host)
    assert desk.notices.items == []
    host.become(ready())
    host.become(ready())
    (notice,) = desk.notices.items
    assert (notice.words, notice.kind, notice.seconds) == ("Front Desk 9.0.0 is ready.", "done", 0.0)
    desk.notices.act(notice.id, "What is new")
    await until(lambda: desk.updates.is_open)


async def test_what_was_ready_before_the_office_was_opened_is_offered(model: ScheduleScreenViewModel) -> None:
    """The host outlives offices."""
    model.desk.updates.follow(Host(ready()))
    assert [each.words for each in model.desk.notices.items] == ["Front Desk 9.0.0 is ready."]


async def test_it_can_be_installed_from_the_notice(model: ScheduleScreenViewModel) -> None:
    """When nobody is at the PC: the notice goes."""
    desk = model.desk
    host = Host(ready())
    desk.updates.follow(host)
    (notice,) = desk.notices.items
    desk.notices.act(notice.id, "Install when idle")
    assert host.when_idle


async def test_a_pc_without_the_task_does_not_offer_to_wait(model: ScheduleScreenViewModel) -> None:
    """Windows would ask for an administrator, and nobody is there."""
    desk = model.desk
    host = Host(ready())
    host.installs_unasked = False
    desk.updates.follow(host)
    (notice,) = desk.notices.items
    assert [each.title for each in notice.actions] == ["What is new"]


async def test_an_update_is_told_once(model: ScheduleScreenViewModel) -> None:
    """And not with each office that is opened."""
    desk = model.desk
    host = Host()
    host.news = News("0.0.1", asked=True)
    desk.updates.follow(host)
    await until(lambda: bool(desk.notices.items))
    desk.updates.follow(host)
    assert [each.words for each in desk.notices.items] == [f"Updated to Front Desk {VERSION}."]
