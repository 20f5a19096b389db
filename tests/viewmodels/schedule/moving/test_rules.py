"""The office's rules, as text."""

from __future__ import annotations

from app.core.text import msg
from app.domain.schedule.clashes import Clash, ClashKind
from app.viewmodels.staff.schedule.moving.rules import SchedulingRules
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until

KEPT = Clash(ClashKind.KEPT, 10, msg("kept"))
CLOSED = Clash(ClashKind.CLOSED, 10, msg("closed"))
BLOCKED = Clash(ClashKind.BLOCKOUT, 10, msg("blocked"))


async def test_only_rules_are_overridden(model: ScheduleScreenViewModel) -> None:
    """Closed hours and kept blockouts warn; a rule is followed by who may override it."""
    rules = SchedulingRules(model.parts)
    assert rules.lines((KEPT, CLOSED)) == ["kept", "closed"]
    assert rules.lines((BLOCKED,)) == ["blocked", "You may override this."]


async def test_restricted_patients_are_read_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """The first time something is scheduled, the office is asked once for all of them."""
    rules = SchedulingRules(model.parts)
    rules.prepare()
    await until(lambda: not model.parts.office.restricted.is_due)
    found = {each for (each,) in served.sql("SELECT PatNum FROM patrestriction")}
    assert all(each in model.parts.office.restricted for each in found)
    rules.prepare()
    assert 0 not in model.parts.office.restricted
