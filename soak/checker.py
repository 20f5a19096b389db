"""Compares a practice's database with what the desks were told. Standard library only: it shares nothing with them.

    python -m soak.checker DATABASE TOLD [TOLD ...]

`TOLD` is a log: for each act "asked", then what the desk was "told" of each entry of its journal. A row belongs to the
act whose tag is in its note. Three kinds of faults:

- lost: told done and not there, or accepted and never told done or refused, and not there;
- doubled: more than one row, or the same change made twice, for one act;
- misreported: told refused, or never told, and there all the same; or left unknown at the end; or not as it was asked;
  or posted by two desks of which neither was told.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

LOST, DOUBLED, MISREPORTED = "lost", "doubled", "misreported"
TABLES = {"adjustment": ("adjustment", "AdjNote", "AdjNum"), "plan": ("payplan", "Note", "PayPlanNum")}
PAYMENTS = ("payment", "PayNote", "PayNum")
BY_API = "by Front Desk through API."
Entry = tuple[str, int]
"""An entry of the practice's audit trail: its words, and the number of its permission."""
SECOND: dict[str, Entry] = {
    "exact payment": (f"Payment allocated {BY_API}", 16),
    "refund": (f"Updated {BY_API}", 16),
}
"""Kinds of two requests, and what the practice's audit trail says of the second."""
CLOSED: Entry = (f"Payment plan closed {BY_API}", 149)
TASK_CHANGED: Entry = (f"Updated {BY_API}", 84)
TASK_DONE = 2
FINAL = ("done", "refused")
Connection = sqlite3.Connection


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference between the practice and what a desk was told."""

    kind: str
    act: str
    words: str


@dataclass(slots=True)
class Story:
    """All that a log says of one act."""

    desk: str = ""
    asked: dict[str, Any] = field(default_factory=dict)
    told: dict[int, dict[int, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    """By step (0, or 1 for its second request) and number of the journal's entry: the states in order."""
    returned: list[str] = field(default_factory=list)
    """What the caller was answered, since it was last sent again."""
    again: int = 0
    """How often it was sent again after it was refused."""
    twin: bool = False
    """Whether the desk was told of an equal posting by another desk."""


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
    story.desk = said["desk"]
    if "asked" in said:
        story.asked = said["asked"]
    elif "told" in said:
        story.told[said["step"]][said["entry"]].append(said["told"])
    elif "returned" in said:
        story.returned.append(said["returned"])
    elif "again" in said:
        story.again += 1
        story.returned.clear()
    elif "twin" in said:
        story.twin = True


def check(database: Path, logs: Iterable[Path]) -> list[Fault]:
    """All faults of these logs' acts."""
    found: list[Fault] = []
    known = stories(logs)
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        for tag, story in known.items():
            if not tag or not story.asked:
                found.append(Fault(MISREPORTED, tag, "the journal holds a write that nobody asked for"))
            elif (special := SPECIAL.get(story.asked["kind"])) is not None:
                found += special(connection, tag, story)
            else:
                found += _check_row(connection, tag, story)
    return [*found, *_untold_twins(known)]


def _check_row(connection: Connection, tag: str, story: Story) -> Iterator[Fault]:
    """A kind that makes a row."""
    asked = story.asked
    rows = _rows_of(connection, tag, asked)
    yield from _count(tag, story, 0, len(rows))
    wanted = Decimal(asked["amount"])
    for _, amount in rows:
        if amount is not None and amount != wanted:
            yield Fault(MISREPORTED, tag, f"{amount} was posted instead of {wanted}")
    if asked["kind"] not in SECOND:
        return
    is_there = sum(_is_whole(connection, tag, asked, number) for number, _ in rows)
    yield from _count(tag, story, 1, is_there)
    for number, _ in rows:
        if (times := _logged(connection, SECOND[asked["kind"]], number)) > 1:
            yield Fault(DOUBLED, tag, f"its second request was executed {times} times")
    if last(story, 0) == "done" and not story.told.get(1):
        yield Fault(LOST, tag, "its second step was never begun")


def _rows_of(connection: Connection, tag: str, asked: dict[str, Any]) -> list[tuple[int, Decimal | None]]:
    """Numbers and amounts of the rows that an act has made. A refund copies its payment's note."""
    if asked["kind"] == "reversal":
        return _reversals_of(connection, asked)
    table, note, key = TABLES.get(asked["kind"], PAYMENTS)
    amount = {"adjustment": "abs(AdjAmt)", "payplan": "NULL", "payment": "abs(PayAmt)"}[table]
    sign = "" if table != "payment" else " AND PayAmt < 0" if asked["kind"] == "refund" else " AND PayAmt > 0"
    found = connection.execute(
        f"SELECT {key}, {amount} FROM {table} WHERE PatNum = ? AND ({note} LIKE ? OR {note} LIKE ?){sign}",  # noqa: S608
        (asked["patient"], f"%{tag}%", f"%{(asked['kind'] == 'refund' and asked['of']) or tag}%"),
    )
    return [(number, None if each is None else Decimal(f"{each:.2f}")) for number, each in found]


def _reversals_of(connection: Connection, asked: dict[str, Any]) -> list[tuple[int, Decimal | None]]:
    """The rows that undo an adjustment name it; there is no tag in their notes."""
    found: list[tuple[int, Decimal | None]] = []
    for undone, _ in _rows_of(connection, asked["of"], {**asked, "kind": "adjustment"}):
        rows = connection.execute(
            "SELECT AdjNum, abs(AdjAmt) FROM adjustment WHERE PatNum = ? AND AdjNote LIKE ?",
            (asked["patient"], f"Reverses adjustment {undone} %"),
        )
        found += [(number, Decimal(f"{amount:.2f}")) for number, amount in rows]
    return found


def _is_whole(connection: Connection, tag: str, asked: dict[str, Any], number: int) -> bool:
    """Whether the second step is there: the reason in a refund's note, or the exact splits."""
    if asked["kind"] == "refund":
        found = connection.execute("SELECT PayNote FROM payment WHERE PayNum = ?", (number,)).fetchone()
        return tag in found[0]
    splits = connection.execute(
        "SELECT ProcNum, sum(SplitAmt) FROM paysplit WHERE PayNum = ? GROUP BY ProcNum", (number,)
    )
    wanted = {each: Decimal(amount) for each, amount in asked["procedures"]}
    return {each: Decimal(f"{amount:.2f}") for each, amount in splits} == wanted


def _check_closing(connection: Connection, tag: str, story: Story) -> Iterator[Fault]:
    """A plan is closed once; the practice itself refuses to close it again."""
    wanted = (story.asked["patient"], f"%{story.asked['of']}%")
    plans = connection.execute(
        "SELECT PayPlanNum, IsClosed FROM payplan WHERE PatNum = ? AND Note LIKE ?", wanted
    )
    for number, closed in plans.fetchall():
        yield from _count(tag, story, 0, int(bool(closed)))
        if (times := _logged(connection, CLOSED, number)) > 1:
            yield Fault(DOUBLED, tag, f"the plan was closed {times} times")


def _check_note(connection: Connection, tag: str, story: Story) -> Iterator[Fault]:
    """A note of a task. A history that quotes it is another note."""
    wanted = (story.asked["task"], tag)
    found = connection.execute("SELECT count(*) FROM tasknote WHERE TaskNum = ? AND Note = ?", wanted)
    yield from _count(tag, story, 0, found.fetchone()[0])


def _check_hand_on(connection: Connection, tag: str, story: Story) -> Iterator[Fault]:
    """A task that is handed on: a copy in the other list, its history as a note, and the old one done.

    Each task is handed on by one act only.
    """
    task = story.asked["task"]
    (words, list_num, status) = connection.execute(
        "SELECT Descript, TaskListNum, TaskStatus FROM task WHERE TaskNum = ?", (task,)
    ).fetchone()
    copies = connection.execute(
        "SELECT TaskNum FROM task WHERE Descript = ? AND TaskListNum <> ? AND KeyNum = ?",
        (words, list_num, story.asked["patient"]),
    ).fetchall()
    histories = [
        note
        for (copy,) in copies
        for (note,) in connection.execute("SELECT Note FROM tasknote WHERE TaskNum = ?", (copy,))
        if f"Handed on from task {task} " in note and tag in note
    ]
    for step, there in enumerate((len(copies), len(histories), int(status == TASK_DONE))):
        yield from _count(tag, story, step, there)
        if step < 2 and last(story, step) == "done" and not story.told.get(step + 1):
            yield Fault(LOST, tag, f"step {step + 1} was never begun")
    if any("Begun" not in note for note in histories):
        yield Fault(LOST, tag, "the history lacks a note")
    if (times := _logged(connection, TASK_CHANGED, task)) > 1:
        yield Fault(DOUBLED, tag, f"the old task was changed {times} times")


def _logged(connection: Connection, entry: Entry, number: int) -> int:
    found = connection.execute(
        "SELECT count(*) FROM securitylog WHERE LogText = ? AND PermType = ? AND FKey = ?", (*entry, number)
    )
    return int(found.fetchone()[0])


def last(story: Story, step: int) -> str:
    """What was told last of a step: of its latest entry."""
    entries = story.told.get(step)
    return entries[max(entries)][-1] if entries else ""


def _count(tag: str, story: Story, step: int, there: int) -> Iterator[Fault]:
    """Compare how often something is there with what was told of it."""
    entries = story.told.get(step, {})
    if there > 1:
        yield Fault(DOUBLED, tag, f"step {step} is there {there} times")
    if len(entries) > 1 + (story.again if step == 0 else 0):
        yield Fault(DOUBLED, tag, f"step {step} is in the journal {len(entries)} times")
    for states in entries.values():
        if len(ends := {each for each in states if each in FINAL}) > 1:
            yield Fault(MISREPORTED, tag, f"step {step} was told {' and '.join(sorted(ends))}")
    told = last(story, step) or "nothing"
    where = "there" if there else "not there"
    yield from _compare(tag, f"step {step} was told {told} at the end and is {where}", told, there)
    if step == 0:
        for said in set(story.returned).intersection(FINAL):
            yield from _compare(tag, f"the caller was told {said} and it is {where}", said, there)


def _compare(tag: str, words: str, told: str, there: int) -> Iterator[Fault]:
    if there and told != "done":
        yield Fault(MISREPORTED, tag, words)
    if not there and told not in ("refused", "nothing"):
        yield Fault(LOST, tag, words)


def _untold_twins(known: dict[str, Story]) -> Iterator[Fault]:
    """Two desks have taken the same payment, and neither of them was told."""
    taken: dict[tuple[int, str], list[tuple[str, Story]]] = defaultdict(list)
    for tag, story in known.items():
        if story.asked.get("kind") == "payment" and last(story, 0) == "done":
            taken[story.asked["patient"], story.asked["amount"]].append((tag, story))
    for both in taken.values():
        told = any(
            story.twin or story.again for _, story in both
        )  # again: refused for the other's, and posted knowingly
        if len({story.desk for _, story in both}) > 1 and not told:
            yield Fault(MISREPORTED, both[-1][0], "two desks took the same payment, and neither was told")


SPECIAL: dict[str, Callable[[Connection, str, Story], Iterator[Fault]]] = {
    "closing a plan": _check_closing,
    "task note": _check_note,
    "hand-on": _check_hand_on,
}
"""Kinds that make no posting."""


def main(arguments: list[str]) -> int:
    """Print all faults; the exit code is 1 if there is one."""
    found = check(Path(arguments[0]), [Path(each) for each in arguments[1:]])
    for fault in found:
        sys.stdout.write(f"{fault.kind} {fault.act}: {fault.words}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
