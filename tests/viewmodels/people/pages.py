"""The page of the people, opened."""

from __future__ import annotations

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.people.people import PeopleViewModel
from tests.support.qt_loop import until


async def opened(desk: DeskViewModel) -> PeopleViewModel:
    """The page, with Open Dental's users read."""
    await desk.people.manage()
    page: PeopleViewModel = desk.people.page
    await until(lambda: not page.busy)
    return page


async def done(page: PeopleViewModel) -> None:
    """Wait for a change."""
    await until(lambda: not page.busy)
