"""What the key may not do is disabled with the reason; a refusal is shown as a sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.api.keys import Keys
from app.domain.schedule.visit import Stage
from app.wire.permissions import Permission
from tests.journeys.desk import Desks
from tests.journeys.practices import ALL, Practices


async def test_a_key_that_may_only_read(open_practice: Practices, open_desk: Desks) -> None:
    """A read-only key shows the whole schedule; changes are disabled with the reason, also for clicks and drags."""
    served = open_practice(permissions=frozenset({Permission.READ_ALL, Permission.QUERIES}))
    desk = await open_desk(served)
    await desk.until(lambda: not desk.model.commands["visit.new"].can_run)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    assert len(desk.visits) > 50
    for name in ("Arrived", "Seated", "Dismissed", "Add to note", "Move", "Cancel or no-show"):
        button = desk.button(name)
        assert not button.isEnabled(), name
        assert "permission" in button.toolTip(), button.toolTip()
    desk.screen.open_menu(visit.apt_num, desk.canvas.mapToGlobal(desk.place(visit.apt_num)))
    disabled = [each for each in desk.menu.actions() if not each.isEnabled()]
    assert {each.text() for each in disabled} >= {
        "Arrived",
        "Move",
        "Cancel or no-show",
        "Add to note",
        "Put on pinboard",
    }
    assert all(each.toolTip() for each in disabled)
    desk.menu.close()
    desk.click(desk.dot(visit.apt_num))
    assert "permission" in await desk.told("permission")
    hint = desk.model.drop.describe_drop(visit.apt_num, visit.op_num, 12 * 60, visit.minutes)
    assert hint.clash
    assert "permission" in hint.words
    desk.model.drop.drop(visit.apt_num, visit.op_num, 12 * 60)
    desk.model.drop.resize(visit.apt_num, visit.minutes + 30)
    desk.model.pages.book_at(desk.columns[0].key, 12 * 60)
    await desk.turn()
    assert not desk.screen.panel.has_page
    assert desk.entries == ()
    assert all(not method.startswith("Appointments.c") for method in served.faults.seen)


async def test_without_queries_the_names_come_all_the_same(
    open_practice: Practices, open_desk: Desks
) -> None:
    """A key without the Queries permission shows the schedule first and the names later."""
    desk = await open_desk(open_practice(permissions=ALL - {Permission.QUERIES}))
    await desk.until(lambda: all(visit.person is not None for visit in desk.visits))
    assert len(desk.visits) > 50


@pytest.mark.logs("app.bootstrap.session")
async def test_a_wrong_key(open_practice: Practices, open_desk: Desks) -> None:
    """A key that the office refuses is reported on the page, with what to do; nothing crashes."""
    served = open_practice()
    served.own_keys = Keys("wrong", "keys")
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: "Open Dental refused the office's API key." in desk.texts(desk.screen._message))
    assert "Enter the key again" in desk.texts(desk.screen._message)
    await desk.press(Qt.Key.Key_A)
    await desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await desk.turn()
    assert desk.entries == ()


async def test_an_older_office(open_practice: Practices, open_desk: Desks) -> None:
    """An older office disables what its version lacks, naming the version, and shows the rest."""
    desk = await open_desk(open_practice(version="21.1"), whole=False)
    await desk.until(lambda: len(desk.visits) > 50)
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A)
    assert "needs Open Dental 21.2" in await desk.told("arrived: not done")
    await desk.until(lambda: not desk.model.commands["visit.break"].can_run)
    reason = str(desk.model.commands["visit.break"].verdict.reason)
    assert reason.startswith("This needs Open Dental 21.")
    assert reason.endswith("This office has 21.1.")
