"""TaskLists: read."""

from __future__ import annotations

from app.practice.schema.tasks import tasklist
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.task_lists import TaskList, TaskLists, TaskListStatusEnum

_L = tasklist.c
ROWS = Listing(
    name="TaskList",
    columns=lambda: columns_of(TaskList, tasklist),
    source=tasklist,
    filters={"TaskListStatus": Filter(_L.TaskListStatus)},
    order=(_L.TaskListNum,),
)


@serves(TaskLists.list)
def list_(work: Work, given: Given) -> Outcome:
    """The active lists, or the archived ones."""
    return work.page(ROWS, {"TaskListStatus": TaskListStatusEnum.ACTIVE, **given})
