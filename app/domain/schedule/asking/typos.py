"""Words with a typing error, and words that are not finished."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4
"""Letters that a word has to have before an error in it is looked for."""
SHORTEST_START = 3
LONG = 7
"""From this length on, two errors are forgiven."""


def distance(one: str, other: str, most: int) -> int:
    """Letters that differ, are missing, too many, or swapped with the next one; `most` + 1 if there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for to, goal in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != goal))
            if at > 1 < to and letter == other[to - 2] and one[at - 2] == goal:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def meant(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that this may be: it is the beginning of one, else those with the fewest errors."""
    known = tuple(known)
    if len(typed) >= SHORTEST_START:
        begun = tuple(each for each in known if each.startswith(typed))
        if begun:
            whole = min(begun, key=len)
            return (whole,) if all(each.startswith(whole) for each in begun) else begun
    if len(typed) < SHORTEST:
        return ()
    most = 2 if len(typed) >= LONG else 1
    near = [(distance(typed, each, most), each) for each in known if len(each) >= SHORTEST]
    best = min((errors for errors, _ in near), default=most + 1)
    return tuple(each for errors, each in near if errors == best <= most)
