"""Parts of a patient that could not be read while the office didn't answer."""

from __future__ import annotations

from app.api.errors import Unreachable
from app.api.need import Need
from app.store.changes import ChangeKind
from app.store.patients.parts import Ready
from tests.store.test_patient_parts import ANN, BOB, Bench, bench, turn
from tests.support.kinds import the

__all__ = ["bench"]


async def test_what_failed_is_read_again_once_the_office_answers(bench: Bench) -> None:
    """What was refused for want of an answer and is needed is read again; what nobody needs, or is fresh, is not."""
    ends = [bench.part.need(each, Need.CLICK) for each in (ANN, BOB)]
    await turn()
    await bench.answer(Unreachable("AccountModules.get"), 0)
    await bench.answer("known", 1)
    bench.office.asked.clear()
    bench.changes.tell(ChangeKind.ANSWERS)
    await turn()
    assert bench.office.asked == [(ANN, Need.REFRESH)]
    ends[0]()
    bench.changes.tell(ChangeKind.ANSWERS)
    await turn()
    assert len(bench.office.asked) == 1


async def test_a_refresh_that_failed_is_repeated_once_the_office_answers(bench: Bench) -> None:
    """Data that are stale because the office couldn't be reached are refreshed as soon as it answers."""
    bench.part.need(ANN, Need.CLICK)
    await turn()
    await bench.answer("known")
    bench.change(ANN)
    await turn()
    await bench.answer(Unreachable("AccountModules.get"))
    bench.changes.tell(ChangeKind.ANSWERS)
    await turn()
    assert bench.office.asked[2:] == [(ANN, Need.REFRESH)]
    await bench.answer("new")
    state = the(Ready, bench.part.state(ANN))
    assert (state.value, state.stale) == ("new", False)
