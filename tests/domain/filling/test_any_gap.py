"""Random days: what fits never clashes, and what doesn't fit has no place."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from app.domain.filling.fitting import Fit, Misfit, fit_of
from app.domain.lists.candidate import Candidate
from app.domain.schedule.visit import Stage, Visit
from tests.domain.builders import DAY
from tests.domain.filling.gaps import Hole, asap, hygiene, recall, taken, unscheduled

SHAPES = ("X", "/", "XX/", "/X")


def shape(chance: Random, slots: int) -> str:
    """A time pattern."""
    return (chance.choice(SHAPES) * slots)[:slots]


def some_visits(chance: Random) -> list[Visit]:
    """Appointments of few patients with all providers, in the operatories beside the gap."""
    found = []
    for number in range(8):
        start, slots, op = 480 + 10 * chance.randrange(18), chance.randint(2, 12), chance.choice((2, 3, 4))
        end = start + slots * 5
        times = [f"{each // 60}:{each % 60:02d}" for each in (start, end)]
        others = {
            "prov_num": chance.choice((0, 1, 2)),
            "prov_hyg": chance.choice((0, 8)),
            "is_hygiene": op > 2,
        }
        patterns = {"pattern": shape(chance, slots), "pattern_secondary": shape(chance, slots)}
        stage = chance.choice((Stage.CONFIRMED, Stage.BROKEN))
        found.append(
            taken(
                op,
                *times,
                apt_num=10 * number + number % 2,
                pat_num=number,
                stage=stage,
                **patterns,
                **others,
            )
        )
    return found


def some_candidate(chance: Random) -> Candidate:
    """One of the same patients: some with their own appointment on the day."""
    pat_num, slots = chance.randrange(10), chance.randint(2, 14)
    patterns = {"pattern": shape(chance, slots), "pattern_secondary": shape(chance, slots)}
    who = chance.choice(({}, {"prov_num": 2}, hygiene(), {"prov_num": 0}))
    later = {"at": DAY + timedelta(hours=chance.choice((8, 11)))}
    return chance.choice(
        (
            unscheduled(pat_num, slots * 5, **{**patterns, **who}),
            asap(pat_num, slots * 5, **{**patterns, **who, **later}),
            recall(pat_num, slots * 5, pattern=patterns["pattern"]),
        )
    )


def test_fits_never_clash_and_misfits_have_no_place() -> None:
    """The fast comparison of minutes agrees with the rules by which bookings are checked."""
    chance = Random(14)
    seen: list[Fit | Misfit] = []
    for _ in range(150):
        hole = Hole(1, "9:00", chance.choice(("9:30", "10:00", "11:00")), *some_visits(chance))
        for _ in range(6):
            row = some_candidate(chance)
            found = fit_of(row, hole.place)
            seen.append(found)
            if isinstance(found, Fit):
                assert hole.clashes(0, row) == ()
                assert hole.place.gap.begins <= found.start
                assert found.start + timedelta(minutes=found.minutes) <= hole.place.gap.ends
            elif found in (Misfit.PROVIDER, Misfit.PATIENT):
                assert all(hole.clashes_at(row, minute) for minute in hole.starts(row))
    misfits = set(Misfit) - {Misfit.CLINIC, Misfit.TYPE, Misfit.RESTRICTED}
    assert {each for each in seen if isinstance(each, Misfit)} == misfits
    assert sum(isinstance(each, Fit) for each in seen) > 100
