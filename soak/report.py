"""What a soak counts, and the file it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from soak.checker import DOUBLED, LOST, MISREPORTED, Fault, last, stories

BROKEN = "broken"
"""A desk that ended by itself, or never."""


@dataclass(slots=True)
class Outcome:
    """What came of one episode, or of many."""

    exchanges: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Cut exchanges by point and by method and path."""
    episodes: int = 0
    kills: int = 0
    faults: list[tuple[int, Fault]] = field(default_factory=list)
    """With the seeds of their episodes."""

    def add(self, other: Outcome) -> None:
        """Count another one too."""
        self.exchanges += other.exchanges
        self.episodes += other.episodes
        self.kills += other.kills
        self.faults += other.faults

    def count(self, kind: str) -> int:
        """How many faults of a kind there are."""
        return sum(each.kind == kind for _, each in self.faults)

    @property
    def cut(self) -> int:
        """How many exchanges were cut or spoiled."""
        return self.exchanges.total()


def line(outcome: Outcome, minute: int) -> str:
    """One minute's line: everything so far."""
    faults = ", ".join(f"{outcome.count(each)} {each}" for each in (LOST, DOUBLED, MISREPORTED, BROKEN))
    return f"{minute:3} min  {outcome.cut:6} exchanges cut  {outcome.kills:5} desks killed  {faults}"


def as_json(outcome: Outcome, logs: Iterable[Path], seed: int, seconds: float) -> dict[str, Any]:
    """The file's content."""
    points: Counter[str] = Counter()
    requests: Counter[str] = Counter()
    for (point, request), count in outcome.exchanges.items():
        points[point] += count
        requests[request] += count
    return {
        "seed": seed,
        "seconds": round(seconds, 1),
        "exchanges": outcome.cut,
        "lost": outcome.count(LOST),
        "doubled": outcome.count(DOUBLED),
        "misreported": outcome.count(MISREPORTED),
        "broken": outcome.count(BROKEN),
        "episodes": outcome.episodes,
        "kills": outcome.kills,
        "points": dict(sorted(points.items())),
        "requests": dict(sorted(requests.items())),
        "acts": _acts(logs),
        "faults": [
            {"seed": number, "kind": fault.kind, "act": fault.act, "words": fault.words}
            for number, fault in outcome.faults
        ],
    }


def _acts(logs: Iterable[Path]) -> dict[str, dict[str, int]]:
    """How each kind of act ended: done, refused, or not accepted."""
    found: dict[str, Counter[str]] = {}
    for story in stories(logs).values():
        if story.asked:
            end = last(story, max(story.told, default=0)) or "not accepted"
            found.setdefault(story.asked["kind"], Counter())[end] += 1
    return {kind: dict(sorted(ends.items())) for kind, ends in sorted(found.items())}
