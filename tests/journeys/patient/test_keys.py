"""The strip with a key that may ask little or seldom, over a socket."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.api.modes import Mode
from app.domain.schedule.visit import Visit
from app.services.patients.summary.records import PatientSummary, known_or_none
from app.store import sync
from app.views.staff.patient.sections.contact import ContactBody
from app.wire.permissions import Permission
from tests.journeys.desk import ALT, Desk, Desks
from tests.journeys.patient.counting import Call
from tests.journeys.patient.page import open_page
from tests.journeys.practices import ALL, TEN_TWENTY, Practices, Served
from tests.support.clients import knows_key
from tests.support.fast_clock import FastClock

FREE = frozenset({Permission.READ_ALL})
ONE_BY_ONE = [
    "Patients.get", "Appointments.list", "AccountModules.aging", "ChartModules.patient_info", "Recalls.list",
    "Popups.list", "Patients.simple",
]  # fmt: skip
"""The methods in order of use, where no query is allowed."""
GROUPS = ("person", "appointments", "money", "alerts", "recalls", "popups", "family")


def read_groups(desk: Desk) -> list[str]:
    """The groups of the summary that are known, in order of use."""
    model = desk.frame.desk.strip.model
    summary = model.summary if model is not None else None
    if not isinstance(summary, PatientSummary):
        return []
    return [name for name in GROUPS if known_or_none(getattr(summary, name)) is not None]


async def select_and_watch(
    desk: Desk, visit: Visit, then: Callable[[], None] = lambda: None
) -> list[tuple[list[str], str]]:
    """Click on an appointment; returns what was known and written on the strip after each answer.

    `then` is called when its requests are queued.
    """
    call, steps = Call(desk), []
    desk.click(desk.place(visit.apt_num))
    await desk.turn(20)
    then()

    def complete() -> bool:
        groups = read_groups(desk)
        if groups and (not steps or steps[-1][0] != groups):
            steps.append((groups, "\n".join(call.seen(call.strip))))
        return len(groups) == len(GROUPS)

    await desk.until(complete)
    await desk.turn(
        20
    )  # the read has ended; until then another patient would cancel it, and nothing would be kept
    return steps


def in_order(seen: list[str], began: int) -> list[str]:
    """The requests for the summary since then, each where it was made first.

    On a slow computer something else is due meanwhile, or the person is asked for twice.
    """
    return list(dict.fromkeys(each for each in seen[began:] if each in ONE_BY_ONE))


async def opened_slowly(served: Served, open_desk: Desks) -> Desk:
    """A desk with a free Remote key, once its schedule and its rights are known."""
    served.mode = Mode.REMOTE
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: len(desk.visits) > 50 and knows_key(desk.model.parts.client))
    return desk


async def test_one_request_in_five_seconds(
    open_practice: Practices, open_desk: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A free Remote key tells name, phones and appointments after two requests, and the rest in order of use.

    Later the strip says how old it is, and reads again behind what it shows.
    """
    monkeypatch.setattr(sync, "PERIOD_SECONDS", 3_600.0)  # the day is read by one of the same requests
    clock = FastClock(TEN_TWENTY, times=50)
    served = open_practice(on_socket=True, permissions=FREE, clock=clock)
    desk, seen = await opened_slowly(served, open_desk), served.faults.seen
    first, second = desk.visits[5], desk.visits[8]
    await select_and_watch(desk, first)
    clock.run(times=0)  # nothing else leaves before the click's requests are queued
    await desk.until(lambda: not desk.model.parts.client.status.in_flight)
    before = len(seen)
    # Slowly enough that a busy computer too shows each answer before the next one.
    steps = await select_and_watch(desk, second, then=lambda: clock.run(times=20))
    assert in_order(seen, before) == ONE_BY_ONE
    assert [len(groups) for groups, _ in steps] == list(range(len(steps[0][0]), len(GROUPS) + 1))
    known, words = next(each for each in steps if "appointments" in each[0])
    assert known == ["person", "appointments"]
    assert served.sql("SELECT LName FROM patient WHERE PatNum = ?", second.pat_num)[0][0] in words
    assert words.count("Loading…") == len(("Balance", "Recall"))
    assert "Loading alerts…" in words
    assert "Loading" not in steps[-1][1]

    clock.skip(6 * 60)
    clock.run(times=0)  # no second request leaves, so what is shown before the answers stays
    began = len(seen)
    await desk.press(Qt.Key.Key_PageUp, ALT)
    call = Call(desk)
    await desk.turn(20)
    await desk.until(lambda: call.says("min ago", call.strip))
    assert call.summary is not None
    assert call.summary.pat_num == first.pat_num
    clock.run(times=50)
    await desk.until(lambda: set(in_order(seen, began)) == set(ONE_BY_ONE))
    assert in_order(seen, began) == ONE_BY_ONE
    await desk.until(lambda: not call.says("min ago", call.strip))


async def test_without_queries(open_practice: Practices, open_desk: Desks) -> None:
    """A key without Queries shows the same strip as one with it, from seven requests instead of one."""
    shown, apt_num = [], 0
    for permissions in (ALL, ALL - {Permission.QUERIES}):
        desk = await open_desk(open_practice(on_socket=True, permissions=permissions))
        call, seen = Call(desk), desk.served.faults.seen
        await desk.until(lambda seen=seen: "SecurityPerms.list" in seen)
        if not apt_num:
            apt_num = next(each.apt_num for each in desk.visits if each.person and each.person.alert)
        await select_and_watch(desk, next(each for each in desk.visits if each.apt_num == apt_num))
        shown.append(call.seen(call.strip))
    assert shown[0] == shown[1]


async def test_without_patients_permission(open_practice: Practices, open_desk: Desks) -> None:
    """A key without Patients reads all of the strip; editing contact data names the permission that is missing."""
    served = open_practice(on_socket=True, permissions=ALL - {Permission.PATIENTS})
    desk = await open_desk(served)
    visit = desk.visits[5]
    steps = await select_and_watch(desk, visit)
    assert "Loading" not in steps[-1][1]
    page = await open_page(desk, visit.pat_num)
    contact = page.body("contact", ContactBody)
    street = contact.fields["Address"]
    page.click(street.value)
    await desk.until(lambda: "Patients" in street.words.text())
    assert "permission" in street.words.text()
    assert street.editor is None
