"""The readiness on the screen: rows, filter, progress, and what nobody knows."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.core.text import msg
from app.domain.huddle.readiness import Coverage, Facts, Forms, Item, Lab, Readiness, RecallDue
from app.domain.schedule.clashes import Names
from app.domain.schedule.visit import Mark, Person, Stage, Visit
from app.viewmodels.staff.huddle.columns import columns, never_known
from app.viewmodels.staff.huddle.page import HuddlePage, huddle_page
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.staff.huddle.words import item_words, missing_words, to_do_words
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

DAY = datetime.date(2026, 11, 23)
NAMES = Names({}, {1: "DOC"})


def visit(**more: object) -> Visit:
    """An unconfirmed appointment at nine."""
    fields: dict[str, object] = {
        "apt_num": 1, "pat_num": 3, "start": datetime.datetime.combine(DAY, datetime.time(9)), "minutes": 30,
        "op_num": 1, "clinic_num": 1, "stage": Stage.CONFIRMED, "status_name": "Confirmed", "confirmed": 21,
        "pattern": "/XX/", "pattern_secondary": "", "prov_num": 1, "prov_hyg": 0, "is_hygiene": False,
        "person": Person(3, "Ortiz", "Maria"), "procedures": "Prophy", "note": "", "marks": frozenset(),
    }  # fmt: skip
    return Visit(**{**fields, **more})  # type: ignore[arg-type]


FINE = Facts((), Decimal(0), Decimal(0), ("(503)555-0100",), (), (), Forms(), 0)
COVERED = Coverage("Acme", DAY - datetime.timedelta(days=3), DAY - datetime.timedelta(days=10))


def text(row: Readiness, item: Item) -> str:
    """What a column shows."""
    return str(item_words(row, item))


def test_columns_without_anything_known() -> None:
    """What only queries tell has no column unless one row knows something of it; a missing phone number is known."""
    nothing, fine = Readiness(visit()), Readiness(visit(apt_num=2), FINE, Lab())
    assert never_known((nothing,)) == {"lab", "missing", "referral"}
    assert never_known((nothing, fine)) == frozenset()
    assert never_known((nothing, Readiness(visit(apt_num=2), Facts(phones=())))) == {"lab", "referral"}


def test_nothing_unknown_looks_fine() -> None:
    """Without facts every column about the patient says that it is unknown, and the portion too."""
    row = Readiness(visit())
    for item in set(Item) - {Item.CONFIRM}:
        assert text(row, item) == "Unknown", item
    shown = {column.id: column.text(row) for column in columns(lambda: NAMES)}
    assert shown[Item.BALANCE.value] == "Unknown"
    assert shown["missing"] == "phone unknown, forms unknown"
    assert row.to_do == ()
    assert set(row.unknown) == set(Item) - {Item.CONFIRM}
    known = Readiness(visit(), FINE, Lab())
    assert (known.unknown, known.to_do) == ((), ())


@pytest.mark.parametrize(
    ("changes", "item", "words"),
    [
        ({"coverage": (Coverage("Acme"),)}, Item.INSURANCE, "Never verified"),
        ({"coverage": (Coverage("Acme", None, DAY),)}, Item.INSURANCE, "Eligibility never verified"),
        ({"coverage": (Coverage("Acme", DAY, None),)}, Item.INSURANCE, "Benefits never verified"),
        (
            {"coverage": (Coverage("Acme", DAY, DAY - datetime.timedelta(days=91)),)},
            Item.INSURANCE,
            "Benefits verified 91 days ago",
        ),
        (
            {"coverage": (Coverage("Acme", DAY - datetime.timedelta(days=31), DAY),)},
            Item.INSURANCE,
            "Verified 31 days ago",
        ),
        ({"recalls": (RecallDue(DAY, "Prophy"),)}, Item.RECALL, "Prophy, Nov 23, 2026"),
        ({"forms": Forms(2, 3)}, Item.FORMS, "2 forms not signed"),
        ({"phones": ()}, Item.PHONE, "No phone number"),
        ({"alerts": (msg("Premedicate"), "Latex")}, Item.ALERT, "Premedicate; Latex"),
        ({"balance": Decimal("80.00"), "pending": Decimal("30.00")}, Item.BALANCE, "$50.00"),
        ({"referrals": 1}, Item.REFERRAL, "1 open referral"),
    ],
)
def test_what_has_to_be_done(changes: dict[str, object], item: Item, words: str) -> None:
    """Each fact that needs somebody is the only thing to do, in words."""
    row = Readiness(visit(), replace(FINE, **changes), Lab())
    assert row.to_do == (item,)
    assert text(row, item) == words
    assert words in str(to_do_words(row, item))


def test_new_patients_need_forms_and_lab_work_must_be_back() -> None:
    """A new patient without any form, and a case that is at the lab, are things to do; verified insurance is none."""
    new = Readiness(visit(marks=frozenset({Mark.NEW_PATIENT})), FINE, Lab(1, 1, DAY))
    assert new.to_do == (Item.FORMS, Item.LAB)
    assert (text(new, Item.FORMS), text(new, Item.LAB)) == ("New patient, no forms", "Not back, due Nov 23")
    fine = Readiness(visit(), Facts(coverage=(COVERED,)), Lab(0, 1))
    assert Item.INSURANCE not in fine.to_do
    assert (text(fine, Item.INSURANCE), text(fine, Item.LAB)) == ("Verified 3 days ago", "Lab work is back")
    without = Readiness(visit(), Facts(phones=(), forms=Forms(1, 1)))
    assert str(missing_words(without)) == "No phone number, 1 form not signed"
    assert str(missing_words(Readiness(visit(), FINE))) == ""
    hidden = Readiness(visit(), Facts(coverage=(Coverage("Acme", dates_known=False),)))
    assert Item.INSURANCE in hidden.unknown
    assert text(hidden, Item.INSURANCE) == "Acme, verification unknown"


def test_the_page_tells_what_to_do_and_what_is_unknown() -> None:
    """One line an appointment, the counts above, what is unknown below; never a patient's name in the title."""
    rows = (
        Readiness(visit(stage=Stage.UNCONFIRMED, status_name="Not called"), FINE, Lab(1, 1)),
        Readiness(visit(apt_num=2, pat_num=4), Facts(balance=Decimal(20), pending=Decimal(5))),
    )
    page = huddle_page(
        HuddlePage(DAY, rows, NAMES, None, "North"), practice="Office", now=rows[0].visit.start
    )
    section = page.sections[0]
    assert [str(line) for line in section.lines] == [
        "Only North",
        "2 appointments · 1 not confirmed",
        "1 family owes $15.00",
        "Lab work is not back for 1 appointment",
    ]
    first, second = section.tables[0].rows
    assert (str(first[1].lead), str(first[4].words)) == ("Ortiz, Maria", "Not called; Not back from the lab")
    assert str(second[4].words) == "Balance: $15.00"
    assert str(section.closing[0]).startswith("Not known for every patient: Alerts, Insurance, Recall")
    assert str(page.age) == "Not complete"
    assert "Ortiz" not in str(page.title)


def test_a_family_owes_once() -> None:
    """Two of a family on one day, or one with two appointments, add the family's balance once to the page's sum."""
    family = replace(FINE, balance=Decimal(20), pending=Decimal(5), guarantor=9)
    rows = [
        *(Readiness(visit(apt_num=each, pat_num=3 + each % 2), family, Lab()) for each in (1, 2, 3)),
        Readiness(visit(apt_num=4, pat_num=7), replace(family, guarantor=7), Lab()),
    ]
    page = huddle_page(HuddlePage(DAY, rows, NAMES, None), practice="Office", now=rows[0].visit.start)
    assert "2 families owe $30.00 in all" in [str(line) for line in page.sections[0].lines]


async def opened(schedule: ScheduleScreenViewModel) -> HuddleScreenViewModel:
    """The huddle of a desk, read."""
    desk = schedule.desk
    model = await desk.screens.show("huddle")
    assert isinstance(model, HuddleScreenViewModel)
    await until(lambda: not model.huddle.state(model.day.day).reading and model.readiness.headline != "")
    return model


async def test_a_day_of_the_office(model: ScheduleScreenViewModel) -> None:
    """All appointments of the day are listed, the filter leaves those to do; the next working day is another one."""
    screen = await opened(model)
    table, ready = screen.readiness.table, screen.readiness
    await until(lambda: screen.huddle.age(screen.day.day) is not None)
    assert len(table.model.rows) == len(ready.rows) > 20
    assert ready.notes == ""
    screen.desk.commands["huddle.only_to_do"].run()
    await until(lambda: ready.only_to_do)
    assert 0 < len(table.model.rows) < len(ready.rows)
    today = screen.day.day
    screen.desk.commands["huddle.next"].run()
    await until(lambda: screen.day.day > today)
    assert screen.day.day.weekday() < 5
    await until(lambda: screen.huddle.age(screen.day.day) is not None)
    screen.desk.commands["huddle.previous"].run()
    await until(lambda: screen.day.day == today)
    screen.leave()


async def test_without_queries_the_screen_says_why(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Alerts come one patient after the other with a count; what is unknown is said, with its reason."""
    served: Served = open_practice(permissions=frozenset(Permission) - {Permission.QUERIES})
    schedule = await open_desk_on(served)
    screen = await opened(schedule)
    ready = screen.readiness
    await until(lambda: "Queries permission" in ready.notes)
    await until(lambda: bool(ready.rows) and any(row.facts.alerts is not None for row in ready.rows))
    assert "Balance" in ready.unknown
    assert not {"lab", "missing"} & {each.id for each in ready.table.columns.visible}
    screen.leave()
