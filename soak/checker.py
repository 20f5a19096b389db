"""Compares a practice's database with what the desks were told. Standard library only: it shares nothing with them.

    python -m soak.checker DATABASE TOLD [TOLD ...]

`TOLD` is a log: for each act "asked", then what the desk was "told" of each entry of its journal. A row belongs to the
act whose tag is in its note. Three kinds of faults:

- lost: told done and not there, or accepted and never told done or refused, and not there;
- doubled: more than one row, or the same change made twice, for one act;
- misreported: told refused, or never told, and there all the same; or left unknown at the end; or not as it was asked.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

LOST, DOUBLED, MISREPORTED = "lost", "doubled", "misreported"
ROWS = {
    "adjustment": ("adjustment", "AdjNote", "AdjAmt", "AdjNum"),
    "plan": ("payplan", "Note", "0", "PayPlanNum"),
}
PAYMENTS = ("payment", "PayNote", "PayAmt", "PayNum")
"""Of every other kind that has rows of its own."""
FINAL = ("done", "refused")


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference between the practice and what a desk was told."""

    kind: str
    act: str
    words: str


@dataclass(slots=True)
class Story:
    """All that a log says of one act."""

    asked: dict[str, Any] = field(default_factory=dict)
    told: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By step (0, or 1 for the second request of an exact payment): the states in order."""
    entries: dict[int, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    returned: list[str] = field(default_factory=list)
    declined: bool = False


def stories(logs: Iterable[Path]) -> dict[str, Story]:
    """The logs by act."""
    found: dict[str, Story] = defaultdict(Story)
    for path in logs:
        for line in path.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            if "act" in said:
                _add(found[said["act"]], said)
    return found


def _add(story: Story, said: dict[str, Any]) -> None:
    if "asked" in said:
        story.asked = said["asked"]
    elif "told" in said:
        story.told[said["step"]].append(said["told"])
        story.entries[said["step"]].add((said["desk"], said["entry"]))
    elif "returned" in said:
        story.returned.append(said["returned"])
    elif "declined" in said:
        story.declined = True


def check(database: Path, logs: Iterable[Path]) -> list[Fault]:
    """All faults of these logs' acts."""
    found: list[Fault] = []
    known = stories(logs)
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        for tag, story in known.items():
            if not tag or not story.asked:
                found.append(Fault(MISREPORTED, tag, "the journal holds a write that nobody asked for"))
                continue
            found += _check_row(connection, tag, story)
    return found


def _check_row(connection: sqlite3.Connection, tag: str, story: Story) -> Iterator[Fault]:
    asked = story.asked
    table, note, amount, key = ROWS.get(asked["kind"], PAYMENTS)
    rows = connection.execute(
        f"SELECT {key}, PatNum, {amount} FROM {table} WHERE PatNum = ? AND {note} LIKE ?",  # noqa: S608
        (asked["patient"], f"%{tag}%"),
    ).fetchall()
    yield from _count(tag, story, 0, len(rows))
    if amount != "0":
        wanted = Decimal(asked["amount"])
        for row in rows:
            if abs(Decimal(str(row[2]))).quantize(Decimal("0.01")) != wanted:
                yield Fault(MISREPORTED, tag, f"{row[2]} was posted instead of {wanted}")


def _count(tag: str, story: Story, step: int, there: int) -> Iterator[Fault]:
    """Compare how often something is there with what was told of it."""
    states = story.told.get(step, [])
    ends = [each for each in states if each in FINAL]
    if there > 1:
        yield Fault(DOUBLED, tag, f"step {step} is there {there} times")
    if len(set(ends)) > 1:
        yield Fault(MISREPORTED, tag, f"step {step} was told {ends[0]} and then {ends[-1]}")
    if len(story.entries.get(step, ())) > 1:
        yield Fault(DOUBLED, tag, f"step {step} is in the journal more than once")
    told = ends[-1] if ends else ""
    if told == "done" and not there:
        yield Fault(LOST, tag, f"step {step} was told done and is not there")
    if told == "refused" and there:
        yield Fault(MISREPORTED, tag, f"step {step} was told refused and is there")
    if states and not told:
        kind, where = (MISREPORTED, "there") if there else (LOST, "not there")
        yield Fault(kind, tag, f"step {step} was left {states[-1]} and is {where}")
    if not states and there:
        yield Fault(MISREPORTED, tag, f"step {step} was never accepted and is there")
    if step == 0:
        yield from _returned(tag, story, there)


def _returned(tag: str, story: Story, there: int) -> Iterator[Fault]:
    """What the caller was answered must hold too."""
    if "done" in story.returned and not there:
        yield Fault(LOST, tag, "the caller was told done and it is not there")
    if ("refused" in story.returned or story.declined) and there:
        yield Fault(MISREPORTED, tag, "the caller was told that it is not done and it is there")


def main(arguments: list[str]) -> int:
    """Print all faults; the exit code is 1 if there is one."""
    found = check(Path(arguments[0]), [Path(each) for each in arguments[1:]])
    for fault in found:
        sys.stdout.write(f"{fault.kind} {fault.act}: {fault.words}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
