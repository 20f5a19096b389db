"""Undoing what was scheduled against the office's rules."""

from __future__ import annotations

from app.domain.people.rights import Right
from app.services.writes.schedule.move import MOVE
from tests.practice import office as tiny
from tests.services.front_desk import DONE, Desk, Town, at


async def test_what_is_undone_twice_needs_the_right_again(desk: Desk, town: Town) -> None:
    """A move against a rule needs the right; going back to where it was doesn't, and going there again does."""
    town.sql("INSERT INTO patrestriction (PatNum, PatRestrictType) VALUES (?, 1)", tiny.ANN)
    await desk.office.restricted.load()
    moved = await desk.visits.move(desk.visit(), at(15), 1)
    back = await desk.writes.undo(moved)
    again = await desk.writes.undo(back)
    assert [each.state for each in (moved, back, again)] == [DONE] * 3
    asked = [[one.right for one in MOVE.demands(each.intent, tiny.TODAY)] for each in (moved, back, again)]
    assert asked == [[Right.SCHEDULE_RULES], [], [Right.SCHEDULE_RULES]]
    assert desk.visit().start == at(15)
