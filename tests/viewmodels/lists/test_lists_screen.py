"""The lists without a window: filters, families, and a key that may send no query."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.contact import Contact
from app.domain.schedule.clashes import NO_NAMES
from app.domain.schedule.visit import Person
from app.practice.server.faults import Fault
from app.services.lists.definitions import ABOUT_APPOINTMENT
from app.services.patients.parts.commlogs import CommlogsReader
from app.store.patients.parts import Ready, Unread
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.calls import subject_of
from app.viewmodels.staff.lists.choices import DUE, LENGTH, SILENCE, WAIT, Choice
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.read_tab import ReadTab
from app.viewmodels.staff.lists.rows import HIDDEN, ListRow, RowMaker, together
from app.viewmodels.staff.lists.screen import ListsScreenViewModel
from app.viewmodels.staff.lists.sight import is_short
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, TODAY, Practices, Served
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk


def waits(days: int, **more: object) -> ListRow:
    """Somebody who waits for so many days."""
    fields = {"key": days, "pat_num": days, "person": None, "provider": "", "minutes": 40, **more}
    return ListRow(since=TODAY - datetime.timedelta(days), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("choice", "value", "taken", "left_out"),
    [
        (WAIT, 30, waits(31), waits(30)),
        (DUE, 1, waits(1), waits(0)),
        (LENGTH, 30, waits(5, minutes=30), waits(5, minutes=0)),
        (LENGTH, 30, waits(5, minutes=10), waits(5, minutes=35)),
        (SILENCE, 7, waits(5), waits(5, contact=Contact(TODAY, 1))),
        (
            SILENCE,
            1,
            waits(5, contact=Contact(TODAY - datetime.timedelta(1), 1)),
            waits(5, contact=Contact(TODAY, 1)),
        ),
    ],
)
def test_each_filter(choice: Choice, value: int, taken: ListRow, left_out: ListRow) -> None:
    """A filter leaves out what it says, and nobody of whom it isn't known."""
    assert choice.takes(taken, value, TODAY)
    assert not choice.takes(left_out, value, TODAY)


def test_families_stand_where_their_first_member_is() -> None:
    """Patients of one guarantor are one call; the same name and phone number, or no known guarantor, is no family."""
    phone = "(503) 555-0100"
    people = [
        Person(1, "Lee", "Ann", phone=phone, guarantor=3),
        Person(2, "Lee", "Tom", phone=phone, guarantor=2),
        Person(3, "Ray", "Bo", guarantor=3),
        Person(4, "Lee", "Cy", phone=phone),
        Person(5, "Lee", "Di", phone=phone),
    ]
    rows = [ListRow(key=each.pat_num, pat_num=each.pat_num, person=each, provider="") for each in people]
    assert [row.key for row in together(rows)] == [1, 3, 2, 4, 5]


def test_what_a_call_was_about() -> None:
    """The commlog of a call names the appointment, or the recall and since when it is due."""
    at = datetime.datetime(2026, 12, 1, 9, 30)
    assert subject_of(waits(1, at=at)) == "the appointment on Tue, Dec 1, 9:30 AM"
    recall = Candidate(kind=CandidateKind.RECALL, pat_num=1, recall_type="Prophy")
    assert subject_of(waits(10, candidate=recall)) == "a recall (Prophy) due Nov 7, 2026"
    planned = Candidate(kind=CandidateKind.PLANNED, pat_num=1, apt_num=2)
    assert subject_of(waits(10, candidate=planned)) == "scheduling an appointment"


def test_a_status_without_a_name_is_not_known() -> None:
    """A status that the office has hidden, or that can't be read, is shown as unknown, never as none."""
    maker = RowMaker(NO_NAMES, {3: "To call"}, lambda _: None, lambda _, read: read)
    shown = {
        number: maker.of_candidate(
            Candidate(kind=CandidateKind.UNSCHEDULED, pat_num=1, apt_num=2, status=number), None
        ).status
        for number in (0, 3, 4)
    }
    assert shown == {0: "", 3: "To call", 4: "Not known"}
    named = [
        maker.of_candidate(Candidate(kind=CandidateKind.RECALL, pat_num=1, status_name=name), None).status_num
        for name in ("", "To call", "Hidden since")
    ]
    assert named == [0, 3, HIDDEN]


def test_a_row_without_a_family_is_read() -> None:
    """A search tells names and numbers but no guarantor: the patient's own row is read for the family."""
    found = Person(1, "Lee", "Ann", birthdate=TODAY, phone="1", phones=("1",))
    assert is_short(found)
    assert not is_short(replace(found, guarantor=1))


async def test_a_later_contact_counts(model: ScheduleScreenViewModel) -> None:
    """A call of this desk counts at once, until the list was read again with another desk's later one."""
    known = ListKnowledge(model.desk, model)
    yesterday = TODAY - datetime.timedelta(1)
    known.tried(waits(5, contact=Contact(yesterday, 2)), 1, TODAY)
    assert known.contact(5, Contact(yesterday, 2)) == Contact(TODAY, 3)
    assert known.contact(5, None) == Contact(TODAY, 3)
    assert known.contact(5, Contact(TODAY, 4)) == Contact(TODAY, 4)
    assert known.contact(6, Contact(yesterday, 1)) == Contact(yesterday, 1)


async def test_the_type_of_a_commlog_is_read_when_it_is_needed(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """A call logged before the office's definitions were read has its type. A failed read keeps the statuses."""
    known = ListKnowledge(model.desk, model)
    assert await known.comm_type(ABOUT_APPOINTMENT)
    statuses = known.definitions.statuses
    assert statuses
    known.definitions = replace(known.definitions, comm_types={})
    served.faults.plan("Definitions.list", Fault.NOT_PERMITTED, times=10)
    assert await known.comm_type(ABOUT_APPOINTMENT) == 0
    assert known.definitions.statuses == statuses


async def test_a_row_that_was_read_twice(model: ScheduleScreenViewModel) -> None:
    """A row that moved from one page of an answer to the next while they were read is shown once."""
    lists = await lists_of(model)
    lists.open_tab(commands.TREATMENT.id)
    tab = the(ReadTab, lists.tab)
    await until(lambda: bool(tab.found))
    count = len(tab.table.model.rows)
    tab.found = (*tab.found, tab.found[0])
    tab.fill()
    assert len(tab.table.model.rows) == count


async def lists_of(model: ScheduleScreenViewModel) -> ListsScreenViewModel:
    """The lists' screen, shown."""
    lists = await model.desk.screens.show("lists")
    assert isinstance(lists, ListsScreenViewModel)
    await until(lambda: bool(lists.tab.table.model.rows))
    return lists


async def test_all_lists_are_filled(model: ScheduleScreenViewModel) -> None:
    """Every list has rows with names, and tells how often each patient was contacted."""
    lists = await lists_of(model)
    for spec in commands.TABS:
        lists.open_tab(spec.id)
        await until(lambda: bool(lists.tab.table.model.rows))
        if spec is not commands.LAB:
            await until(lambda: all(row.contact is not None for row in lists.tab.table.model.rows))
        assert all(row.person is not None for row in lists.tab.table.model.rows)
        assert lists.status.age is not None


async def test_walking_reads_the_last_row_only(model: ScheduleScreenViewModel) -> None:
    """The commlogs of the first selected row are asked for, and of the one where the arrow key stops."""
    lists = await lists_of(model)
    rows = list({row.pat_num: row for row in lists.tab.table.model.rows}.values())[:5]
    assert len(rows) == 5
    part = model.desk.parts.patients.of(CommlogsReader)
    asked = [part.state(row.pat_num) for row in rows]
    assert asked == [Unread()] * 5
    for row in rows:
        lists.tab.select(row)
    assert [part.state(row.pat_num) for row in rows[1:]] == [Unread()] * 4
    await until(lambda: isinstance(part.state(rows[-1].pat_num), Ready))
    assert [part.state(row.pat_num) for row in rows[1:-1]] == [Unread()] * 3


async def test_without_queries_the_rows_in_sight_are_read(
    open_practice: Practices, open_desk_on: OpenDesk
) -> None:
    """Names and contacts come for the rows in sight only, and for no others while those are not in sight."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    model = await open_desk_on(served)
    lists = await lists_of(model)
    lists.open_tab(commands.UNSCHEDULED.id)
    await until(lambda: bool(lists.tab.table.model.rows))
    assert all(row.contact is None for row in lists.tab.table.model.rows)
    lists.tab.see(3, 12)
    await until(lambda: all(row.contact is not None for row in lists.tab.table.model.rows[3:13]))
    rows = lists.tab.table.model.rows
    assert all(row.person is not None and row.person.phones for row in rows[3:13])
    seen = {row.pat_num for row in rows[3:13]}
    assert all(row.contact is None for row in rows if row.pat_num not in seen)
    counted = served.sql(
        "SELECT COUNT(*) FROM commlog WHERE PatNum = ?"
        " AND Mode_ IN (1, 2, 3, 5, 6, 7) AND SentOrReceived <> 2 AND CommDateTime >= ?",
        rows[5].pat_num,
        str(rows[5].since),
    )
    assert rows[5].contact == Contact(rows[5].contact.last, counted[0][0])
    lists.leave()
    lists.tab.see(20, 29)  # as the view tells a moment after scrolling
    assert lists.tab.sight._asked == frozenset()


async def test_a_name_that_the_list_knows(model: ScheduleScreenViewModel) -> None:
    """An appointment whose patient came without a name has the one that the list knows, also when it is confirmed."""
    lists = await lists_of(model)
    row = next(
        each for each in lists.tab.table.model.rows if each.visit is not None and each.person is not None
    )
    assert row.visit is not None
    made = lists.tab.maker().of_visit(replace(row.visit, person=None), None)
    assert made.name == row.name
    assert made.visit is not None
    assert made.visit.person == row.person
