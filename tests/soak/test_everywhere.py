"""Cut everywhere, once: each kind of act at each point, and a death between every two steps of the journal."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import pytest

from soak.acts import Act, Kind, Life
from soak.cuts import Cut
from soak.episodes import FOLLOWING, DeskPlan, Episode, act_of
from soak.lane import Lane
from soak.proxy import Choose
from soak.report import Outcome
from tests.soak import liars

AT_ONCE = 8
ROUNDS = 4
"""How often requests are cut alone that were missed; nearly always the first meets them all."""
ACCEPTED = 8
"""The step after which the first act is in the journal: opening it takes six."""
BASE = (Kind.PAYMENT, Kind.PLAN, Kind.ADJUSTMENT)
"""Acts that others are about: the line is not cut before they are done."""
ONE_STEP = (Kind.PAYMENT, Kind.PREPAYMENT, Kind.ADJUSTMENT, Kind.REVERSAL, Kind.PLAN, Kind.CLOSING)
KINDS = (*ONE_STEP, Kind.EXACT, Kind.REFUND)
"""Of money. Those of tasks are cut and killed in tests/services/writes/tasks, where it takes less time."""
REQUESTS = {
    "POST /payments": 3,
    "PUT /payments/0/Partial": 1,
    "POST /payments/Refund": 1,
    "PUT /payments/0": 1,
    "POST /adjustments": 2,
    "POST /payplans/Dynamic": 1,
    "PUT /payplans/0/Close": 1,
}
"""How many of each the eight kinds send, if each is sent once."""
SENDERS = {
    "POST /payments": Kind.PAYMENT,
    "PUT /payments/0/Partial": Kind.EXACT,
    "POST /payments/Refund": Kind.REFUND,
    "PUT /payments/0": Kind.REFUND,
    "POST /adjustments": Kind.ADJUSTMENT,
    "POST /payplans/Dynamic": Kind.PLAN,
    "PUT /payplans/0/Close": Kind.CLOSING,
}
"""A kind that sends this request, as its first or its second one."""
BASE_REQUESTS = dict(
    zip(BASE, ("POST /payments", "POST /payplans/Dynamic", "POST /adjustments"), strict=True)
)


class Once:
    """Cuts each of these requests once at one point, after letting the base acts pass."""

    def __init__(
        self, cut: Cut | None, passing: Iterable[str] = (), requests: Mapping[str, int] = REQUESTS
    ) -> None:
        self._cut = cut
        self._passing = list(passing)
        self._left = Counter(requests)

    def __call__(self, path: str) -> Cut | None:
        """The cut of one exchange."""
        if path in self._passing:
            self._passing.remove(path)
            return None
        if not self._left[path]:
            return None
        self._left[path] -= 1
        return self._cut


def episode(number: int, acts: Iterable[Act], *deaths: int) -> Episode:
    """One desk that does these acts: those that others are about first, the rest at the same time."""
    acts = tuple(acts)
    together = frozenset(each.tag for each in acts if not each.tag.endswith("base]"))
    return Episode(number, (DeskPlan("first", acts, together, (4.0, 30.0), deaths),))


def act(number: int, kind: Kind, patient: int, place: int = 0, base: Act | None = None) -> Act:
    """One act of this kind."""
    tag, earlier, dice = f"[s{number}-{kind}-{place}]", [base] if base else [], random.Random(number)
    found = act_of(kind, dice, tag, patient, earlier)
    while kind is Kind.EXACT and len(found.procedures) < 2:  # with one the first request has done it all
        found = act_of(kind, dice, tag, patient, earlier)
    return found


def acts_of(number: int, kinds: Iterable[Kind], first_patient: int) -> list[Act]:
    """One act of each kind, each for a patient of its own, after the acts that they are about."""
    base = [
        act_of(kind, random.Random(number), f"[s{number}-{kind}-base]", first_patient + place, [])
        for place, kind in enumerate(BASE)
    ]
    about = {Kind.REFUND: base[0], Kind.CLOSING: base[1], Kind.REVERSAL: base[2]}
    kinds = tuple(kinds)
    found = [each for kind, each in about.items() if kind in kinds]
    for place, kind in enumerate(kinds, len(BASE)):
        before = about.get(kind)
        found.append(act(number, kind, before.patient if before else first_patient + place, place, before))
    return found


async def run(lane: Lane, episodes: Iterable[tuple[Episode, Choose]]) -> Outcome:
    """Run episodes, some at a time, each with its cuts."""
    total, door = Outcome(), asyncio.Semaphore(AT_ONCE)

    async def one(each: Episode, choose: Choose) -> None:
        async with door:
            total.add(await lane.run(each, {"first": choose}))

    await asyncio.gather(*(one(*each) for each in episodes))
    return total


def alone(number: int, cut: Cut, path: str) -> tuple[Episode, Once]:
    """One act, after the one that it is about, of which only this request is cut: no other cut is in its way."""
    kind = SENDERS[path]
    acts = acts_of(500 + number, [kind], 2_000 + 4 * number)
    acts = [each for each in acts if each.kind is kind or each.tag == acts[-1].of]
    base = [BASE_REQUESTS[each.kind] for each in acts[:-1]]
    return episode(500 + number, acts), Once(cut, base, {path: 1})


@pytest.mark.timeout(400)  # two dozen desks in processes of their own, and some more
async def test_each_kind_at_each_point(lane: Lane) -> None:
    """Wherever a write is cut, the practice holds it exactly once if the desk says done, and not if it says refused."""
    episodes = [
        (episode(number, acts_of(number, KINDS, 1 + 20 * number)), Once(cut, BASE_REQUESTS.values()))
        for number, cut in enumerate(Cut)
    ]
    total = await run(lane, episodes)
    # Missed are second requests whose first one has not arrived, what a killed desk had not asked for, and requests
    # on a line that another cut has just ended: how many depends on who is faster. Each is met by itself; again if
    # the computer was so busy that a read before it took longer than the desk waits.
    whole = {(cut.name, path) for cut in Cut for path in REQUESTS}
    numbers = itertools.count()
    for _ in range(ROUNDS):
        missed = sorted(whole - set(total.exchanges))
        total.add(await run(lane, [alone(next(numbers), Cut[point], path) for point, path in missed]))
    assert total.faults == []
    assert set(total.exchanges) == whole


@pytest.mark.timeout(400)
async def test_a_death_between_every_two_steps(lane: Lane) -> None:
    """Whenever the desk dies, its next process finds out what became of the write, and does it at most once."""
    whole = [
        episode(1_000 + place, acts_of(1_000, [kind], 1_000 + 10 * place)) for place, kind in enumerate(KINDS)
    ]
    assert (await run(lane, [(each, never) for each in whole])).faults == []
    steps = {kind: steps_of(lane, each) for kind, each in zip(KINDS, whole, strict=True)}
    episodes = []
    for kind in KINDS:
        first = steps[Kind.PAYMENT] if kind in FOLLOWING else ACCEPTED
        for step in range(first, steps[kind] - 1, 2):  # the steps before and after nothing else are one
            number = 2_000 + len(episodes)
            episodes.append(
                (episode(number, acts_of(number, [kind], 10 * len(episodes) + 1_100), step), never)
            )
    total = await run(lane, episodes)
    assert total.faults == []
    assert total.kills >= len(episodes) - len(KINDS)  # in some the end came a step earlier


def never(path: str) -> None:
    """No cut."""


def steps_of(lane: Lane, of: Episode) -> int:
    """How many steps the desk of an episode has gone."""
    (log,) = (each for each in lane.logs if each.name.startswith(f"{of.seed}-"))
    return int(next(json.loads(each) for each in log.read_text().splitlines() if '"ends"' in each)["steps"])


@pytest.mark.parametrize(
    ("work", "cut", "fault"),
    [
        (liars.sends_again, Cut.AFTER_COMMIT, "doubled"),
        (liars.gives_up, Cut.AFTER_COMMIT, "misreported"),
        (liars.hopes, Cut.BEFORE_FORWARDING, "lost"),
        (liars.forgets, Cut.BEFORE_FORWARDING, "lost"),
    ],
)
async def test_a_desk_that_does_wrong_is_found(
    lane: Lane, work: Callable[[Life], None], cut: Cut, fault: str
) -> None:
    """The soak finds a desk that sends twice, gives up, hopes, or forgets."""
    lane.work = work
    number = 3_000 + len(fault) + 20 * list(Cut).index(cut)
    total = await run(lane, [(episode(number, [act(number, Kind.PAYMENT, number)]), Once(cut))])
    assert {each.kind for _, each in total.faults} == {fault}
