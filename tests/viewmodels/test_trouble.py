"""Problems with the office: reported once, and removed from the screen when they are over."""

from __future__ import annotations

from app.api.errors import KeyRefused, NotTheOffice, ServerFault
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_notices_of_solved_problems_are_closed(model: ScheduleScreenViewModel) -> None:
    """Notices of a failed refresh or a refusal leave the screen when the office answers again, but not the list."""
    notices, trouble = model.notices, model.desk.trouble
    closed: list[int] = []
    notices.closed.connect(closed.append)
    trouble.refresh_failed(ServerFault("500"))
    failed = notices.items[-1]
    model.schedule.refresh()
    await until(lambda: failed.id in closed)
    trouble.on_refresh(KeyRefused("401"))
    trouble.on_refresh(KeyRefused("401"))
    refused = notices.items[-1]
    assert [each.kind for each in notices.items] == ["error", "error"]
    trouble.on_refresh(None)
    assert closed == [failed.id, refused.id]
    assert refused in notices.items


async def test_a_sign_in_page_is_reported_until_it_is_gone(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """What the refresh and the first request for permissions find is shown once each, and closed when it is over."""
    notices, trouble = model.notices, model.desk.trouble
    closed: list[int] = []
    notices.closed.connect(closed.append)
    trouble.on_refresh(NotTheOffice("Appointments.list"))
    trouble.on_refresh(NotTheOffice("Appointments.list"))
    object.__setattr__(served.practice.keys, "customer_key", "another")
    while len(notices.items) < 2:  # the first one may join the session's own request, sent with the right key
        await trouble.learn_rights()
    assert len(notices.items) == 2
    trouble.on_refresh(None)
    assert set(closed) == {each.id for each in notices.items}
