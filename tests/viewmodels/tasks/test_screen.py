"""The tasks' screen: views, lists, search, and which task is open."""

from __future__ import annotations

from msgspec.structs import replace

from app.api.errors import KeyRefused
from app.domain.tasks.order import TaskSort
from app.domain.tasks.tree import LOST
from app.store.tasks.changes import Standing
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.empty import Way
from app.viewmodels.staff.tasks.scopes import Only, View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.viewmodels.staff.tasks.task_list import ROW
from app.viewmodels.staff.tasks.tree import ROW as TREE_ROW
from app.wire.resources.tasks import Task, TaskStatusEnum
from tests.support.qt_loop import until

NEW, VIEWED, DONE = TaskStatusEnum.NEW, TaskStatusEnum.VIEWED, TaskStatusEnum.DONE


async def shown(model: ScheduleScreenViewModel, *, follow: bool = True) -> TasksScreenViewModel:
    """The screen with all open tasks, once they have been read."""
    screen = await model.desk.screens.show("tasks")
    assert isinstance(screen, TasksScreenViewModel)
    await until(
        lambda: screen.board.standing is Standing.READY and screen.facts.priorities.default is not None
    )
    if follow:
        screen.following.save()
        screen.choose(View.OPEN)
    return screen


def count(screen: TasksScreenViewModel, scope: View | int) -> int:
    """The number that the tree shows."""
    return screen.tree.place(scope).data(TREE_ROW).count


def listed(screen: TasksScreenViewModel) -> list[int]:
    """The tasks of the list, in order."""
    return screen.tasks.model.task_nums


def elsewhere(screen: TasksScreenViewModel, task_num: int, status: TaskStatusEnum) -> None:
    """Another desk changes a task's status."""
    task = screen.board.task(task_num)
    screen.board.named.take([replace(task, TaskStatus=status)], screen.board._rows.moment())


def here(screen: TasksScreenViewModel, task_num: int, status: TaskStatusEnum) -> None:
    """This desk has changed a task's status."""
    task = screen.board.task(task_num)
    screen.board.apply(replace(task, TaskStatus=status, SecDateTEdit=screen.desk.now()))


async def test_views_and_lists(model: ScheduleScreenViewModel) -> None:
    """Each view and each list shows what belongs to it, with those below a list; the tree says how many.

    The tasks of a list that was deleted have a row of their own, as long as there are any.
    """
    screen = await shown(model)
    board = screen.board
    screen.facts.mine.follow(8, on=True)  # the lists of the front desk
    done = [task.TaskNum for task in board.tasks if task.TaskStatus is DONE]
    new = [task.TaskNum for task in board.tasks if task.TaskStatus is NEW]
    for view, expected in (
        (View.OPEN, [task.TaskNum for task in board.open_tasks]),
        (View.NEW, new),
        (View.REMINDERS, screen.facts.mine.due(hers=True)),
    ):
        screen.choose(view)
        assert sorted(listed(screen)) == sorted(expected)
        assert count(screen, view) == len(expected) > 0
    screen.choose(View.DONE)
    assert sorted(listed(screen)) == sorted(done)
    desk = next(number for number, row in board.lists.items() if row.Descript == "Front desk")
    below = set(screen.facts.tree.with_below(desk))
    screen.choose(desk)
    found = {board.task(each).TaskListNum for each in listed(screen)}
    assert len(found) > 1
    assert found <= below
    assert count(screen, desk) == screen.facts.mine.unread_in(desk) > 0
    assert not screen.tree.shows_lost
    task = Task(TaskNum=9_001, TaskListNum=8_888, Descript="Left over", TaskStatus=NEW)
    screen.board.apply(task)
    assert screen.tree.shows_lost
    assert count(screen, LOST) == 1
    screen.choose(LOST)
    assert listed(screen) == [9_001]
    assert "Deleted or archived list" in screen.tasks.model.index(0, 0).data(ROW).about
    screen.choose(View.OPEN)
    screen.board.apply(replace(task, TaskStatus=DONE))
    assert not screen.tree.shows_lost


async def test_a_task_from_elsewhere(model: ScheduleScreenViewModel) -> None:
    """Asked for from another screen, a task is opened in its list, and a patient's are listed for the patient.

    The rows in sight name their patients as soon as they are read, also those of an appointment.
    """
    screen = await shown(model)
    task = next(each for each in screen.board.open_tasks if each.KeyNum and each.ObjectType == "Patient")
    screen.choose(View.DONE)
    screen.tasks.search("nothing like it")
    await model.desk.screens.show("schedule")
    model.desk.tasks.show(task.TaskNum)
    await until(lambda: screen.opened == task.TaskNum)
    assert model.desk.screens.shown is screen
    assert screen.tasks.scope == task.TaskListNum
    model.desk.tasks.show_patient(task.KeyNum)
    await until(lambda: screen.tasks.scope is View.PATIENT)
    assert model.desk.patient.current.pat_num == task.KeyNum
    assert task.TaskNum in listed(screen)
    attached = next(each for each in screen.board.open_tasks if each.ObjectType == "Appointment")
    model.desk.tasks.show_appointment(attached.KeyNum)
    await until(lambda: screen.tasks.scope is View.APPOINTMENT)
    assert attached.TaskNum in listed(screen)
    assert count(screen, View.APPOINTMENT) == len(screen.board.of_appointment(attached.KeyNum))
    unknown = next(each for each in screen.board.open_tasks if each.ObjectType == "None")
    screen.board.named.drop([unknown.TaskNum])
    model.desk.tasks.show(unknown.TaskNum)
    await until(lambda: screen.opened == unknown.TaskNum)
    done = next(each for each in screen.board.done_tasks if each.TaskListNum in screen.board.lists)
    screen.show(done.TaskNum)
    assert screen.opened == done.TaskNum
    assert screen.tasks.model.place_index(done.TaskNum).data(ROW).held == "Done"
    patients = [each for each in listed(screen) if screen.board.task(each).KeyNum]
    screen.upkeep.name_patients(0, len(listed(screen)) - 1)
    await until(
        lambda: all(len(screen.tasks.model.place_index(each).data(ROW).about) == 3 for each in patients)
    )
    named = screen.tasks.model.place_index(patients[0]).data(ROW).about[0]
    screen.tasks.search(named)
    assert patients[0] in listed(screen)


async def test_what_others_do_to_the_open_task(model: ScheduleScreenViewModel) -> None:
    """It stays open and in the list, with a word, until another one is opened.

    Marked done here, the next one is opened, after the last the one above; undone, it is open again.
    """
    screen = await shown(model)
    first, second = listed(screen)[:2]
    screen.open(first)
    elsewhere(screen, first, DONE)
    assert screen.opened == first
    assert first in listed(screen)
    assert screen.tasks.model.place_index(first).data(ROW).held == "Done"
    assert count(screen, View.OPEN) == len(screen.board.open_tasks) == len(listed(screen)) - 1
    screen.open(second)
    assert first not in listed(screen)
    screen.board.named.drop([second])
    assert screen.opened == 0
    first, second, third = listed(screen)[:3]
    screen.open(second)
    here(screen, second, DONE)
    assert screen.opened == third
    assert second not in listed(screen)
    here(screen, second, VIEWED)
    assert listed(screen)[:3] == [first, second, third]
    assert screen.opened == second
    here(screen, second, DONE)
    screen.open(first)
    here(screen, second, VIEWED)
    assert screen.opened == first
    last = listed(screen)[-1]
    screen.open(last)
    here(screen, last, DONE)
    assert screen.opened == listed(screen)[-1] != last


async def test_search_filter_and_order(model: ScheduleScreenViewModel) -> None:
    """The search goes through texts, names, lists and authors of what is shown, and on request of all tasks."""
    screen = await shown(model)
    tasks, board = screen.tasks, screen.board
    everything = listed(screen)
    task = next(each for each in board.open_tasks if each.DescriptOverride or each.Descript)
    board.apply(
        replace(
            task, Descript="Zebra crossing\nüber all", DescriptOverride="", SecDateTEdit=screen.desk.now()
        )
    )
    tasks.search("ZEBRA uber")
    assert listed(screen) == [task.TaskNum]
    tasks.search(f"zebra {screen.facts.list_name(task)}")
    assert listed(screen) == [task.TaskNum]
    screen.choose(View.DONE)
    assert listed(screen) == []
    assert screen.empty is not None
    assert screen.empty.way is Way.EVERYWHERE
    screen.help_empty(Way.EVERYWHERE)
    assert listed(screen) == [task.TaskNum]
    tasks.search("zebra xyz")
    assert "xyz" in screen.empty.words
    assert screen.empty.way is Way.NONE
    tasks.search("")
    screen.choose(View.OPEN)
    screen.arrange(only=Only.OVERDUE)
    overdue = {
        each.TaskNum for each in board.open_tasks if screen.facts.mine.is_overdue(each, model.desk.now())
    }
    assert set(listed(screen)) == overdue
    assert 0 < len(overdue) < len(everything)
    screen.arrange(only=Only.ALL)
    assert set(listed(screen)[: len(overdue)]) == overdue
    screen.arrange(sort=TaskSort.NEWEST)
    times = [board.task(each).DateTimeOriginal for each in listed(screen)]
    assert times == sorted(times, reverse=True)


async def test_where_nothing_is_left(model: ScheduleScreenViewModel) -> None:
    """It is said why and what to do: for a filter, for each empty view, and for what was refused."""
    screen = await shown(model)
    screen.facts.mine.see(*(task.TaskNum for task in screen.board.open_tasks), own=True)
    screen.arrange(only=Only.UNREAD)
    assert screen.empty.way is Way.ALL
    screen.help_empty(Way.ALL)
    told = screen.empty
    assert told is None
    screen.board.named.drop([task.TaskNum for task in screen.board.tasks])
    words = set[str]()
    for scope in (View.NEW, View.OPEN, View.PATIENT, View.APPOINTMENT, View.REMINDERS, View.DONE, 1):
        screen.choose(scope)
        assert screen.empty is not None
        words.add(screen.empty.words)
    assert len(words) == 7
    model.desk.patient.select(1, Origin.SEARCH)
    screen.choose(View.PATIENT)
    assert screen.empty.words not in words
    screen.board.reading.lists_why = KeyRefused("TaskLists.list")
    assert screen.facts.list_name(Task(TaskListNum=8_888)) == "Lists that can't be read"
    screen.board.why, screen.board._read_at = KeyRefused("Tasks.list"), None
    screen.board._stand(Standing.REFUSED)
    await until(lambda: not model.desk.status.line.freshness)  # not that it is loading
    assert screen.empty.way is Way.RETRY
    assert "API key" in screen.empty.words
    screen.help_empty(Way.RETRY)
    await until(lambda: screen.board.standing is Standing.READY and bool(screen.board.open_tasks))


async def test_the_first_question(model: ScheduleScreenViewModel) -> None:
    """Asked once which lists one follows, with those of one's own name ticked; the answer is the inbox."""
    screen = await shown(model, follow=False)
    assert screen.tasks.scope is View.INBOX
    assert screen.following.asks
    names = {number: row.Descript for number, row in screen.board.lists.items()}
    ticked = {names[number] for number in screen.following._ticked}
    assert ticked == {f"{model.desk.user.name}'s inbox"}
    screen.following.save()
    assert not screen.following.asks
    inbox = set(screen.facts.mine.followed)
    assert {board.TaskListNum for board in map(screen.board.task, listed(screen))} <= inbox
    desk = next(number for number, name in names.items() if name == "Front desk")
    before = len(listed(screen))
    screen.following.toggle(desk)
    assert screen.tree.place(desk).data(TREE_ROW).followed
    assert len(listed(screen)) > before
    screen.following.ask()
    assert screen.following.asks
    screen.following.dismiss()
    assert desk in screen.facts.mine.followed
    for each in list(screen.facts.mine.followed):
        screen.following.toggle(each)
    assert screen.empty.way is Way.FOLLOW


async def test_what_each_person_had_chosen(model: ScheduleScreenViewModel) -> None:
    """View, filter, order and folded lists come back with the person, and another one begins with the inbox."""
    screen = await shown(model)
    mine = screen.facts.mine
    desk = next(number for number, row in screen.board.lists.items() if row.Descript == "Front desk")
    screen.choose(desk)
    screen.arrange(only=Only.URGENT, sort=TaskSort.OLDEST)
    screen.choices.fold(desk, folded=True)
    screen.show_patient(1)
    await mine.load(987)
    assert (screen.tasks.scope, screen.tasks.only, screen.tasks.sort) == (
        View.INBOX,
        Only.ALL,
        TaskSort.URGENT,
    )
    assert screen.choices.folded == frozenset()
    await mine.load(model.desk.user.user_num)
    assert (screen.tasks.scope, screen.tasks.only, screen.tasks.sort) == (desk, Only.ALL, TaskSort.OLDEST)
    assert screen.choices.folded == {desk}
    mine.notebook.kept.choices |= {"scope": "nonsense", "only": 7, "sort": None, "folded": {"a": 1}}
    mine.notebook.changed()
    await mine.load(987)
    await mine.load(model.desk.user.user_num)
    assert (screen.tasks.scope, screen.tasks.only, screen.tasks.sort) == (
        View.INBOX,
        Only.ALL,
        TaskSort.URGENT,
    )
