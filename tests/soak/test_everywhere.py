"""Cut everywhere, once: each kind of act at each point, and a death between every two steps of the journal."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Iterable

import pytest

from soak.acts import Act, Kind, Life
from soak.cuts import Cut
from soak.episodes import DeskPlan, Episode, act_of
from soak.lane import Lane
from soak.report import Outcome
from tests.soak import liars

KINDS = (Kind.PAYMENT, Kind.ADJUSTMENT, Kind.PLAN)
AT_ONCE = 6


class Once:
    """Cuts the first exchange of each write, at one point."""

    def __init__(self, cut: Cut | None) -> None:
        self._cut = cut
        self._met: set[str] = set()

    def __call__(self, path: str) -> Cut | None:
        """The cut of one exchange."""
        if path.startswith("GET ") or path in self._met:
            return None
        self._met.add(path)
        return self._cut


def episode(number: int, acts: Iterable[Act], *deaths: int) -> Episode:
    """One desk that does these acts at the same time."""
    acts = tuple(acts)
    together = frozenset(each.tag for each in acts)
    return Episode(number, (DeskPlan("first", acts, together, (4.0, 30.0), deaths),))


def act(number: int, kind: Kind, patient: int) -> Act:
    """One act of this kind."""
    return act_of(kind, random.Random(number), f"[s{number}-{kind}]", patient, [])


async def run(lane: Lane, episodes: Iterable[tuple[Episode, Cut | None]]) -> Outcome:
    """Run episodes, some at a time, each with its cut."""
    total, door = Outcome(), asyncio.Semaphore(AT_ONCE)

    async def one(each: Episode, cut: Cut | None) -> None:
        async with door:
            total.add(await lane.run(each, {"first": Once(cut)}))

    await asyncio.gather(*(one(*each) for each in episodes))
    return total


async def test_each_kind_at_each_point(lane: Lane) -> None:
    """Wherever a write is cut, the practice holds it exactly once if the desk says done, and not if it says refused."""
    episodes = []
    for number, cut in enumerate(Cut):
        acts = [act(number, kind, 1 + number * 10 + place) for place, kind in enumerate(KINDS)]
        alone = [[each] for each in acts] if cut.kills else [acts]
        episodes += [(episode(number * 10 + place, each), cut) for place, each in enumerate(alone)]
    total = await run(lane, episodes)
    assert total.faults == []
    met = {point for point, _ in total.exchanges}
    assert met == {cut.name for cut in Cut}
    assert total.cut == len(Cut) * len(KINDS)


async def test_a_death_between_every_two_steps(lane: Lane) -> None:
    """Whenever the desk dies, its next process finds out what became of the write, and does it at most once."""
    whole = [episode(1_000 + place, [act(1_000, kind, 1_000 + place)]) for place, kind in enumerate(KINDS)]
    assert (await run(lane, [(each, None) for each in whole])).faults == []
    episodes = []
    for place, kind in enumerate(KINDS):
        for step in range(1, steps_of(lane, whole[place]) + 1):
            number = 1_100 + place * 100 + step
            episodes.append((episode(number, [act(number, kind, number)], step), None))
    total = await run(lane, episodes)
    assert total.faults == []
    assert total.kills == len(episodes)


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
    number = 1_500 + len(fault) + 20 * list(Cut).index(cut)
    total = await run(lane, [(episode(number, [act(number, Kind.PAYMENT, number)]), cut)])
    assert {each.kind for _, each in total.faults} == {fault}
