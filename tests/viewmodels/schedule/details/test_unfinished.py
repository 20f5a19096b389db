"""Sets of procedures that an earlier run ended in the middle of."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from msgspec.structs import replace

from app.domain.schedule.visit import Visit
from app.services.writes.details.kept_sets import NAME, KeptSet, KeptSets
from app.services.writes.details.procedures import add_intent
from app.viewmodels.staff.schedule.details.unfinished import UnfinishedSets
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.viewmodels.schedule.details.test_entry import places
from tests.viewmodels.schedule.details.test_page import pick, told


async def begun(model: ScheduleScreenViewModel, visit: Visit, codes: Sequence[str], sent: int) -> KeptSet:
    """A set of which a run has sent so many before it ended; the next run looks at it."""
    sets = KeptSets(model.parts.journal, model.parts.clock)
    intents = [add_intent(visit, code) for code in codes]
    kept = await sets.keep(visit.apt_num, visit.pat_num, visit.name, intents, follows=True)
    for intent in kept.intents[:sent]:
        await model.parts.writes.send(intent)
    await UnfinishedSets(model.desk, model.details.batches).begin()
    return kept


async def gone(model: ScheduleScreenViewModel) -> None:
    """The set is no longer on disk."""
    documents = model.parts.journal.store.documents
    while await documents.get(NAME) is not None:
        await asyncio.sleep(0)


async def test_the_rest_is_offered_and_sent_once(model: ScheduleScreenViewModel, served: Served) -> None:
    """The desk says what was done and what not; Finish sends the rest, and clicked twice it sends it once."""
    visit = pick(model)
    await begun(model, visit, ("D0140", "D0330", "D9310"), 1)
    notice = await told(model, "stopped in the middle")
    assert f"{visit.name}. Done: D0140. Not done: D0330, D9310." in notice.words
    for _ in range(2):
        notice.actions[0].run()
    await told(model, "D0140, D0330, D9310 on the appointment of")
    assert [len(places(served, visit, code)) for code in ("D0140", "D0330", "D9310")] == [1, 1, 1]
    await gone(model)


async def test_it_can_be_left(model: ScheduleScreenViewModel, served: Served) -> None:
    """Leave it: nothing is sent, and the next start doesn't ask again."""
    visit = pick(model)
    await begun(model, visit, ("D0140", "D0330"), 0)
    notice = await told(model, "Not done: D0140, D0330.")
    assert "Done: " not in notice.words.replace("Not done: ", "")
    notice.actions[1].run()
    await gone(model)
    assert places(served, visit, "D0330") == []


async def test_where_all_was_sent_only_the_end_is_told(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Nothing is left to ask: the notice says what is on the appointment, with an undo."""
    visit = pick(model)
    await begun(model, visit, ("D0140", "D0330"), 2)
    notice = await told(model, "D0140, D0330 on the appointment of")
    assert notice.undo is not None
    assert not [each for each in model.desk.notices.items if "stopped" in each.words]
    assert len(places(served, visit, "D0140")) == 1


async def test_an_appointment_on_another_day(model: ScheduleScreenViewModel, served: Served) -> None:
    """Finish works for a day that isn't in memory too; the length stays, as what is in its way isn't known."""
    command = "SELECT AptNum, PatNum FROM appointment WHERE AptStatus = 1 ORDER BY AptDateTime DESC LIMIT 1"
    ((apt_num, pat_num),) = served.sql(command)
    assert model.parts.office.visit_row(apt_num) is None
    visit = replace(pick(model), apt_num=apt_num, pat_num=pat_num)
    await begun(model, visit, ("D0140", "D9310"), 1)
    (await told(model, "stopped in the middle")).actions[0].run()
    await told(model, "D0140, D9310 on the appointment of")
    assert [len(places(served, visit, code)) for code in ("D0140", "D9310")] == [1, 1]
    await gone(model)
    assert not [each.words for each in model.desk.notices.items if each.kind == "error"]
