"""A new task: its text, list, priority, reminder and attachment, and what happens to what was typed."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.people.staff import Member
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.staff.tasks.new.form import NewTaskViewModel
from app.viewmodels.staff.tasks.new.used_lists import KEY, UsedLists
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

NEWEST = "SELECT Descript, TaskListNum, KeyNum, ObjectType, UserNum, PriorityDefNum FROM task ORDER BY TaskNum DESC"


@pytest.fixture
async def model(open_desk_on: OpenDesk, served: Served) -> ScheduleScreenViewModel:
    """A desk at which Ana is signed in."""
    served.secrets = SecretsInMemory()
    return await open_desk_on(served)


@pytest.fixture
async def form(model: ScheduleScreenViewModel) -> NewTaskViewModel:
    """The panel, opened by its command for the day's first patient; everything has been read."""
    desk = model.desk
    desk.patient.select(model.schedule.grid.visits[0].visit.pat_num, Origin.SEARCH)
    desk.commands["tasks.new"].run()
    await until(lambda: desk.tasks.adding.model is not None)
    made = desk.tasks.adding.model
    assert isinstance(made, NewTaskViewModel)
    await until(lambda: bool(made.state.priorities and made.list.state.offers and made.state.offers))
    notebook = desk.parts.my_tasks().notebook
    await until(lambda: notebook.user_num == desk.user.user_num)
    return made


def typed(form: NewTaskViewModel, text: str) -> None:
    """Type a text from the beginning."""
    form.type_text(text, len(text))


async def known(desk: DeskViewModel) -> None:
    """Wait until the key's permissions and the office's version are known."""
    client = desk.parts.client
    await until(lambda: None not in (client.capabilities.permissions, client.capabilities.version))


def choose_list(form: NewTaskViewModel, name: str) -> int:
    """Find a list by a part of its name, as typed and confirmed by Enter."""
    form.list.type_text(name)
    assert form.list.confirm()
    return form.list.list_num


async def test_it_is_saved_as_entered(form: NewTaskViewModel, served: Served) -> None:
    """Text, list, priority, author and patient reach the office; the list is proposed again for the next one."""
    desk = form._desk
    person = form.state.draft.about.person
    assert person is not None
    form.save()
    assert form.state.problem
    typed(form, "Call ?na ")
    assert form.state.draft.text == "Call No answer, left a message. "
    form.save()
    assert form.state.problem == "Choose a list."
    list_num = choose_list(form, "insur")
    form.enter(priority=form.state.priorities[-1].def_num)
    priority = form.state.priorities[-1].def_num
    form.save()
    form.save()
    assert not form.state.is_open
    await until(lambda: any("Task added" in each.words for each in desk.notices.items))
    rows = served.sql(NEWEST)
    assert rows[0] == (
        "Call No answer, left a message.", list_num, person.pat_num, 1, desk.user.user_num, priority,
    )  # fmt: skip
    assert [row[0] for row in rows].count(rows[0][0]) == 1
    form.begin(TaskAbout(person))
    assert form.list.list_num == list_num
    assert form.state.draft.text == ""


async def test_what_was_typed_stays(form: NewTaskViewModel, model: ScheduleScreenViewModel) -> None:
    """A typed task stays with its patient when another one is selected; an empty one follows. Left, it is kept."""
    desk, first = form._desk, form.state.draft.about.person
    assert first is not None
    others = [each.visit for each in model.schedule.grid.visits if each.visit.pat_num != first.pat_num]
    desk.patient.select(others[0].pat_num, Origin.SEARCH)
    assert form.state.draft.about.pat_num == others[0].pat_num
    desk.patient.select(first.pat_num, Origin.SEARCH)
    typed(form, "Ask about the card")
    assert desk.patient.entering
    desk.patient.select(others[0].pat_num, Origin.SEARCH)
    assert form.state.draft.about.pat_num == first.pat_num
    assert first.display in form.state.strays
    assert [each.about.pat_num for each in form.state.attach] == [first.pat_num, others[0].pat_num, 0]
    desk.tasks.new(TaskAbout(others[0].person, text="Fill 2:30 PM", origin=TaskOrigin.GAP))
    await until(lambda: form.state.draft.begun.origin is TaskOrigin.GAP)
    assert form.state.unfinished == "Ask about the card"
    form.leave()
    assert not any("is kept" in each.words for each in desk.notices.items)
    form.begin(TaskAbout(first))
    assert form.state.resumed
    assert form.state.draft.text == "Ask about the card"
    form.start_over()
    assert not desk.patient.entering


async def test_a_reminder_is_set_once_the_task_has_its_number(form: NewTaskViewModel, served: Served) -> None:
    """It is the person's own, also if the task had to wait; a card's number never gets into a text."""
    desk = form._desk
    typed(form, "Call about card 4111 1111 1111 1111")
    assert form.state.draft.text == "Call about card "
    assert form.state.problem
    choose_list(form, "front")
    at = form.state.reminds[1].at
    form.enter(remind_at=at)
    served.faults.unreachable = True
    form.save()
    await until(lambda: any("Not sent yet" in each.words for each in desk.notices.items))
    served.faults.unreachable = False
    await until(lambda: served.sql(NEWEST)[0][0] == "Call about card")
    task_num = served.sql("SELECT MAX(TaskNum) FROM task")[0][0]
    await until(lambda: desk.parts.my_tasks().reminder(task_num) == at)


async def test_a_reminder_is_its_author_s(form: NewTaskViewModel, served: Served) -> None:
    """Ben, who has signed in before Ana's task could be sent, isn't reminded of it; she is, once she is back."""
    desk, mine = form._desk, form._desk.parts.my_tasks()
    staff, ana = desk.parts.staff, desk.user.user_num
    typed(form, "Call Hanna")
    choose_list(form, "front")
    at = form.state.reminds[1].at
    form.enter(remind_at=at)
    served.faults.unreachable = True
    form.save()
    await until(lambda: any("Not sent yet" in each.words for each in desk.notices.items))
    ana_, ben = sorted(staff.people.book.members, key=lambda each: each.user_num != ana)[:2]
    staff.enter(ben)
    await until(lambda: mine.notebook.user_num == ben.user_num)
    served.faults.unreachable = False
    await until(lambda: bool(desk.parts.journal.recent(1)[0].answer))
    await until(lambda: served.sql(NEWEST)[0][0] == "Call Hanna")
    task_num = served.sql("SELECT MAX(TaskNum) FROM task")[0][0]
    await until(lambda: mine.notebook.user_num == ben.user_num and not desk.parts.journal.unsettled())
    assert mine.reminder(task_num) is None
    staff.enter(ana_)
    await until(lambda: mine.reminder(task_num) == at)
    assert mine.notebook.user_num == ana


async def test_a_refused_task_is_corrected(form: NewTaskViewModel, served: Served) -> None:
    """Its list was deleted: the notice leads back to the text as entered, and saving it again replaces it."""
    desk = form._desk
    gone = choose_list(form, "insur")
    served.sql("DELETE FROM tasklist WHERE TaskListNum = ?", gone)
    typed(form, "Verify the plan")
    form.save()
    await until(lambda: any(each.actions for each in desk.notices.items))
    notice = desk.notices.items[-1]
    desk.notices.act(notice.id, "Change")
    await until(lambda: form.state.is_open)
    assert form.state.draft.text == "Verify the plan"
    choose_list(form, "front")
    form.save()
    await until(lambda: served.sql(NEWEST)[0][0] == "Verify the plan")
    await until(lambda: not desk.attention.rows)


async def test_another_person_comes(form: NewTaskViewModel) -> None:
    """What is typed is kept for the person who typed it: another one finds an empty panel, she finds it again."""
    desk, about = form._desk, form.state.draft.begun
    typed(form, "Mine to finish")
    ana, ben = desk.parts.staff.signed_in, Member(2, "Ben", "front desk", "BE")
    assert ana is not None
    desk.parts.staff.enter(ben)
    assert not form.state.is_open
    form.begin(about)
    assert (form.state.draft.text, form.state.unfinished) == ("", "")
    desk.parts.staff.enter(ana)
    form.begin(about)
    assert form.state.draft.text == "Mine to finish"


async def test_lists_come_and_go_under_the_typing(form: NewTaskViewModel, served: Served) -> None:
    """A tree that changes keeps what is typed and chosen; a list that was deleted is no longer chosen."""
    board, pick = form._desk.parts.tasks(), form.list
    list_num = choose_list(form, "insur")
    pick.type_text("front")
    served.sql("UPDATE tasklist SET Descript = 'Front office' WHERE Descript = 'Front desk'")
    await board.read(again=True)
    assert (pick.state.typed, pick.list_num) == ("front", list_num)
    assert pick.state.offers[0].name == "Front office"
    pick.type_text("no such list")
    typed(form, "Not into another list")
    form.save()
    assert (form.state.is_open, form.state.problem) == (True, "No list has this name.")
    pick.type_text("front")
    assert pick.settle()
    chosen = pick.list_num
    assert pick.state.typed is None
    served.sql("DELETE FROM tasklist WHERE TaskListNum = ? OR Parent = ?", chosen, chosen)
    await board.read(again=True)
    assert (pick.list_num, form.state.draft.list_num) == (0, 0)


async def test_why_nothing_can_be_written(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Without a signed-in person, the permission, or a new enough office, the command says what to do."""
    reasons = []
    for settings in ({}, {"permissions": ALL - {Permission.ALL_OTHERS}}, {"version": "22.3"}):
        desk = (await open_desk_on(open_practice(**settings))).desk
        await known(desk)
        desk.tasks.new(TaskAbout())
        reasons.append(desk.notices.items[-1].words)
        assert not desk.commands["tasks.new"].can_run
    assert "Add people: File, People." in reasons[0]
    assert "AllOthers" in reasons[1]
    assert "22.3.17" in reasons[2]


def test_lists_are_remembered_by_where_a_task_comes_from() -> None:
    """Each origin proposes its own last list; the others that were used are offered behind it; nonsense is left out."""
    kept: dict[str, Any] = {}
    used = UsedLists(lambda: kept, lambda: None)
    assert (used.proposed(TaskOrigin.LEDGER), used.usual(TaskOrigin.LEDGER)) == (0, [])
    for origin, list_num in ((TaskOrigin.LEDGER, 3), (TaskOrigin.GAP, 5), (TaskOrigin.LEDGER, 4)):
        used.use(origin, list_num)
    assert (used.proposed(TaskOrigin.LEDGER), used.usual(TaskOrigin.LEDGER)) == (4, [4, 3, 5])
    assert (used.proposed(TaskOrigin.GAP), used.proposed(TaskOrigin.COMMLOG)) == (5, 0)
    assert used.usual(TaskOrigin.COMMLOG) == [4, 5, 3]
    for nonsense in ("x", {"ledger": 7}, {"ledger": ["x", None]}, [1]):
        kept = {KEY: nonsense}
        assert used.usual(TaskOrigin.LEDGER) == []
