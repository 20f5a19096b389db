"""The tasks' screen with 10,000 open tasks in 200 lists, compared with Qt's bare tree and list and a frame's time.

Opening: from tasks in memory to the first picture of tree and list, against the same for a QTreeView and a QListView
on Qt's own models. Another view, a key in the search, scrolling and one more task, each with its paint, against a frame
of 1/60 second: CPU time of this process, which a busy computer hardly changes.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from msgspec.structs import replace
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QTreeView, QWidget

from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress
from app.api.network.inside import in_process
from app.bootstrap.screens import TASKS
from app.bootstrap.workspace import Workspace
from app.core.clock import SystemClock
from app.practice.server.app import open_practice
from app.store.tasks.changes import Standing
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.opened import OpenedTask
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.viewmodels.staff.tasks.upkeep import TaskUpkeep
from app.views.staff.frame.screen_view import ScreenTools
from app.views.staff.tasks.screen import TasksScreen
from app.views.staff.tasks.task_list import TaskListView
from app.views.staff.tasks.tree import TaskTreeView
from app.wire.permissions import Permission
from app.wire.resources.task_lists import TaskList
from app.wire.resources.tasks import Task, TaskStatusEnum
from app.wire.version import NEWEST
from bench.desks import new_loop, open_desk, until
from bench.figures import Figure, at_most, beside
from bench.processes import SEED
from bench.rounds import interleaved, ratio
from bench.task_office import TASKS as COUNT
from bench.task_office import fill, task_lists, tasks

ROUNDS, FRAME = 9, 1 / 60
OPEN_LIMIT, KEY_LIMIT, SCROLL_LIMIT, VIEW_LIMIT, CHANGE_LIMIT = 1.5, 1.5, 2.0, 4.0, 1.0
SIZES = (240, 700), (400, 700)
"""Of the tree and the list."""
WHOLE = (1366, 700)
TYPED = ("c", "ca", "cal", "call", "call b", "call bil", "order", "order 12", "x-rays", "list 17", "1", "12")
WHEEL = 120
CHANGES = 50

Views = tuple[QWidget, ...]
Made = tuple[Views, Callable[[], object]]
"""What is shown, and what ends it."""


def measure() -> list[Figure]:
    """A desk in this process, on a practice with these tasks."""
    with tempfile.TemporaryDirectory(prefix="front-desk-bench-") as folder, new_loop() as loop:
        found: list[Figure] = loop.run_until_complete(_measure(Path(folder)))
        return found


async def _measure(folder: Path) -> list[Figure]:
    clock, lists = SystemClock(), task_lists()
    practice = open_practice(
        str(folder / "practice.db"),
        seed=SEED,
        today=clock.now().date(),
        clock=clock,
        pace=None,
        permissions=frozenset(Permission),
        version=NEWEST,
    )
    rows = [_still_open(row) for row in tasks(clock.now())]
    fill(folder / "practice.db", lists, rows)
    keys = Keys(practice.keys.developer_key, practice.keys.customer_key)
    address = OfficeAddress.standard(Mode.TRAINING)
    try:
        async with open_desk(folder, address, keys, lambda: in_process(practice.asgi), clock) as workspace:
            desk = workspace.desk
            board = desk.parts.tasks()
            await until(lambda: board.standing is Standing.READY)
            assert len(board.open_tasks) == COUNT  # a bench of something else is none
            return [*_opened(workspace, rows, lists), *await _used(desk)]
    finally:
        practice.close()


def _still_open(row: Task) -> Task:
    if row.TaskStatus is TaskStatusEnum.DONE:
        return replace(row, TaskStatus=TaskStatusEnum.VIEWED, DateTimeFinished=None)
    return row


def _opened(workspace: Workspace, rows: Sequence[Task], lists: Sequence[TaskList]) -> Iterator[Figure]:
    texts, desk = [row.Descript for row in rows], workspace.desk
    jobs: dict[str, Callable[[], Made]] = {
        "tree and list": lambda: _ours(desk),
        "whole screen": lambda: _whole(workspace),
        "bare": lambda: _bare(texts, lists),
    }
    found = interleaved({name: partial(_time_open, make) for name, make in jobs.items()}, ROUNDS)
    bare = found.pop("bare")
    for name, took in found.items():
        yield at_most(f"task list: open {COUNT:,}, {name}", ratio(took, bare), "x bare", OPEN_LIMIT)
        yield beside(f"task list: the same, {name}", median(took) * 1000, "ms")


async def _used(desk: DeskViewModel) -> list[Figure]:
    screen = await desk.screens.show(TASKS)
    assert isinstance(screen, TasksScreenViewModel)
    screen.following.save()
    screen.choose(View.OPEN)
    tree, rows = TaskTreeView(screen.tree), TaskListView(screen.tasks.model)
    _show((tree, rows))
    while screen.tasks.searching._search.prepare(1_000):
        await asyncio.sleep(0)

    def frames(job: Callable[..., object], *given: object) -> float:
        return _frames(partial(job, *given), tree, rows)

    bar = rows.verticalScrollBar()
    steps = [*([WHEEL] * 200), *([bar.pageStep()] * 100)]
    scrolled = [frames(lambda each: bar.setValue(bar.value() + each), step) for step in steps]
    bar.setValue(0)
    keys = {text: [frames(screen.tasks.search, text) for _ in range(ROUNDS)] for text in TYPED}
    screen.tasks.search("")
    other = next(iter(screen.tree._numbers.keys() - set(View)))
    views = [frames(screen.choose, scope) for scope in (other, View.NEW, View.OPEN) * ROUNDS]
    dice = random.Random(1)
    changes = [frames(screen.board.apply, row) for row in _changes(screen, dice)]
    tree.close()
    rows.close()
    return [
        at_most("task list: longest frame while scrolling", max(scrolled), "frames", SCROLL_LIMIT),
        at_most("task list: a key in the search", max(map(median, keys.values())), "frames", KEY_LIMIT),
        at_most("task list: another view", max(views[2::3]), "frames", VIEW_LIMIT),
        at_most("task list: one task changes", median(changes), "frames", CHANGE_LIMIT),
    ]


def _changes(screen: TasksScreenViewModel, dice: random.Random) -> Iterator[Task]:
    """New ones, others' texts, and done ones."""
    numbers = [task.TaskNum for task in screen.board.open_tasks]
    for at in range(CHANGES):
        task = screen.board.task(dice.choice(numbers))
        if task is None:
            continue
        match at % 3:
            case 0:
                yield replace(task, TaskNum=COUNT + 1 + at)
            case 1:
                yield replace(task, Descript=f"{task.Descript} again")
            case _:
                yield replace(task, TaskStatus=TaskStatusEnum.DONE, DateTimeFinished=task.DateTimeEntry)


def _frames(job: Callable[[], object], tree: TaskTreeView, rows: TaskListView) -> float:
    """What something costs with the layout and the paint that follow, in frames."""
    started = process_time()
    job()
    for view in (tree, rows):
        view.executeDelayedItemsLayout()
        view.viewport().repaint()
    return (process_time() - started) / FRAME


def _time_open(make: Callable[[], Made]) -> float:
    """CPU seconds from nothing to the first picture."""
    started = process_time()
    views, close = make()
    _show(views)
    took = process_time() - started
    close()
    for view in views:
        view.close()
        view.deleteLater()
    return took


def _show(views: Views) -> None:
    for view, size in zip(views, SIZES if len(views) > 1 else (WHOLE,), strict=True):
        view.resize(*size)
        view.show()
        view.repaint()


def _ours(desk: DeskViewModel) -> Made:
    """Tree and list of all open tasks, from what is in memory."""
    facts = TaskFacts(desk)
    shown = ShownTasks(facts)
    upkeep = TaskUpkeep(desk, facts, shown, OpenedTask(facts, shown))
    shown.show(View.OPEN, shown.only)
    tree, rows = TaskTreeView(upkeep.tree), TaskListView(shown.model)
    tree.fold(())
    for model in (shown, upkeep):
        model.setParent(tree)
    return (tree, rows), upkeep.close


def _whole(workspace: Workspace) -> Made:
    """The screen with search, filters and the place of the open task."""
    model = TasksScreenViewModel(workspace.desk, None)
    model.choose(View.OPEN)
    screen = TasksScreen(model, ScreenTools(workspace.theme))
    model.setParent(screen)
    return (screen,), model.close


def _bare(texts: Sequence[str], lists: Sequence[TaskList]) -> Made:
    """Qt's views on Qt's models."""
    tree, rows = QTreeView(), QListView()
    model = QStandardItemModel(tree)
    items = {row.TaskListNum: QStandardItem(row.Descript) for row in lists}
    for row in lists:
        items.get(row.Parent, model.invisibleRootItem()).appendRow(items[row.TaskListNum])
    tree.setModel(model)
    tree.setHeaderHidden(True)
    tree.expandAll()
    rows.setModel(QStringListModel(texts, rows))
    return (tree, rows), lambda: None
