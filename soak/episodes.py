"""What happens in one episode: one or two desks, their acts, cuts and deaths, all from one seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from soak.acts import Act, Kind
from soak.cuts import OF_A_READ, Cut
from soak.town import procedures_of, tasks_of

PATIENTS = 2
"""Patients of an episode. Nobody else touches their accounts."""
MOST_CUTS = 14
"""Cuts of one desk's line in one episode, so that it comes to an end."""
MOST_ACTS = 5
LOOKS = ((1.0, 2.0, 4.0, 8.0), (4.0, 12.0, 30.0), (20.0, 45.0))
"""Pauses between read-backs. The program uses the first; the others take the office fewer requests."""
OF_A_WRITE = tuple(Cut)
FOLLOWING = {
    Kind.REFUND: (Kind.PAYMENT, Kind.EXACT, Kind.PREPAYMENT),
    Kind.REVERSAL: (Kind.ADJUSTMENT,),
    Kind.CLOSING: (Kind.PLAN,),
}


@dataclass(frozen=True, slots=True)
class DeskPlan:
    """One desk of an episode."""

    name: str
    acts: tuple[Act, ...]
    together: frozenset[str]
    looks: tuple[float, ...]
    deaths: tuple[int, ...]
    """The steps at which its first processes die; the next one lives."""


@dataclass(frozen=True, slots=True)
class Episode:
    """Made of a seed and the numbers of its patients."""

    seed: int
    desks: tuple[DeskPlan, ...]

    def choose(self, desk: str) -> Chooser:
        """Where the exchanges of a desk are cut."""
        return Chooser(random.Random(f"{self.seed}:{desk}:cuts"))


class Chooser:
    """Most writes are cut, and some reads, until there were enough."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._writes = dice.uniform(0.5, 1.0)
        self._reads = dice.choice((0.0, 0.1, 0.3))
        self._left = MOST_CUTS

    def __call__(self, path: str) -> Cut | None:
        """The cut of one exchange; None: it passes."""
        reads = path.startswith("GET ")
        if not self._left or self._dice.random() > (self._reads if reads else self._writes):
            return None
        self._left -= 1
        return self._dice.choice(OF_A_READ if reads else OF_A_WRITE)


def episode(seed: int, first_patient: int) -> Episode:
    """The episode of a seed, with this patient and the next ones."""
    dice = random.Random(seed)
    people = range(first_patient, first_patient + PATIENTS)
    names = ("first", "second")[: dice.choice((1, 1, 2))]
    acts = {name: _acts(dice, seed, name, people) for name in names}
    if len(names) == 2 and dice.random() < 0.5:  # two desks take the same payment
        same = acts["first"][0]
        acts["second"] = (
            Act(f"[s{seed}-second-same]", Kind.PAYMENT, same.patient, same.amount),
            *acts["second"][1:],
        )
    return Episode(seed, tuple(_desk(dice, name, acts[name]) for name in names))


def _desk(dice: random.Random, name: str, acts: tuple[Act, ...]) -> DeskPlan:
    together = frozenset(each.tag for each in acts if dice.random() < 0.3)
    lives = dice.choice((0, 0, 1, 2))
    deaths = tuple(dice.randrange(1, 14 * len(acts)) for _ in range(lives))
    return DeskPlan(name, acts, together, dice.choice(LOOKS), deaths)


def _acts(dice: random.Random, seed: int, desk: str, people: range) -> tuple[Act, ...]:
    found: list[Act] = []
    for number in range(dice.randrange(1, MOST_ACTS + 1)):
        found.append(act(dice, f"[s{seed}-{desk}-{number}]", dice.choice(people), found))
    return tuple(found)


def act(dice: random.Random, tag: str, patient: int, earlier: list[Act]) -> Act:
    """Any act that is possible after the earlier ones."""
    kinds = [Kind.PAYMENT, Kind.PAYMENT, Kind.PREPAYMENT, Kind.ADJUSTMENT, Kind.NOTE]
    if _free_tasks(patient, tag, earlier):
        kinds += [Kind.HAND_ON] * 2
    if _free(patient, earlier):
        kinds += [Kind.EXACT, Kind.EXACT, Kind.PLAN]
    kinds += [kind for kind in FOLLOWING if _before(kind, patient, earlier)] * 3
    found = act_of(dice.choice(kinds), dice, tag, patient, earlier)
    return replace(found, twice=dice.random() < 0.15, again=dice.random() < 0.4)


def act_of(kind: Kind, dice: random.Random, tag: str, patient: int, earlier: list[Act]) -> Act:
    """An act of one kind: payments are small, and take the oldest procedures; exact ones and plans the newest."""
    if kind in FOLLOWING:
        before = _before(kind, patient, earlier)[-1]
        return Act(tag, kind, patient, before.amount, of=before.tag)
    if kind in (Kind.NOTE, Kind.HAND_ON):
        return Act(tag, kind, patient, "0.00", task=_free_tasks(patient, tag, earlier)[0])
    amount = f"{dice.randrange(500, 4_000) / 100:.2f}"
    free = _free(patient, earlier)
    if kind is Kind.PLAN:
        return Act(tag, kind, patient, amount, ((free[-1], ""),))
    if kind is not Kind.EXACT:
        return Act(tag, kind, patient, amount)
    parts = [(number, dice.randrange(500, 4_000)) for number in free[-dice.choice((1, 2, 2, 2)) :]]
    total = sum(cents for _, cents in parts) / 100
    return Act(
        tag, kind, patient, f"{total:.2f}", tuple((number, f"{cents / 100:.2f}") for number, cents in parts)
    )


def _free(patient: int, earlier: list[Act]) -> list[int]:
    """The patient's newer procedures that no earlier act takes; none is left after many acts."""
    taken = {number for each in earlier if each.patient == patient for number, _ in each.procedures}
    return [number for number in procedures_of(patient)[2:] if number not in taken]


def _free_tasks(patient: int, tag: str, earlier: list[Act]) -> list[int]:
    """The patient's tasks that this desk may hand on, each once: the second desk has the odd ones."""
    taken = {each.task for each in earlier if each.kind is Kind.HAND_ON}
    return [
        number for number in tasks_of(patient) if number not in taken and number % 2 == ("-second-" in tag)
    ]


def _before(kind: Kind, patient: int, earlier: list[Act]) -> list[Act]:
    """The acts that one of this kind can follow: each is refunded or closed once."""
    done = {each.of for each in earlier}
    return [
        each
        for each in earlier
        if each.patient == patient and each.kind in FOLLOWING[kind] and each.tag not in done
    ]
